using MeetingBot.Tables;

namespace MeetingBot.Conversations;

/// <summary>
/// Finds the group of a conversation that was joined to another: its own rows say which, and that group's rows name it
/// among their <see cref="GroupSides"/>. Where only one of the two says so it is a group by itself: what joins is
/// written before the commit that makes it true.
/// </summary>
public static class JoinedGroups
{
    private static readonly Refusal Taken = new(
        "That conversation has joined another group since it asked, so nothing was changed. Once it has left that "
            + "(/unlink there), say yes again: /link yes");

    /// <summary>The group that the conversation is a side of, its own where it is none.</summary>
    public static async ValueTask<GroupId> HomeAsync(ITable table, GroupId own, CancellationToken cancel) =>
        await table.GetAsync(own.PartitionKey, GroupRows.JoinedKey, cancel) is { } row
            ? await HomeAsync(table, own, row, cancel) ?? own
            : own;

    /// <summary>The incoming as one of the group that its conversation is a side of; null where it is none.</summary>
    /// <param name="hot">What every turn reads of the conversation's own rows.</param>
    internal static async ValueTask<Incoming?> MovedAsync(
        ITable table, Incoming incoming, RowSet hot, CancellationToken cancel)
    {
        // What was promised or asked before it was joined is kept where it was.
        if (incoming is TimerFired or ErrandDone
            || incoming.Conversation.Joined is not null
            || hot[GroupRows.JoinedKey] is not { } row
            || (incoming is CardAnswer answer && GroupButtons.IsMarkedAsHere(answer)))
            return null;
        return await HomeAsync(table, incoming.Conversation.Own, row, cancel) is { } home
            ? incoming with { Conversation = incoming.Conversation with { Joined = home } }
            : null;
    }

    /// <summary>
    /// The "no" to a decision that joins a conversation which belongs to another group by now, or has taken others in;
    /// null where nothing is in its way. Two groups that say yes in the same moment may both be let through: the later
    /// has it then, and the other can take it out (<c>/unlink</c>).
    /// </summary>
    internal static async ValueTask<Refusal?> RefuseAsync(
        ITable table, Decision decision, Turn turn, CancellationToken cancel)
    {
        foreach (var side in decision.Joins)
            if (await IsTakenAsync(table, side.Own, turn.Conversation.Group, cancel)) return Taken;
        return null;
    }

    /// <summary>Tells in the conversation's own rows where it belongs; without that group's word it does not.</summary>
    internal static async ValueTask AnnounceAsync(
        ITable table, GroupId own, GroupId home, CancellationToken cancel) =>
        await table.CommitAsync(
            own.PartitionKey,
            [new RowChange.Upsert(GroupRows.JoinedKey, Rows.Write(home, ConversationJson.Default.GroupId))], cancel);

    private static async ValueTask<bool> IsTakenAsync(
        ITable table, GroupId own, GroupId home, CancellationToken cancel)
    {
        var kept = await table.GetAsync(own.PartitionKey, GroupRows.GroupKey, cancel);
        if (kept?.TryRead(ConversationJson.Default.Group)?.Sides is { All.Length: > 1 }) return true;
        var known = await HomeAsync(table, own, cancel);
        return known != own && known != home;
    }

    private static async ValueTask<GroupId?> HomeAsync(
        ITable table, GroupId own, Row joined, CancellationToken cancel)
    {
        if (joined.TryRead(ConversationJson.Default.GroupId) is not { } home) return null;
        var kept = await table.GetAsync(home.PartitionKey, GroupRows.GroupKey, cancel);
        return kept?.TryRead(ConversationJson.Default.Group)?.Sides is { } sides
            && sides.All.Any(side => side.Own == own && side.Joined == home)
                ? home
                : null;
    }
}
