using System.Runtime.CompilerServices;
using MeetingBot.Tables;

namespace MeetingBot.Storage.Azure;

/// <summary>The rows in a table of Azure Table storage, where any number of instances share them.</summary>
internal sealed class AzureTable(TableClient client) : ITable
{
    public async ValueTask<Row?> GetAsync(string partitionKey, string rowKey, CancellationToken cancel)
    {
        TableKey.Check(partitionKey);
        TableKey.Check(rowKey);
        return (await client.GetEntityAsync(partitionKey, rowKey, cancel).ConfigureAwait(false))?.Row;
    }

    public async ValueTask<IReadOnlyList<Row>> QueryAsync(
        string partitionKey, KeyRange range, int limit, CancellationToken cancel)
    {
        TableRules.CheckQuery(partitionKey, range, limit);
        var rows = new List<Row>();
        TableContinuation? next = null;
        do
        {
            var page = await client
                .QueryAsync(TableFilter.Range(partitionKey, range), limit - rows.Count, next, cancel)
                .ConfigureAwait(false);
            rows.AddRange(page.Entities.Select(entity => entity.Row));
            next = page.Next;
        }
        while (next is not null && rows.Count < limit);
        return rows;
    }

    public async ValueTask<CommitResult> CommitAsync(
        string partitionKey, IReadOnlyList<RowChange> changes, CancellationToken cancel)
    {
        TableRules.CheckBatch(partitionKey, changes);
        return await new AzureCommit(client, partitionKey, changes).RunAsync(cancel).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<Row> ScanAsync(
        (string PartitionKey, string RowKey)? after, [EnumeratorCancellation] CancellationToken cancel)
    {
        var filter = after is { } last ? TableFilter.After(last) : null;
        TableContinuation? next = null;
        do
        {
            var page = await client.QueryAsync(filter, TableClient.MaxPage, next, cancel).ConfigureAwait(false);
            foreach (var entity in page.Entities) yield return entity.Row;
            next = page.Next;
        }
        while (next is not null);
    }
}
