using System.Collections.Frozen;
using MeetingBot.Conversations;

namespace MeetingBot.Slack.WebApi;

/// <summary>What an answer of Slack means for the outbox. Source: the error lists of the methods' pages.</summary>
internal static class SlackErrors
{
    // A token that is wrong for now can be set right, and what was promised is sent then.
    private static readonly FrozenSet<string> Passing = new[]
    {
        "ratelimited", "rate_limited", "internal_error", "fatal_error", "service_unavailable", "request_timeout",
        "invalid_auth", "not_authed", "token_expired", "team_added_to_org", "org_login_required",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> OfToken = new[]
    {
        "invalid_auth", "not_authed", "token_expired", "token_revoked", "account_inactive", "missing_scope",
        "no_permission", "not_allowed_token_type",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> OfEditedMessage = new[]
    {
        "message_not_found", "cant_update_message", "edit_window_closed",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> OfAbsence = new[]
    {
        "not_in_channel", "channel_not_found",
    }.ToFrozenSet();

    // People of another workspace in a shared channel, or whom a workspace's rules keep from the bot.
    private static readonly FrozenSet<string> OfChat = new[]
    {
        "cannot_dm_bot", "cant_dm_bot", "user_not_found", "user_not_visible", "messages_tab_disabled",
    }.ToFrozenSet();

    public static Delivery Delivery(SlackResponse response, string? existing)
    {
        if (response.Ok) return new Delivery.Sent(response.Text("ts") ?? existing);
        if (IsPassing(response)) return new Delivery.Later(response.RetryAfter, Reason(response));
        if (existing is not null && response.Error is { } error && OfEditedMessage.Contains(error))
            return new Delivery.Gone();
        return new Delivery.Refused(Reason(response));
    }

    /// <summary>
    /// Whether the same may be taken later. Slack says no with 200 and a word: what else is answered says who stands on
    /// the way to it, but for a request that is no good at all (400, 413, 414).
    /// </summary>
    public static bool IsPassing(SlackResponse response) => response.Status switch
    {
        200 => response.Error is not { } error || Passing.Contains(error),
        400 or 413 or 414 => false,
        _ => true,
    };

    /// <summary>Whether it is the token that is refused.</summary>
    public static bool IsOfToken(string? error) => error is not null && OfToken.Contains(error);

    /// <summary>Whether the bot is not in that channel.</summary>
    public static bool IsAbsent(string? error) => error is not null && OfAbsence.Contains(error);

    /// <summary>Whether the bot may not write to somebody in a chat of their own.</summary>
    public static bool IsOfChat(string? error) => error is not null && OfChat.Contains(error);

    public static string Reason(SlackResponse response) =>
        response.Failure ?? response.Error ?? $"HTTP {response.Status}";
}
