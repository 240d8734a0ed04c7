using SQLitePCL;

namespace MeetingBot.Storage.Sqlite;

/// <summary>The writer's statements on the table itself.</summary>
internal sealed class TableStatements(sqlite3 database) : IDisposable
{
    private readonly SqliteStatement revision =
        new(database, "SELECT etag FROM rows WHERE partition = ?1 AND key = ?2");

    private readonly SqliteStatement write =
        new(database, "REPLACE INTO rows (partition, key, etag, data) VALUES (?1, ?2, ?3, ?4)");

    private readonly SqliteStatement delete =
        new(database, "DELETE FROM rows WHERE partition = ?1 AND key = ?2");

    /// <summary>The revision of a row that is in the table, or null.</summary>
    public long? Revision(string partitionKey, string rowKey)
    {
        revision.BindKey(1, partitionKey);
        revision.BindKey(2, rowKey);
        try
        {
            return revision.Step() ? revision.Integer(0) : null;
        }
        finally
        {
            revision.Reset();
        }
    }

    /// <summary>Puts a row in its place, or removes it.</summary>
    public void Settle(string partitionKey, FreshRow row)
    {
        var statement = row.IsDeleted ? delete : write;
        statement.BindKey(1, partitionKey);
        statement.BindKey(2, row.RowKey);
        if (!row.IsDeleted)
        {
            statement.BindInteger(3, row.Revision);
            statement.BindData(4, row.Data.Span);
        }
        statement.Run();
    }

    public void Dispose()
    {
        revision.Dispose();
        write.Dispose();
        delete.Dispose();
    }
}
