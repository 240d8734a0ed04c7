using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Linking;

/// <summary>
/// Takes those out of the group's members who were only in conversations that have left it, a part a turn. Fired by its
/// timer until none is left.
/// </summary>
internal sealed record DropMembers(string Platform, string Tenant) : Command
{
    private const int AtATime = 80;

    public override Reads Reads(Turn turn) => Tables.Reads.Of(GroupRows.Members);

    public override Decision Decide(Turn turn, RowSet rows)
    {
        if (turn.Group is not { Forgetting: false, Sides: { } sides }) return Decision.Nothing;
        var gone = rows.In(GroupRows.Members)
            .Where(row => TakenOut.WasOnly(GroupRows.ReadMember(row), (Platform, Tenant), sides))
            .Take(AtATime + 1).ToList();
        if (gone.Count == 0) return Decision.Nothing;
        return new Decision
        {
            Changes =
            [
                // Marks that were written before are not taken for written when they come back.
                turn.Change(turn.Group with { Departed = turn.Group.Departed + 1 }),
                .. gone.Take(AtATime).Select(row => new RowChange.Delete(row.RowKey, row.ETag)),
            ],
            Timers = gone.Count > AtATime ? [TakenOut.Timer((Platform, Tenant), turn)] : [],
        };
    }
}
