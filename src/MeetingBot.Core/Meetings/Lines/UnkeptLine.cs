using MeetingBot.Conversations;
using MeetingBot.Meetings.Presence;
using MeetingBot.Minutes;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Lines;

/// <summary>
/// What is said, once a meeting a person, to who has recorded lines and then types one without its label: it would be
/// lost without a word. Only what hardly anybody chats is taken for such a line; talk is never answered.
/// </summary>
internal static class UnkeptLine
{
    private const string Text =
        "That line is not kept. Begin it with note: (or ACTION:, RESOLVED:), or say /scribe me to have all your lines "
            + "kept.";

    private static readonly ReadOnlyMemory<byte> Nothing = "{}"u8.ToArray();

    /// <summary>What shows whether the person takes minutes and was told; null where the line is talk.</summary>
    public static Reads? Reads(Turn turn) => MayBeMeant(turn)
        ? Tables.Reads.Of(MinuteRows.Of(turn.CurrentMeeting().Number)).And(Tables.Reads.OfKeys(Key(turn)))
        : null;

    /// <summary>The hint, or null where none is due.</summary>
    public static Decision? Told(Turn turn, RowSet rows)
    {
        if (!MayBeMeant(turn) || rows[Key(turn)] is not null) return null;
        var lines = rows.In(MinuteRows.Of(turn.CurrentMeeting().Number)).Select(MinuteRows.Read).ToList();
        if (!lines.Exists(line => line.Author.Key == turn.Actor.Key)) return null;
        // A bullet among what others record is no point of theirs.
        if (IsBullet(turn) && lines[^1].Author.Key != turn.Actor.Key) return null;
        return new Decision
        {
            Changes = [new RowChange.Insert(Key(turn), Nothing)],
            Marks = [Attendance.Present(turn.CurrentMeeting().Number, turn.Actor)],
            Tell = Text,
        };
    }

    // Where somebody scribes nobody else needs to.
    private static bool MayBeMeant(Turn turn) =>
        turn.CurrentMeeting() is { Running: true, Scribe: null }
        && First(turn) is { Length: > 0 } line
        && (line.StartsWith('*') ? Bullets.Read(line) is not null : MinutesGrammar.IsWorded(line));

    private static bool IsBullet(Turn turn) => First(turn).StartsWith('*');

    private static string First(Turn turn) =>
        turn.Incoming is IncomingMessage message ? message.Text.Trim().Split('\n')[0].TrimEnd() : "";

    private static string Key(Turn turn) =>
        TableKey.Join("told", Rows.Segment(turn.CurrentMeeting().Number), turn.Actor.Key.Value);
}
