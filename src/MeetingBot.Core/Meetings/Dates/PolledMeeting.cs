using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Dates;

/// <summary>
/// The meeting that a poll has decided on: the coming one gets the date, and what was not reached before is carried
/// over to its agenda.
/// </summary>
public static class PolledMeeting
{
    private static readonly CarryOver Carried = new(From: null);

    /// <summary>The rows that are needed.</summary>
    public static Reads Reads(Turn turn) => PlanMeeting.Reads.And(Carried.Reads(turn));

    /// <summary>
    /// Whether the person may decide on the date by a poll: on a first one anybody may, for whom else would wait for
    /// it; one that there is already is moved only by who may move it by hand.
    /// </summary>
    public static bool MayDate(this Turn turn, Person person)
    {
        var meeting = turn.CurrentMeeting();
        var dated = meeting.ComingInSeries(turn.Now) is not null
            || (meeting.DateSet() is { } set && !set.IsOver(turn.Now));
        return !dated || turn.MayRun(meeting, person);
    }

    /// <summary>Rows, addresses and messages of it; or why there can be none.</summary>
    public static Decision On(PlannedSlot slot, Turn turn, RowSet rows)
    {
        var planned = PlanMeeting.On(slot, turn, rows);
        if (planned.Refused || planned.Changes.IsEmpty) return planned;
        // A running meeting's agenda is its own; the next one is offered what it leaves.
        var carried = turn.CurrentMeeting().Running ? Decision.Nothing : Carried.Decide(turn, rows);
        var done = carried.Refused ? Decision.Nothing : carried;
        var card = planned.ShowCard is { } shown && planned.Messages.All(message => message.Card is null)
            ? planned.Messages.Insert(0, new Outgoing(turn.Conversation, shown.Title, Card: shown))
            : planned.Messages;
        return planned with
        {
            Changes = [.. planned.Changes, .. done.Changes],
            Messages = [.. card, .. done.Messages],
            ShowCard = null,
            Tell = null,
        };
    }
}
