using System.Collections.Immutable;
using MeetingBot.Actions;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Presence;
using MeetingBot.Minutes;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Lines;

/// <summary>
/// Follows a message that was edited or deleted: while the meeting runs, the lines of the minutes that it made say what
/// it says now, in their place, or go with it. A message that made none, and one of a meeting that has ended, is left
/// alone, as is what a command has done.
/// </summary>
/// <param name="Now">What the message would be if it were said now; null for talk.</param>
/// <param name="Deleted">It is no more.</param>
public sealed record ReviseLines(Command? Now, bool Deleted) : Command
{
    public override bool KeepsWords => true;

    // The others are told what was corrected, not the words as if they were said again.
    public override bool IsTalk => false;

    /// <param name="message">One that <see cref="IncomingMessage.Revises"/> another.</param>
    public static ReviseLines Read(IncomingMessage message, CommandTable table)
    {
        var deleted = string.IsNullOrWhiteSpace(message.Text);
        return new ReviseLines(
            deleted || LongText.IsTooLong(message.Text) ? null : table.Read(message), deleted);
    }

    public override Reads Reads(Turn turn)
    {
        if (!turn.CurrentMeeting().Running) return Tables.Reads.None;
        var made = MadeLines.Reads(turn);
        if (turn.Incoming is IncomingMessage { Revises: { } revised })
            made = made.And(Tables.Reads.OfKeys(LinesLeft.Key(LinesLeft.Id(turn.Actor.Key, revised))));
        return Lines(turn) is { } lines ? made.And(lines.Reads(turn)).And(GivenActions.Reads(turn)) : made;
    }

    public override Standing? StandsOn(Turn turn) => turn.WhileItRuns();

    public override Decision Decide(Turn turn, RowSet rows)
    {
        if (turn.Incoming is not IncomingMessage { Revises: { } revised }) return Decision.Nothing;
        var made = MadeLines.Of(revised, turn.Actor.Key, turn, rows);
        if (made.IsEmpty) return Decision.Nothing;
        if (Deleted) return made.Drop(revised, turn, rows);
        if (Lines(turn) is not { } lines)
            return Decision.Says($"{made.Quoted} stays in the minutes: as it reads now it is no line of them. /undo "
                + "takes back what you recorded last.");
        if (lines.Problem() is { } problem) return problem;
        var drafts = GivenActions.Drafts(lines.Block.Lines, turn, rows);
        if (made.Actions.IsEmpty && drafts.All(draft => draft.Action is null))
            return Rewritten(revised, made, drafts, turn, rows);
        return made is { Lines.IsEmpty: true, Actions: [var action] } && drafts is [{ Action: { } text }]
            ? Changed(action, text, turn)
            : Decision.Says($"{made.Quoted} stays as it was, for an action is in it. To change one: /action "
                + $"{made.Actions.FirstOrDefault().Item?.Number ?? 1} and what is new; /undo takes back what you recorded "
                + "last.");
    }

    // As the scribe everything that is no command is minutes.
    private RecordLines? Lines(Turn turn) => Now switch
    {
        RecordLines { IsPlain: false } lines => lines,
        RecordLines lines => RecordLines.OfScribe(turn) ?? lines,
        null or NotePresence or HintAtLabel when !Deleted => RecordLines.OfScribe(turn),
        _ => null,
    };

    private static Decision Rewritten(
        string message, MadeLines made, ImmutableArray<RecordedDraft> drafts, Turn turn, RowSet rows)
    {
        var id = LinesLeft.Id(turn.Actor.Key, message);
        var meeting = turn.CurrentMeeting().Number;
        var lines = drafts.Select((draft, index) => made.At(index) with
        {
            Kind = draft.Line.Kind,
            Text = draft.Line.Text,
            Speaker = draft.Line.Speaker,
            Continues = draft.Line.Continues,
            IfSaid = draft.Line.IfSaid,
        }).ToList();
        if (lines.SequenceEqual(made.Lines.Select(line => line.Item)))
            return LinesLeft.Done(id, Decision.Nothing, rows);
        var last = lines[^1];
        var written = lines.Select((line, index) => (Line: line, Index: index))
            .Where(one => one.Index >= made.Lines.Length || made.Lines[one.Index].Item != one.Line)
            .Select(RowChange (one) => one.Index < made.Lines.Length
                ? MinuteRows.Replace(one.Line, made.Lines[one.Index].Row)
                : MinuteRows.Add(meeting, one.Line)).ToList();
        var (over, room) = (made.Behind(lines.Count, turn), Math.Max(0, TakenBack.AtATime - written.Count));
        var decision = new Decision
        {
            Changes = [.. written, .. TakenBack.Of(over.TakeLast(room))],
            Tell = turn.Group.Quiet ? null : lines.Count == 1
                ? $"✓ Corrected: {MinuteLabels.Of(last.Kind)}{MadeLines.Brief(last.Text)}"
                : $"✓ Corrected: {lines.Count} lines.",
        };
        return over.Count > room
            ? new LinesLeft(turn.Actor, message, meeting, lines.Count).Follows(decision, turn)
            : LinesLeft.Done(id, decision, rows);
    }

    private static Decision Changed((ActionItem Item, Row Row) action, ActionText text, Turn turn)
    {
        var changed = action.Item with
        {
            Text = text.Text, Owners = text.Owners, DueOn = text.DueOn, DueTime = text.Told.Time,
        };
        if (changed.SaidOn(turn.Today) == action.Item.SaidOn(turn.Today)) return Decision.Nothing;
        changed = changed with { ChangedBy = turn.Actor.Name, ChangedAt = turn.Now };
        return new Decision
        {
            Changes = [new RowChange.Replace(action.Row.RowKey, ActionRows.Write(changed), action.Row.ETag)],
            Tell = $"Changed: {changed.LineOn(turn.Today)}",
        };
    }
}
