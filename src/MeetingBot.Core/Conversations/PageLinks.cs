using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Conversations;

/// <summary>Unguessable addresses of pages: who holds one may see what it shows, until it expires.</summary>
public static class PageLinks
{
    private const string Partition = "links";

    internal static async ValueTask SaveAsync(ITable table, PageLink link, CancellationToken cancel) =>
        await table.CommitAsync(
            Partition,
            [new RowChange.Upsert(TableKey.Join(link.Token), Rows.Write(link, ConversationJson.Default.PageLink))],
            cancel);

    internal static async ValueTask DropAsync(ITable table, string token, CancellationToken cancel) =>
        await table.CommitAsync(Partition, [new RowChange.Delete(TableKey.Join(token))], cancel);

    /// <summary>What the address shows, or null when there is no such address (any more).</summary>
    public static async ValueTask<PageLink?> FindAsync(
        ITable table, string token, string kind, Instant now, CancellationToken cancel)
    {
        if (token.Length is < 16 or > 64) return null;
        var row = await table.GetAsync(Partition, TableKey.Join(token), cancel);
        var link = row?.Read(ConversationJson.Default.PageLink);
        return link is not null && link.Kind == kind && (link.ExpiresAt is not { } end || now < end) ? link : null;
    }
}
