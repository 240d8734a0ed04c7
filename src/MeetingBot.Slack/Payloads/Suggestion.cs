using System.Text.Json;
using MeetingBot.Meetings;
using MeetingBot.Slack.Blocks;
using MeetingBot.Slack.WebApi;
using static MeetingBot.Slack.Payloads.JsonMembers;

namespace MeetingBot.Slack.Payloads;

/// <summary>
/// Answers <c>block_suggestion</c>: what of a list fits to what somebody has typed so far. Of the payload only the
/// list's name and the typed text are looked at; the choices are our own.
/// </summary>
internal static class Suggestion
{
    /// <summary>An object with <c>options</c>, at most as many as Slack takes.</summary>
    public static ReadOnlyMemory<byte> Options(JsonElement payload)
    {
        var list = ActionIds.ReadListed(Text(payload, "action_id") ?? "")?.List ?? "";
        var found = ChoiceLists.Find(list, Text(payload, "value") ?? "", BlockLimits.Options);
        return SlackApi.Write(writer => ChoiceBlocks.WriteOptions(writer, found));
    }
}
