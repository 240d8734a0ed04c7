using System.Text.RegularExpressions;
using MeetingBot.Actions;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Documents;
using MeetingBot.Minutes;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Meetings.Lines;

/// <summary>A line of the minutes or an action item, as it was sent.</summary>
/// <param name="Told">What it was, when it is taken back alone.</param>
/// <param name="Typed">About what was typed.</param>
/// <param name="Action">The number of the action item that it is.</param>
internal sealed partial record RecordedLine(Row Row, string Id, Instant At, string Told, string Typed, int? Action)
{
    private const int Most = 120;
    private const int MostTyped = 60;

    /// <summary>The same for all lines that were sent at once.</summary>
    public string Message => CutFrom ?? Turn;

    /// <summary>The same for all lines of one turn, and sorts by time.</summary>
    public string Turn => Id.Length == 0 ? " " + Row.RowKey : Index().Replace(Id, "");

    private string? CutFrom { get; init; }

    public static RecordedLine Of(Minute line, Row row)
    {
        var text = Phrases.Shorten(line.Text, Most);
        var under = line.Item is { } item ? $" (item {item})" : "";
        var told = line.Kind switch
        {
            MinuteKind.Resolution => $"resolution \"{text}\"{under}",
            MinuteKind.Agreement => $"agreement \"{text}\"{under}",
            MinuteKind.Topic => $"topic \"{text}\"{under}",
            _ => line.Speaker is { } speaker ? $"{speaker} - {text}" : text,
        };
        var mark = MinuteLabels.Of(line.Kind) is { Length: > 0 } label
            ? label
            : line.Speaker is { } who ? who + " - " : "";
        return new RecordedLine(
            row, line.Id, line.At, told, Phrases.Shorten(mark + line.Text, MostTyped), Action: null)
        {
            CutFrom = line.CutFrom,
        };
    }

    public static RecordedLine Of(ActionItem action, Row row, LocalDate today)
    {
        var told = "action " + action.LineOn(today);
        return new RecordedLine(
            row, action.LineId, action.At, Phrases.Shorten(told, Most), Phrases.Shorten(told, MostTyped), action.Number)
        {
            CutFrom = action.CutFrom,
        };
    }

    // A turn's own id, and behind it the place of the line within its message.
    [GeneratedRegex(@"(?<=-[0-9A-Za-z-]+)-[0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Index();
}
