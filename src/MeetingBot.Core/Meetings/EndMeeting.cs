using System.Collections.Immutable;
using MeetingBot.Agendas;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Meetings.Documents;
using MeetingBot.Meetings.People;
using MeetingBot.Polls;
using MeetingBot.Tables;

namespace MeetingBot.Meetings;

/// <summary>Ends the meeting and posts its minutes; what was not reached is offered to the next one.</summary>
/// <param name="CallIds">The ids of the platform's call that ended; default for words.</param>
public sealed record EndMeeting(ImmutableArray<string> CallIds = default, bool ByPlatform = false) : Command
{
    public static CommandForm Form { get; } = CommandForm.Plain(
        "meeting end", "ends the meeting and posts the minutes", () => new EndMeeting()) with
    {
        Example = "/meeting end",
        Aliases = [
            "end", "end meeting", "end the meeting", "finish meeting", "finish the meeting", "stop meeting",
            "stop the meeting", "meeting stop", "meeting finish", "meeting close", "close meeting", "close the meeting",
        ],
        Audience = Audience.Runners,
        Moment = Moment.InMeeting,
    };

    public override Reads Reads(Turn turn) =>
        MinutesRecord.Reads(turn.CurrentMeeting().Number)
            .And(Tables.Reads.OfKeys(MeetingRows.Door(turn.CurrentMeeting().Number)))
            .And(OpenHands.Reads(turn.CurrentMeeting().Number, turn));

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var meeting = turn.CurrentMeeting();
        if (!meeting.Running) return ByPlatform ? Decision.Nothing : MeetingRefusals.NotRunning;
        if (ByPlatform && !meeting.IsCall(CallIds)) return Decision.Nothing;
        if (!ByPlatform && !turn.MayRun(meeting)) return MeetingRefusals.RunnersOnly(turn, meeting);

        var hands = OpenHands.Close(meeting.Number, turn, rows);
        rows = hands.With(rows);
        var agenda = AgendaState.Of(meeting, rows);
        var ended = meeting.WithoutWhatFollows() with
        {
            EndedAt = turn.Now, CurrentItem = null, ItemOpenedAt = null, ItemTitle = null, Scribe = null,
        };
        ImmutableArray<RowChange> changes =
        [
            turn.Change(meeting.After()), .. Standing.Close(MeetingRows.Door(meeting.Number), rows),
            .. hands.Changes, .. hands.Lines,
        ];
        foreach (var done in Done(agenda, turn, rows))
        {
            changes = changes.Add(agenda.Change(done));
            agenda = agenda.With(done);
        }

        var minutes = MinutesRecord.AtEnd(ended, agenda, rows, turn.Group);
        var tell = $"{meeting.Name} has ended after {Phrases.Length(turn.Now - meeting.StartedAt!.Value)}. "
            + "The minutes follow."
            + (CarryOverOffer.Left(agenda).Any() ? " Too early? /meeting reopen goes on with it." : "")
            + (meeting.Coming(turn.Now) is { } next ? $" The next meeting is on {next.Said(turn.Today)}." : "");
        var initials = Initials.Remark(minutes.Present, KnownPeople.Of(turn, rows));
        if (initials.Length > 0)
            tell += $" Among who was there, {initials}; to name them: /meeting reopen, then /present Luna Meyer";
        return new Decision
        {
            Changes = changes.Add(MeetingRows.Keep(ended with { Snapshot = MinutesSnapshot.Of(minutes) })),
            CancelledTimers = [.. TimeboxTimers.Names, .. hands.Timers],
            Tell = tell,
            Messages =
            [
                .. turn.ToTheOthers(tell), .. hands.Messages, AgendaCards.Closed(agenda with { Meeting = ended }, turn),
                .. Minutes(minutes, turn), .. CarryOverOffer.AtEnd(agenda, turn),
            ],
        };
    }

    private static List<AgendaItem> Done(AgendaState agenda, Turn turn, RowSet rows)
    {
        var done = MinutesRecord.Left(agenda.Meeting, agenda, rows).ToList();
        if (agenda.Current is { } current)
            done.Add(current with { State = AgendaItemState.Done, Spent = current.SpentBy(turn.Now), OpenedAt = null });
        return done;
    }

    private static IEnumerable<Outgoing> Minutes(MinutesDocument minutes, Turn turn)
    {
        var page = MinutesPages.Address(turn, minutes.Number);
        foreach (var part in MinutesMarkdown.Parts(minutes, page)) yield return turn.Say(part, TextFormat.Markdown);
    }
}
