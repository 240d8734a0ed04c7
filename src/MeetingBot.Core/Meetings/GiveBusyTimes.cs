using MeetingBot.Calendars;
using MeetingBot.Conversations;
using MeetingBot.Tables;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Meetings;

/// <summary>Keeps when somebody can't, of a calendar that they gave; of what it says nothing else.</summary>
/// <param name="Otherwise">How it is taken for an agenda instead, where it may be one; null where it can't.</param>
public sealed record GiveBusyTimes(Calendar Calendar, string? Otherwise = null) : Command
{
    private const int MostRemarks = 3;

    public override Reads Reads(Turn turn) => Tables.Reads.OfKeys(BusyMembers.Key(turn.Actor.Key));

    public override Decision Decide(Turn turn, RowSet rows)
    {
        if (Calendar.Events.IsEmpty && Calendar.FreeBusy.IsEmpty)
            return BusyAnswers.Alone(BusyAnswers.NoCalendar(Calendar), turn) with { Refused = true };
        var zone = ZoneOf(turn);
        var times = BusyTimes.Of(Calendar, turn.Now, turn.Now + KeptBusyTimes.Ahead, zone);
        var kept = KeptBusyTimes.Of(times, turn.Now);
        var replaces = rows[BusyMembers.Key(turn.Actor.Key)] is not null;
        return BusyAnswers.Alone(Receipt(kept, replaces, turn), turn) with
        {
            Changes = [BusyMembers.Put(kept, turn)],
            Own = turn.Conversation.Kind is ConversationKind.Personal ? true : null,
        };
    }

    // Days and times without a zone are those of whose calendar it is.
    private static DateTimeZone ZoneOf(Turn turn) =>
        turn.Actor.Zone is { } zone && ZoneRules.Canonical(zone) is { } known ? ZoneRules.Of(known)
            : turn.Group.TimeZone;

    private string Receipt(KeptBusyTimes kept, bool replaces, Turn turn)
    {
        var before = replaces ? " It takes the place of what you gave before." : "";
        var remarks = string.Concat(Calendar.Remarks.Take(MostRemarks).Select(remark => " " + remark));
        return $"{BusyAnswers.Kept(kept, turn.Conversation.Kind is ConversationKind.Personal, turn)}{before}{remarks}{(Otherwise is null ? "" : " " + Otherwise)}";
    }
}
