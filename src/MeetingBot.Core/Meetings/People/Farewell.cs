using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.People;

/// <summary>
/// Who has left the conversation is no member of its group any more, unless they may be in another of its conversations
/// still. What the group has recorded of them stays.
/// </summary>
public sealed record Farewell : Command
{
    public override Reads Reads(Turn turn) => Tables.Reads.OfKeys(GroupRows.MemberKey(turn.Actor));

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var key = GroupRows.MemberKey(turn.Actor);
        var other = turn.Account.Key != turn.Actor.Key || turn.Group.Sides?.All.Count(side =>
            side.Platform == turn.Account.Platform && side.Tenant == turn.Account.Tenant) > 1;
        if (!other && rows[key] is null) return Decision.Nothing;
        return new Decision
        {
            Changes =
            [
                // Marks that were written before are not taken for written when they come back.
                turn.Change(turn.Group with { Departed = turn.Group.Departed + 1 }),
                .. other ? (RowChange[])[] : [new RowChange.Delete(key)],
            ],
            Leaves = true,
        };
    }
}
