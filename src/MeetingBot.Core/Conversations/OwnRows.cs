using MeetingBot.Tables;

namespace MeetingBot.Conversations;

/// <summary>
/// Rows that somebody keeps in their own chat with the bot for all the groups they are in. Where that chat is stands in
/// a partition of all groups, by person; it is written before the commit it serves and leads nowhere without it.
/// </summary>
internal static class OwnRows
{
    private const string Partition = "people";

    // A turn that asks for them reads two rows a person.
    public const int MostPeople = 100;

    /// <summary>Where a row of a person is kept, in a group or in their own chat.</summary>
    public static string Key(string kind, PersonKey person) => TableKey.Join(kind, person.Value);

    /// <summary>Under which the row of their own chat is read beside those of the group.</summary>
    public static string Of(string kind, PersonKey person) => TableKey.Join("own", kind, person.Value);

    /// <summary>Adds the rows that those members keep who were read already.</summary>
    public static async ValueTask AddAsync(ITable table, string kind, RowSet rows, CancellationToken cancel)
    {
        var people = rows.In(GroupRows.Members).Take(MostPeople).Select(GroupRows.ReadMember).ToList();
        var found = await Task.WhenAll(people.Select(person => FindAsync(table, kind, person.Key, cancel)));
        foreach (var row in found) if (row is not null) rows.Add(row);
    }

    /// <summary>
    /// Tells where the person's rows are. It stays where they are there no more: it leads nowhere then.
    /// </summary>
    public static async ValueTask AnnounceAsync(ITable table, Turn turn, CancellationToken cancel)
    {
        var home = new OwnHome(turn.Conversation.Group.PartitionKey);
        var key = TableKey.Join(turn.Actor.Key.Value);
        await table.CommitAsync(
            Partition, [new RowChange.Upsert(key, Rows.Write(home, ConversationJson.Default.OwnHome))], cancel);
    }

    /// <summary>Takes away what leads to a chat that is being forgotten.</summary>
    public static ValueTask DropAsync(ITable table, GroupId group, CancellationToken cancel) =>
        table.DeleteAllAsync(
            Partition, row => row.TryRead(ConversationJson.Default.OwnHome)?.PartitionKey == group.PartitionKey,
            cancel);

    private static async Task<Row?> FindAsync(ITable table, string kind, PersonKey person, CancellationToken cancel)
    {
        var home = await table.GetAsync(Partition, TableKey.Join(person.Value), cancel);
        if (home?.TryRead(ConversationJson.Default.OwnHome) is not { PartitionKey: { } partition }) return null;
        return await table.GetAsync(partition, Key(kind, person), cancel) is { } row
            ? row with { RowKey = Of(kind, person) }
            : null;
    }
}

/// <summary>Leads to the chat in which a person keeps rows of their own.</summary>
internal sealed record OwnHome(string PartitionKey);
