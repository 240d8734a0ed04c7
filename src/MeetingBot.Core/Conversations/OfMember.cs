using MeetingBot.Tables;

namespace MeetingBot.Conversations;

/// <summary>
/// What somebody pressed elsewhere than in the group's conversation, done only for who is a member of the group as the
/// group itself knows it. To others it tells nothing, not even whether there is such a group.
/// </summary>
/// <param name="Tells">The group is told what came of it.</param>
internal sealed record OfMember(Command Inner, bool Tells) : Command
{
    public override bool IsTalk => Inner.IsTalk;

    public override Reads Reads(Turn turn) =>
        Inner.Reads(turn).And(Tables.Reads.OfKeys(GroupRows.MemberKey(turn.Actor)));

    public override Standing? StandsOn(Turn turn) => Inner.StandsOn(turn);

    public override Decision Decide(Turn turn, RowSet rows) =>
        rows[GroupRows.MemberKey(turn.Actor)] is null || turn.Departures().Of(turn.Actor.Key) is not null
            ? new Refusal("I don't know you in that group, so nothing was changed. Write to me there first.")
            : Told(Inner.Decide(turn, rows), turn);

    private Decision Told(Decision done, Turn turn) =>
        Tells && done is { Refused: false, Changes.IsEmpty: false, Tell: { } tell }
            ? done with { Messages = [.. done.Messages, turn.Say($"{turn.Actor.Name}: {tell}")] }
            : done;
}
