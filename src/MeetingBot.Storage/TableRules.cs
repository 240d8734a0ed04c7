using System.Buffers;
using System.Text.Unicode;
using MeetingBot.Tables;

namespace MeetingBot.Storage;

/// <summary>The limits that every home refuses alike, so that what one stores the other can take over.</summary>
internal static class TableRules
{
    private const int FewChanges = 8;

    // JSON has no other control characters outside its escapes.
    private static readonly SearchValues<byte> RawControls = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Where(b => b is not ('\t' or '\n' or '\r')).Select(b => (byte)b)]);

    /// <exception cref="ArgumentException">The batch is over a limit of the table.</exception>
    public static void CheckBatch(string partitionKey, IReadOnlyList<RowChange> changes)
    {
        TableKey.Check(partitionKey);
        if (changes.Count is 0 or > ITable.MaxBatch)
            throw new ArgumentException(
                $"A batch has 1 to {ITable.MaxBatch} changes, not {changes.Count}.", nameof(changes));

        var total = 0;
        foreach (var change in changes)
        {
            TableKey.Check(change.RowKey);
            CheckETag(change);
            if (change is not RowChange.Delete) CheckData(change);
            total += change.Payload.Length;
        }
        if (total > ITable.MaxBatchData)
            throw new ArgumentException(
                $"A batch holds at most {ITable.MaxBatchData} bytes of data, not {total}.", nameof(changes));
        CheckEachRowOnce(changes);
    }

    /// <exception cref="ArgumentException">A bound is not ASCII or the limit is not positive.</exception>
    public static void CheckQuery(string partitionKey, KeyRange range, int limit)
    {
        TableKey.Check(partitionKey);
        CheckBound(range.From);
        CheckBound(range.To);
        if (limit < 1) throw new ArgumentException("A query asks for at least one row.", nameof(limit));
    }

    private static void CheckBound(string? bound)
    {
        if (bound is null || bound.Length > TableKey.MaxLength + 1 || bound.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            throw new ArgumentException("A range lies between two keys; make it with KeyRange.Under.", nameof(bound));
    }

    private static void CheckData(RowChange change)
    {
        var data = change.Payload.Span;
        if (data.Length is 0 or > Row.MaxData)
            throw new ArgumentException($"A row holds 1 to {Row.MaxData} bytes, not {data.Length}.", nameof(change));
        if (!Utf8.IsValid(data) || data.ContainsAny(RawControls))
            throw new ArgumentException("A row holds UTF-8 JSON.", nameof(change));
    }

    // An ETag goes into a header of Azure's batch; "*" would match whatever is there.
    private static void CheckETag(RowChange change)
    {
        var etag = change switch
        {
            RowChange.Replace replace => replace.IfMatch ?? "",
            RowChange.Delete delete => delete.IfMatch,
            _ => null,
        };
        if (etag is null) return;
        if (etag.Length is 0 or > 200 || etag == "*" || etag.AsSpan().ContainsAnyExceptInRange('!', '~'))
            throw new ArgumentException("That is not an ETag of this table.", nameof(change));
    }

    private static void CheckEachRowOnce(IReadOnlyList<RowChange> changes)
    {
        if (changes.Count > FewChanges)
        {
            var seen = new HashSet<string>(changes.Count, StringComparer.Ordinal);
            foreach (var change in changes)
                if (!seen.Add(change.RowKey)) throw Twice(change.RowKey);
            return;
        }
        for (var i = 1; i < changes.Count; i++)
            for (var j = 0; j < i; j++)
                if (string.Equals(changes[i].RowKey, changes[j].RowKey, StringComparison.Ordinal))
                    throw Twice(changes[i].RowKey);
    }

    private static ArgumentException Twice(string rowKey) =>
        new($"A batch names each row at most once; it names {rowKey} twice.");
}
