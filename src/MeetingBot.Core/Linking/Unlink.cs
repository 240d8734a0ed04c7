using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Tables;

namespace MeetingBot.Linking;

/// <summary>
/// Takes this conversation out of the group, or, in the group's own conversation, all others. What the group has
/// recorded stays with it; the conversation that leaves has its own of before again, and takes along who was only
/// there.
/// </summary>
public sealed record Unlink : Command
{
    public static CommandForm Form { get; } = CommandForm.Plain(
        "unlink", "makes this conversation a group by itself again", () => new Unlink()) with
    {
        Example = "/unlink",
        Audience = Audience.Chairs,
    };

    public override Reads Reads(Turn turn) => Tables.Reads.None;

    public override Decision Decide(Turn turn, RowSet rows)
    {
        if (turn.Group.Sides is not { All.Length: > 1 } sides) return LinkWords.NotJoined;
        if (!turn.IsChair()) return MeetingRefusals.ChairsOnly(turn);
        var home = sides.All[0];
        var leaving = turn.Conversation.Own == home.Own
            ? sides.All.RemoveAt(0)
            : sides.All.Where(side => side.Own == turn.Conversation.Own);
        var gone = leaving.ToList();
        var group = TakenOut.From(turn.Group, gone);
        var others = Phrases.Join([.. gone.Select(LinkWords.Platform).Distinct()]);
        return new Decision
        {
            Changes = [turn.Change(group)],
            Timers = TakenOut.Timers(gone, turn),
            Messages =
            [
                .. gone.Select(side => new Outgoing(
                    side with { Joined = null },
                    $"{turn.Actor.Name} has taken this conversation out of the group: it is one by itself again, with "
                        + "its own agenda and minutes of before. What was recorded together stays in the other; "
                        + "/minutes there has it.") { Lone = true }),
                .. group.Sides!.All.Select(side => new Outgoing(
                    side, $"{turn.Actor.Name} has taken the conversation on {others} out of this group. What was "
                        + $"recorded together stays here.{TakenOut.Told(turn.Group, group)}") { Lone = true }),
            ],
        };
    }
}
