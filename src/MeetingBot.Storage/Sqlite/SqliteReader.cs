using System.Globalization;
using MeetingBot.Tables;
using Microsoft.Data.Sqlite;

namespace MeetingBot.Storage.Sqlite;

/// <summary>One connection that reads, with its statements; used by one caller at a time.</summary>
internal sealed class SqliteReader(SqliteConnection connection) : IDisposable
{
    private readonly SqliteStatement get = new(
        connection.Handle!, "SELECT etag, data FROM rows WHERE partition = ?1 AND key = ?2");

    private readonly SqliteStatement query = new(
        connection.Handle!,
        "SELECT key, etag, data FROM rows WHERE partition = ?1 AND key >= ?2 AND key < ?3 ORDER BY key");

    private readonly SqliteStatement nextPartition = new(
        connection.Handle!, "SELECT partition FROM rows WHERE partition > ?1 ORDER BY partition LIMIT 1");

    public Row? Get(string partitionKey, string rowKey)
    {
        get.BindKey(1, partitionKey);
        get.BindKey(2, rowKey);
        try
        {
            return get.Step() ? new Row(partitionKey, rowKey, get.Data(1), ETag(get.Integer(0))) : null;
        }
        finally
        {
            get.Reset();
        }
    }

    public List<Row> Query(string partitionKey, KeyRange range, int limit)
    {
        query.BindKey(1, partitionKey);
        query.BindKey(2, range.From);
        query.BindKey(3, range.To);
        var rows = new List<Row>();
        try
        {
            // Not a bound LIMIT, for which SQLite plans the statement again at every binding.
            while (rows.Count < limit && query.Step())
                rows.Add(new Row(partitionKey, query.Key(0), query.Data(2), ETag(query.Integer(1))));
        }
        finally
        {
            query.Reset();
        }
        return rows;
    }

    /// <summary>The least partition after the given one, or null.</summary>
    public string? NextPartition(string after)
    {
        nextPartition.BindKey(1, after);
        try
        {
            return nextPartition.Step() ? nextPartition.Key(0) : null;
        }
        finally
        {
            nextPartition.Reset();
        }
    }

    public void Dispose()
    {
        get.Dispose();
        query.Dispose();
        nextPartition.Dispose();
        connection.Dispose();
    }

    /// <summary>A revision as callers know it.</summary>
    public static string ETag(long revision) => revision.ToString(CultureInfo.InvariantCulture);
}
