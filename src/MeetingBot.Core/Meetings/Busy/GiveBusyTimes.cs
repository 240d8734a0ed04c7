using MeetingBot.Calendars;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Timetables;
using MeetingBot.Tables;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Meetings.Busy;

/// <summary>Keeps when somebody can't, of a calendar that they gave; of what it says nothing else.</summary>
public sealed record GiveBusyTimes(Calendar Calendar) : Command
{
    private const int MostRemarks = 3;

    public override Reads Reads(Turn turn) => Tables.Reads.OfKeys(BusyMembers.Key(turn.Actor.Key));

    public override Decision Decide(Turn turn, RowSet rows)
    {
        if (Calendar.Events.IsEmpty && Calendar.FreeBusy.IsEmpty)
            return BusyAnswers.Alone(BusyAnswers.NoCalendar(Calendar), turn) with { Refused = true };
        var zone = ZoneOf(turn);
        var budget = new ExpansionBudget();
        var times = BusyTimes.Of(Calendar, turn.Now, turn.Now + KeptBusyTimes.Ahead, zone, budget);
        var kept = KeptBusyTimes.Of(times, turn.Now);
        var replaces = rows[BusyMembers.Key(turn.Actor.Key)] is not null;
        var receipt = Receipt(kept, replaces, budget, turn);
        // The form below which it was pasted still says what was kept before.
        var form = turn.AnsweredInPlace ? BusyAnswers.Form(receipt, turn) : null;
        return BusyAnswers.Alone(receipt, turn) with
        {
            ShowCard = form,
            Changes = [BusyMembers.Put(kept, turn)],
            Own = turn.Conversation.Kind is ConversationKind.Personal,
        };
    }

    // Days and times without a zone are those of whose calendar it is.
    private static DateTimeZone ZoneOf(Turn turn) =>
        turn.Actor.Zone is { } zone && ZoneRules.Canonical(zone) is { } known ? ZoneRules.Of(known)
            : turn.Group.TimeZone;

    // By a form only busy times are given.
    private string Otherwise(Turn turn) =>
        turn.Incoming is IncomingMessage
        && CalendarAgenda.Of(Calendar, turn.Now, turn.Group.TimeZone) is { Lines.IsEmpty: false }
            ? " Meant as an agenda? Send it behind the word: agenda"
            : "";

    private string Receipt(KeptBusyTimes kept, bool replaces, ExpansionBudget budget, Turn turn)
    {
        var before = replaces ? " It takes the place of what you gave before." : "";
        var remarks = string.Concat(Calendar.Remarks.Take(MostRemarks).Select(remark => " " + remark));
        if (budget.IsSpent)
            remarks += " It repeats more than I can read; of some events only the first times count.";
        var told = BusyAnswers.Kept(kept, turn.Conversation.Kind is ConversationKind.Personal, turn);
        return $"{told}{before}{remarks}{Otherwise(turn)}";
    }
}
