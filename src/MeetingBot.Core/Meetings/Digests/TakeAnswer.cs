using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Digests;

/// <summary>A group has answered what the person of the mailbox owes there. With the last answer they are told.</summary>
/// <param name="Question">The question it answers; one to an older one is none any more.</param>
/// <param name="Part">Null for nothing.</param>
public sealed record TakeAnswer(GroupId Group, string Question, OwedPart? Part) : Command
{
    public override Reads Reads(Turn turn) => Tables.Reads.Of(Debt.All);

    public override Decision Decide(Turn turn, RowSet rows)
    {
        if (Mailbox.Read(turn) is not { } known || !known.Waiting.Contains(Group.PartitionKey)
            || Debt.Find(Group, rows) is not { } asked || asked.Asked != Question) return Decision.Nothing;

        var mailbox = known with { Waiting = known.Waiting.Remove(Group.PartitionKey) };
        var answered = asked with { Part = Part };
        if (!mailbox.Waiting.IsEmpty)
            return new Decision
            {
                Changes = [mailbox.Put(turn), Part is null ? asked.Drop() : answered.Put()],
            };

        var others = rows.In(Debt.All).Select(Debt.Read).Where(debt => debt.Home.Group != Group);
        if (Part is not null) return Telling.Of(mailbox, [.. others, answered], turn);
        var told = Telling.Of(mailbox, [.. others], turn);
        return told with { Changes = [.. told.Changes, asked.Drop()] };
    }
}
