using System.Security.Cryptography;
using System.Text;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Conversations;

/// <summary>Unguessable addresses of pages: who holds one may see what it shows, until it expires.</summary>
/// <remarks>
/// A row is named by the hash of its token: the keys of rows stand in the addresses of calls to the store, and those
/// in logs and traces of others.
/// </remarks>
public static class PageLinks
{
    private const string Partition = "links";
    private const string Owned = "owner";

    internal static async ValueTask SaveAsync(ITable table, PageLink link, CancellationToken cancel) =>
        await table.CommitAsync(
            Partition,
            // Whose pages are looked for by person are those of no one thing of the group: a guest's are never.
            link is { Owner: { } owner, Subject: null }
                ? [Put(Key(link.Token), link), Put(KeyOf(owner, link), link with { Token = "" })]
                : [Put(Key(link.Token), link)],
            cancel);

    /// <summary>Takes away the addresses of a group, which lead nowhere any more since it is being forgotten.</summary>
    internal static ValueTask DropAsync(ITable table, GroupId group, CancellationToken cancel) =>
        table.DeleteAllAsync(
            Partition, row => row.TryRead(ConversationJson.Default.PageLink)?.Group == group, cancel);

    /// <summary>Takes away those of one person in a group, who is being forgotten there.</summary>
    internal static ValueTask DropAsync(ITable table, GroupId group, PersonKey owner, CancellationToken cancel) =>
        table.DeleteAllAsync(
            Partition,
            row => row.TryRead(ConversationJson.Default.PageLink) is { } link
                && link.Group == group && link.Owner == owner.Value,
            cancel);

    /// <summary>What the address shows, or null when there is no such address (any more).</summary>
    public static async ValueTask<PageLink?> FindAsync(
        ITable table, string token, string kind, Instant now, CancellationToken cancel)
    {
        if (token.Length is < 16 or > 64) return null;
        var row = await table.GetAsync(Partition, Key(token), cancel);
        var link = row?.Read(ConversationJson.Default.PageLink);
        if (link is null || link.Kind != kind || link.ExpiresAt <= now) return null;
        return await LeadsAsync(table, link, cancel) ? link : null;
    }

    /// <summary>The groups in which a person has an address of that kind, or had.</summary>
    /// <param name="owner">As <see cref="PageLink.Owner"/>.</param>
    public static async ValueTask<IReadOnlyList<GroupId>> GroupsOfAsync(
        ITable table, string owner, string kind, int most, CancellationToken cancel)
    {
        var groups = new List<GroupId>();
        var own = KeyRange.Under(Owned, Hash(owner), kind);
        foreach (var row in await table.QueryAsync(Partition, own, most, cancel))
            if (row.TryRead(ConversationJson.Default.PageLink) is { } link && await LeadsAsync(table, link, cancel))
                groups.Add(link.Group);
        return groups;
    }

    private static async ValueTask<bool> LeadsAsync(ITable table, PageLink link, CancellationToken cancel)
    {
        var kept = await table.GetAsync(link.Group.PartitionKey, GroupRows.GroupKey, cancel);
        var group = kept?.Read(ConversationJson.Default.Group);
        return link.Epoch == (group?.Epoch ?? 0) && group is not { Forgetting: true };
    }

    private static RowChange.Upsert Put(string key, PageLink link) =>
        new(key, Rows.Write(link, ConversationJson.Default.PageLink));

    private static string Key(string token) => TableKey.Join(Hash(token));

    private static string KeyOf(string owner, PageLink link) =>
        TableKey.Join(Owned, Hash(owner), link.Kind, Hash(link.Group.PartitionKey));

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
