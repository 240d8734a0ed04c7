using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Linking;

/// <summary>
/// Two groups have taken a conversation in at the same moment, and the other has it (<see cref="JoinedGroups"/>): this
/// one takes it out again and says so.
/// </summary>
internal sealed record GiveUpSide(LinkRequest Request) : Command
{
    public override Reads Reads(Turn turn) => Tables.Reads.None;

    public override Decision Decide(Turn turn, RowSet rows)
    {
        if (turn.Group.Sides?.Find(Request.From) is not { } side) return Decision.Nothing;
        var group = TakenOut.From(turn.Group, [side]);
        var name = LinkWords.Named(side, Request.Name, Request.Tenant);
        return new Decision
        {
            Changes = [turn.Change(group)],
            Timers = TakenOut.Timers([side], turn),
            Messages =
            [
                .. group.Sides!.All.Select(left => new Outgoing(
                    left,
                    char.ToUpperInvariant(name[0]) + name[1..] + " has joined another group at the same moment, or was "
                        + "deleted: it is not one with this group."
                        + TakenOut.Told(turn.Group, group)) { Lone = true }),
                new Outgoing(
                    side with { Joined = null },
                    "This conversation is not one group with "
                        + LinkWords.Named(group.Sides.All[0], turn.Group.Name, null)
                        + ": another group had said yes at the same moment, and was faster.") { Lone = true },
            ],
        };
    }
}
