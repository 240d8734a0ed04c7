using System.Text.Json;
using MeetingBot.Conversations;
using static MeetingBot.Slack.Payloads.JsonMembers;

namespace MeetingBot.Slack.Payloads;

/// <summary>Where something happened in Slack, and the conversation that it is.</summary>
internal static class Place
{
    /// <summary>Most characters of an id; Slack's have about eleven.</summary>
    public const int MaxId = 64;

    private const char ThreadMark = ';';

    /// <summary>
    /// The workspace that has the app; the organisation, where the app is installed in all of it.
    /// </summary>
    public static string? Tenant(string? team, string? enterprise, bool wholeEnterprise) =>
        wholeEnterprise && IsId(enterprise) ? enterprise : IsId(team) ? team : null;

    /// <summary>The tenant of an interaction.</summary>
    public static string? Tenant(JsonElement payload)
    {
        var view = Member(payload, "view");
        return Tenant(
            Text(view, "app_installed_team_id") ?? Text(payload, "team", "id"),
            Text(payload, "enterprise", "id"),
            Is(payload, "is_enterprise_install"));
    }

    /// <param name="thread"><c>thread_ts</c> of what was said; null outside of threads.</param>
    /// <param name="name">The channel's, or what kind it is, where that is told.</param>
    public static ConversationReference Conversation(
        string tenant, string channel, string? thread = null, string? name = null, string? bot = null) =>
        new(
            SlackChannel.Name, tenant, channel, KindOf(channel, name),
            IsTimestamp(thread) ? $"{channel}{ThreadMark}{thread}" : null, Bot: bot);

    /// <summary>
    /// Somebody's own chat with the bot by their id, where it is not known by its own: what is pressed outside of all
    /// channels comes from there, and names its group.
    /// </summary>
    public static ConversationReference OwnChat(string tenant, string user, string? bot) =>
        new(SlackChannel.Name, tenant, user, ConversationKind.Personal, Bot: bot);

    /// <summary>Channel and thread of a <see cref="ConversationReference.Target"/>.</summary>
    public static (string Channel, string? Thread) Split(string target)
    {
        var mark = target.IndexOf(ThreadMark, StringComparison.Ordinal);
        return mark < 0 ? (target, null) : (target[..mark], target[(mark + 1)..]);
    }

    public static bool IsId(string? id) =>
        id is { Length: > 0 and <= MaxId } && id.All(char.IsAsciiLetterOrDigit);

    /// <summary>Whether it is a message's id: seconds and a counter, <c>1700000000.000100</c>.</summary>
    public static bool IsTimestamp(string? ts) =>
        ts is { Length: > 0 and <= MaxId } && ts.All(c => char.IsAsciiDigit(c) || c == '.');

    // Whether somebody is alone with the bot says the id: a name is anybody's to give, "directmessage" too.
    private static ConversationKind KindOf(string channel, string? name) => name switch
    {
        _ when channel.StartsWith('D') => ConversationKind.Personal,
        "mpim" => ConversationKind.Chat,
        _ when name?.StartsWith("mpdm-", StringComparison.Ordinal) == true => ConversationKind.Chat,
        _ => ConversationKind.Channel,
    };
}
