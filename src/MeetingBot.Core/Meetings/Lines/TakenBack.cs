using System.Globalization;
using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Lines;

/// <summary>How lines and action items are taken back, and what is said of it.</summary>
internal static class TakenBack
{
    /// <summary>A message that was cut into turns may have made more than fits a batch.</summary>
    public const int AtATime = 90;

    public static IEnumerable<RowChange> Of(IEnumerable<RecordedLine> lines) =>
        lines.Select(line => new RowChange.Delete(line.Row.RowKey, line.Row.ETag));

    /// <summary>What they were, in their order: <c>5 lines of 14:03, with action 2, from "ML - agree"</c>.</summary>
    public static string Told(IReadOnlyList<RecordedLine> lines, Turn turn)
    {
        if (lines is [var line]) return line.Told;
        var actions = lines.Select(given => given.Action).OfType<int>()
            .Select(number => number.ToString(CultureInfo.InvariantCulture)).ToList();
        return $"{Phrases.Count(lines.Count, "line")} of {Phrases.Time(lines[0].At, turn.Group.TimeZone)}"
            + (actions.Count == 0 ? "" : $", with action {Phrases.Join(actions)}")
            + $", from \"{lines[0].Typed}\"";
    }
}
