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
        "SELECT key, etag, data FROM rows WHERE partition = ?1 AND key >= ?2 AND key < ?3 ORDER BY key LIMIT ?4");

    private readonly SqliteStatement scan = new(
        connection.Handle!,
        """
        SELECT partition, key, etag, data FROM rows WHERE (partition, key) > (?1, ?2)
        ORDER BY partition, key LIMIT ?3
        """);

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
        query.BindInteger(4, limit);
        var rows = new List<Row>();
        try
        {
            while (query.Step())
                rows.Add(new Row(partitionKey, query.Key(0), query.Data(2), ETag(query.Integer(1))));
        }
        finally
        {
            query.Reset();
        }
        return rows;
    }

    /// <summary>The next rows of the whole table in key order.</summary>
    public List<Row> Scan((string PartitionKey, string RowKey) after, int limit)
    {
        scan.BindKey(1, after.PartitionKey);
        scan.BindKey(2, after.RowKey);
        scan.BindInteger(3, limit);
        var rows = new List<Row>();
        try
        {
            while (scan.Step())
                rows.Add(new Row(scan.Key(0), scan.Key(1), scan.Data(3), ETag(scan.Integer(2))));
        }
        finally
        {
            scan.Reset();
        }
        return rows;
    }

    public void Dispose()
    {
        get.Dispose();
        query.Dispose();
        scan.Dispose();
        connection.Dispose();
    }

    private static string ETag(long revision) => revision.ToString(CultureInfo.InvariantCulture);
}
