using System.Text.Json;
using MeetingBot.Conversations;
using MeetingBot.Slack.WebApi;
using static MeetingBot.Slack.Payloads.JsonMembers;

namespace MeetingBot.Slack.Payloads;

/// <summary>What a workspace is called: whatever somebody there has chosen.</summary>
internal static class WorkspaceName
{
    /// <summary>
    /// On one line, without controls and direction marks, at most <see cref="Person.MaxName"/> long; empty for none.
    /// </summary>
    public static string Of(string? name) => name is null
        ? ""
        : Profiles.NameOf(string.Concat(name.Where(c => !Markdown.IsBidiControl(c))));

    /// <summary>That the workspace is called otherwise now, as <c>team_rename</c> tells it; null for nothing.</summary>
    /// <param name="tenant">Whose event it is. Of an organisation's workspaces each has a name of its own.</param>
    public static Renaming? Told(JsonElement envelope, string tenant)
    {
        var told = Member(envelope, "event");
        if (Text(told, "type") != "team_rename") return null;
        if ((Text(told, "team_id") ?? Text(envelope, "team_id")) != tenant) return null;
        return Of(Text(told, "name")) is { Length: > 0 } name
            ? new Renaming(name, SlackEvents.TimeOf(envelope))
            : null;
    }
}
