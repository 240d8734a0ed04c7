using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Actions;
using MeetingBot.Conversations;
using MeetingBot.Minutes;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Lines;

/// <summary>What one message has made in the running meeting, in its order.</summary>
internal sealed record MadeLines(
    ImmutableArray<(Minute Item, Row Row)> Lines, ImmutableArray<(ActionItem Item, Row Row)> Actions)
{
    private const int MostQuoted = 100;

    public bool IsEmpty => Lines.IsEmpty && Actions.IsEmpty;

    /// <summary>Its first line or action, in quotation marks.</summary>
    public string Quoted => $"\"{Brief(Lines.IsEmpty ? Actions[0].Item.Text : Lines[0].Item.Text)}\"";

    /// <param name="message">The platform's id of it. Only its author's own lines are meant.</param>
    public static MadeLines Of(string message, Turn turn, RowSet rows)
    {
        var meeting = turn.CurrentMeeting();
        if (!meeting.Running) return new MadeLines([], []);
        return new MadeLines(
            [
                .. rows.In(MinuteRows.Of(meeting.Number)).Select(row => (Item: MinuteRows.Read(row), Row: row))
                    .Where(line => line.Item.Message == message && line.Item.Author.Key == turn.Actor.Key)
                    .OrderBy(line => line.Item.Id, StringComparer.Ordinal),
            ],
            [
                .. rows.In(ActionRows.All).Select(row => (Item: ActionRows.Read(row), Row: row))
                    .Where(given => given.Item.Message == message && given.Item.Meeting == meeting.Number
                        && given.Item.Author.Key == turn.Actor.Key)
                    .OrderBy(given => given.Item.Number),
            ]);
    }

    /// <summary>Takes all of it back.</summary>
    public Decision Drop(Turn turn)
    {
        var all = Lines.Select(line => RecordedLine.Of(line.Item, line.Row))
            .Concat(Actions.Select(given => RecordedLine.Of(given.Item, given.Row, turn.Today)))
            .ToList();
        return new Decision
        {
            Changes = [.. all.Select(line => new RowChange.Delete(line.Row.RowKey, line.Row.ETag))],
            Tell = "Taken back with its message: "
                + (all is [var line] ? line.Told : $"{all.Count} lines, from \"{all[0].Typed}\""),
        };
    }

    /// <summary>The line in that place, or a new one behind the last.</summary>
    public Minute At(int index) => index < Lines.Length
        ? Lines[index].Item
        : Lines[^1].Item with { Id = NewId(index) };

    public static string Brief(string text) => Phrases.Shorten(text, MostQuoted);

    // Behind the ids that there are, and before those of any later turn.
    private string NewId(int index) => string.Create(
        CultureInfo.InvariantCulture,
        $"{RecordedLine.Of(Lines[0].Item, Lines[0].Row).Turn}-{index:D2}");
}
