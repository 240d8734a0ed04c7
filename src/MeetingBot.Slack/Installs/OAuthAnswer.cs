using System.Text.Json;
using MeetingBot.Slack.Payloads;
using MeetingBot.Slack.WebApi;
using static MeetingBot.Slack.Payloads.JsonMembers;

namespace MeetingBot.Slack.Installs;

/// <summary>Reads what <c>oauth.v2.access</c> answers. Source: protocol reference, section 5.5, "OAuth v2".</summary>
internal static class OAuthAnswer
{
    private const int MaxToken = 1_000;
    private const long MaxSeconds = 10L * 365 * 24 * 3600;

    /// <summary>The installation; null where the answer lacks something of it.</summary>
    public static Installation? Installed(SlackResponse answer, DateTimeOffset now)
    {
        var wholeEnterprise = Is(answer.Body, "is_enterprise_install");
        var tenant = wholeEnterprise ? answer.Text("enterprise", "id") : answer.Text("team", "id");
        var bot = answer.Text("bot_user_id");
        if (answer.Text("token_type") != "bot" || !Place.IsId(tenant) || !Place.IsId(bot)) return null;
        return Tokens(answer) is not { } pair ? null : new Installation
        {
            Tenant = tenant!,
            Bot = bot!,
            Token = pair.Token,
            Refresh = pair.Refresh,
            Expires = Expires(answer, now),
            Installed = now,
            Name = NameOf(answer),
        };
    }

    /// <summary>The tokens; null where there is no good one.</summary>
    public static TokenPair? Tokens(SlackResponse answer)
    {
        var (token, refresh) = (answer.Text("access_token"), answer.Text("refresh_token"));
        return answer.Ok && IsToken(token) && (refresh is null || IsToken(refresh))
            ? new TokenPair(token!, refresh)
            : null;
    }

    /// <summary>When the token expires; null for never.</summary>
    public static DateTimeOffset? Expires(SlackResponse answer, DateTimeOffset now) =>
        Member(answer.Body, "expires_in") is { ValueKind: JsonValueKind.Number } number
        && number.TryGetInt64(out var seconds) && seconds is > 0 and < MaxSeconds
            ? now.AddSeconds(seconds)
            : null;

    /// <summary>What the workspace, or the organisation, is called; empty where it is not told.</summary>
    private static string NameOf(SlackResponse answer) =>
        WorkspaceName.Of(answer.Text(Is(answer.Body, "is_enterprise_install") ? "enterprise" : "team", "name"));

    private static bool IsToken(string? token) =>
        token is { Length: > 0 and <= MaxToken }
        && token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
