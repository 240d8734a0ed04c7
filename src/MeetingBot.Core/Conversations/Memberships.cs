using System.Collections.Immutable;
using MeetingBot.Tables;

namespace MeetingBot.Conversations;

/// <summary>
/// Leads from a person to the conversations of which they may be a member, in a partition of all groups, by person. It
/// is written before the commit that makes them one and proves nothing by itself: whether they are one says the group's
/// own row of them (<see cref="GroupRows.MemberKey(PersonKey)"/>).
/// </summary>
internal static class Memberships
{
    private const string Partition = "members";

    /// <summary>
    /// Whether it is kept of them: a guest comes by a link, and in the rooms of the web nobody is known to be the same
    /// as in another.
    /// </summary>
    public static bool IsKept(Person person) =>
        person.Platform is not (Person.Unvouched or Person.Guest or Person.Former);

    /// <summary>The row that leads there, whichever group the conversation is a side of.</summary>
    public static RowChange.Upsert Row(Person account, ConversationReference conversation) => new(
        Key(account.Key, conversation.Own),
        Rows.Write(
            conversation with { Thread = null, Joined = null }, ConversationJson.Default.ConversationReference));

    public static async ValueTask WriteAsync(
        ITable table, ImmutableArray<RowChange.Upsert> rows, CancellationToken cancel)
    {
        foreach (var some in rows.Chunk(ITable.MaxBatch)) await table.CommitAsync(Partition, some, cancel);
    }

    /// <summary>The conversations, in an order that stays.</summary>
    public static async ValueTask<ImmutableArray<ConversationReference>> FindAsync(
        ITable table, PersonKey account, int most, CancellationToken cancel)
    {
        var found = ImmutableArray.CreateBuilder<ConversationReference>();
        await foreach (var row in table.QueryAllAsync(Partition, KeyRange.Under(account.Value), cancel, most))
            if (row.TryRead(ConversationJson.Default.ConversationReference) is { } conversation)
                found.Add(conversation);
        return found.ToImmutable();
    }

    /// <summary>
    /// Whether who presses from afar is not known in the very conversation that they name. Of a group that is, or was,
    /// in several its own row of them says only that they were in one: who left that, or was left with it, is told from
    /// who is in another by what leads them there.
    /// </summary>
    public static async ValueTask<bool> IsLostAsync(ITable table, Turn turn, CancellationToken cancel) =>
        turn.IsFromAfar && turn.Group.Sides is not null && IsKept(turn.Account)
        && await table.GetAsync(Partition, Key(turn.Account.Key, turn.Conversation.Own), cancel) is null;

    /// <summary>Takes away what leads to a group that is being forgotten.</summary>
    public static ValueTask DropAsync(ITable table, GroupId group, CancellationToken cancel) =>
        table.DeleteAllAsync(
            Partition,
            row => row.TryRead(ConversationJson.Default.ConversationReference)?.Own == group,
            cancel);

    /// <summary>Takes away what leads somebody's accounts to conversations.</summary>
    public static async ValueTask DropAsync(
        ITable table, IEnumerable<PersonKey> accounts, IEnumerable<GroupId> conversations, CancellationToken cancel)
    {
        var rows = accounts.SelectMany(account => conversations.Select(one => Key(account, one)))
            .Distinct().Select(RowChange (key) => new RowChange.Delete(key));
        foreach (var some in rows.Chunk(ITable.MaxBatch)) await table.CommitAsync(Partition, some, cancel);
    }

    private static string Key(PersonKey account, GroupId conversation) =>
        TableKey.Join(account.Value, conversation.PartitionKey);
}
