using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Timetables;

/// <summary>A calendar file that was sent and could not be fetched.</summary>
/// <param name="Problem">Why, a sentence.</param>
public sealed record CalendarNotHad(string Problem) : Command
{
    public override Reads Reads(Turn turn) => Tables.Reads.None;

    public override Decision Decide(Turn turn, RowSet rows) => new Refusal(
        $"{Problem} Nothing of it was read. A calendar can also be pasted: its text begins with BEGIN:VCALENDAR.");
}
