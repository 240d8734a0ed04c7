using MeetingBot.Conversations;
using MeetingBot.Tables;
using MeetingBot.Times;

namespace MeetingBot.Meetings.Digests;

/// <summary>
/// A group says that the person of a mailbox owes something there. They are told when they may be; other groups have
/// some minutes to say the same.
/// </summary>
/// <param name="Zone">IANA zone of the person's client, or else the group's.</param>
public sealed record NoteDebt(ConversationReference Home, string Zone) : Command
{
    public override Reads Reads(Turn turn) => Tables.Reads.OfKeys(Debt.Key(Home.Group));

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var known = Mailbox.Read(turn);
        // What they owe is asked when they are told: until then there is nothing to add.
        if (known is { Due: not null, Waiting.IsEmpty: true } && Debt.Find(Home.Group, rows) is not null)
            return Decision.Nothing;

        var (person, debt) = (turn.Actor, new Debt(Home));
        var mailbox = known is null
            ? new Mailbox(person, Zone, turn.Conversation, null, null, [])
            : known with
            {
                Person = person with { Zone = person.Zone ?? known.Person.Zone },
                Zone = person.Zone is null && known.Person.Zone is not null ? known.Zone : Zone,
                Chat = turn.Conversation,
            };
        if (!mailbox.Waiting.IsEmpty)
        {
            // They are about to be told: in the same message, if the group is quick.
            debt = debt with { Asked = turn.Id };
            var waiting = mailbox.Waiting.Remove(Home.Group.PartitionKey).Add(Home.Group.PartitionKey);
            return new Decision
            {
                Changes = [(mailbox with { Waiting = waiting }).Put(turn), debt.Put()],
                Messages = [MailErrands.Ask(debt, person, turn.Now)],
            };
        }
        var due = mailbox.Due ?? ReminderRule.Next(
            turn.Now + GatherAnswers.Gathering, ZoneRules.Of(mailbox.Zone), mailbox.Told);
        return new Decision
        {
            Changes = [(mailbox with { Due = due }).Put(turn), debt.Put()],
            Timers = mailbox.Due is null ? [mailbox.Next(due)] : [],
        };
    }
}
