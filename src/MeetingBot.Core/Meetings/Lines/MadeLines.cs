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

    /// <summary>The rows that tell it.</summary>
    public static Reads Reads(Turn turn) =>
        Tables.Reads.Of(MinuteRows.Of(turn.CurrentMeeting().Number), ActionRows.All);

    /// <param name="message">The platform's id of it. Only its author's own lines are meant.</param>
    public static MadeLines Of(string message, PersonKey author, Turn turn, RowSet rows)
    {
        var meeting = turn.CurrentMeeting();
        if (!meeting.Running) return new MadeLines([], []);
        return new MadeLines(
            [
                .. rows.In(MinuteRows.Of(meeting.Number)).Select(row => (Item: MinuteRows.Read(row), Row: row))
                    .Where(line => line.Item.Message == message && line.Item.Author.Key == author)
                    .OrderBy(line => line.Item.Id, StringComparer.Ordinal),
            ],
            [
                .. rows.In(ActionRows.All).Select(row => (Item: ActionRows.Read(row), Row: row))
                    .Where(given => given.Item.Message == message && given.Item.Meeting == meeting.Number
                        && given.Item.Author.Key == author)
                    .OrderBy(given => given.Item.Number),
            ]);
    }

    /// <summary>Takes all of it back; of many the last ones first, and the others follow.</summary>
    public Decision Drop(string message, Turn turn, RowSet rows)
    {
        var all = Behind(0, turn);
        var decision = new Decision
        {
            Changes = [.. TakenBack.Of(all.TakeLast(TakenBack.AtATime))],
            Tell = "Taken back with its message: " + TakenBack.Told(all, turn),
        };
        return all.Count > TakenBack.AtATime
            ? new LinesLeft(turn.Actor, message, turn.CurrentMeeting().Number, 0).Follows(decision, turn)
            : LinesLeft.Done(LinesLeft.Id(turn.Actor.Key, message), decision, rows);
    }

    /// <summary>Its lines behind so many of them, in order; of a message of which none stays, its actions too.</summary>
    public IReadOnlyList<RecordedLine> Behind(int keep, Turn turn) =>
    [
        .. Lines.Skip(keep).Select(line => RecordedLine.Of(line.Item, line.Row))
            .Concat(keep > 0 ? [] : Actions.Select(given => RecordedLine.Of(given.Item, given.Row, turn.Today)))
            .OrderBy(line => line.Id, StringComparer.Ordinal),
    ];

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
