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

    private static readonly Refusal Forgotten = new(
        "Everything of that conversation was deleted since it asked, so nothing was changed. Its chairs may ask again: "
            + "/link gives a code");

    private const int MostAttempts = 40;

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
    /// The "no" to a decision that joins a conversation which belongs to another group by now, has taken others in, or
    /// was forgotten since it asked; null where nothing is in its way.
    /// </summary>
    internal static async ValueTask<Refusal?> RefuseAsync(
        ITable table, Decision decision, Turn turn, CancellationToken cancel)
    {
        foreach (var joining in decision.Joins)
        {
            var own = joining.Side.Own;
            var kept = await table.GetAsync(own.PartitionKey, GroupRows.GroupKey, cancel);
            var group = kept?.TryRead(ConversationJson.Default.Group);
            if (group?.Sides is { All.Length: > 1 }) return Taken;
            if (IsForgotten(group, joining.Epoch)) return Forgotten;
            var known = await HomeAsync(table, own, cancel);
            if (known != own && known != turn.Conversation.Group) return Taken;
        }
        return null;
    }

    /// <summary>
    /// Tells in the conversation's own rows where it belongs; without that group's word it does not. False where it is
    /// another group's by now, or another was just telling the same: then whoever asks looks again.
    /// </summary>
    internal static async ValueTask<bool> AnnounceAsync(
        ITable table, GroupId own, GroupId home, CancellationToken cancel)
    {
        var row = await table.GetAsync(own.PartitionKey, GroupRows.JoinedKey, cancel);
        return await IsFreeAsync(table, own, home, row, cancel) && await WriteAsync(table, own, home, row, cancel);
    }

    /// <summary>
    /// Settles it once the group's word is stored: of two groups that took the conversation in at the same moment one
    /// has it, whatever each had read. Its row is written anew, so that who has read it before and not written yet
    /// looks again and finds the group's word; and it is taken from another only while that has not given its own.
    /// </summary>
    /// <returns>False where it is another group's, or was forgotten.</returns>
    internal static async ValueTask<bool> KeepAsync(
        ITable table, GroupId own, GroupId home, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var row = await table.GetAsync(own.PartitionKey, GroupRows.JoinedKey, cancel);
            if (row is null || !await IsFreeAsync(table, own, home, row, cancel)) return false;
            if (await WriteAsync(table, own, home, row, cancel)) return true;
        }
        throw new TableUnavailableException("Where the conversation belongs changed under every attempt to settle it.");
    }

    /// <summary>Whether the group says that the conversation is a side of it.</summary>
    internal static async ValueTask<bool> NamesAsync(
        ITable table, GroupId home, GroupId own, CancellationToken cancel)
    {
        var kept = await table.GetAsync(home.PartitionKey, GroupRows.GroupKey, cancel);
        return kept?.TryRead(ConversationJson.Default.Group)?.Sides is { } sides
            && sides.All.Any(side => side.Own == own && side.Joined == home);
    }

    /// <summary>Whether a conversation's own group is being forgotten, or was since.</summary>
    /// <param name="epoch">Its <see cref="Group.Epoch"/> then.</param>
    internal static async ValueTask<bool> IsForgottenAsync(
        ITable table, GroupId own, int epoch, CancellationToken cancel) =>
        IsForgotten(
            (await table.GetAsync(own.PartitionKey, GroupRows.GroupKey, cancel))?
                .TryRead(ConversationJson.Default.Group),
            epoch);

    private static bool IsForgotten(Group? group, int epoch) =>
        group is { Forgetting: true } || (group?.Epoch ?? 0) != epoch;

    private static async ValueTask<bool> IsFreeAsync(
        ITable table, GroupId own, GroupId home, Row? row, CancellationToken cancel) =>
        row is null || await HomeAsync(table, own, row, cancel) is not { } other || other == home;

    private static async ValueTask<bool> WriteAsync(
        ITable table, GroupId own, GroupId home, Row? row, CancellationToken cancel) =>
        await table.CommitAsync(
            own.PartitionKey, [Rows.Put(GroupRows.JoinedKey, home, ConversationJson.Default.GroupId, row)], cancel)
            is CommitResult.Committed;

    private static async ValueTask<GroupId?> HomeAsync(
        ITable table, GroupId own, Row joined, CancellationToken cancel) =>
        joined.TryRead(ConversationJson.Default.GroupId) is { } home && await NamesAsync(table, home, own, cancel)
            ? home
            : null;
}
