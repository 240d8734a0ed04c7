using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Tables;
using MeetingBot.Times;

namespace MeetingBot.Meetings.Digests;

/// <summary>
/// Tells one person, alone, what they have not answered in this group, where they have no mailbox for all of theirs: in
/// one message, once a day, in their daytime. Nothing when they have answered meanwhile. Fired by a timer.
/// </summary>
public sealed record SendDigest(PersonKey Person) : Command
{
    public override Reads Reads(Turn turn) =>
        OwedAnswers.Needs(Person, turn).And(Tables.Reads.OfKeys(ReminderSent.Key(Person)));

    public override Decision Decide(Turn turn, RowSet rows)
    {
        if (OwedAnswers.Of(Person, null, turn, rows) is not var (person, part)) return Decision.Nothing;
        var zone = ZoneRules.Of(Moments.ZoneOf(person, turn.Group));
        var due = ReminderRule.Next(turn.Now, zone, ReminderSent.Find(person, rows)?.At);
        return due > turn.Now
            ? new Decision { Timers = [Reminders.Digest(person, due, turn)] }
            : new Decision
            {
                Changes = [new ReminderSent(turn.Now).ToRow(person)],
                Messages = [DigestMessage.Of([part], turn.Conversation, person)],
            };
    }
}
