using System.Text;
using MeetingBot.Tables;
using SQLitePCL;

namespace MeetingBot.Storage.Sqlite;

/// <summary>
/// One prepared statement, kept for the life of its connection and used by one thread at a time. It goes past
/// Microsoft.Data.Sqlite's command objects, which cost several times what SQLite itself needs for a small row.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public SqliteStatement(sqlite3 database, string sql)
    {
        this.database = database;
        SqliteFailure.Check(
            raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement), database);
    }

    /// <summary>Binds a key: keys and their bounds are ASCII.</summary>
    public void BindKey(int index, string key)
    {
        Span<byte> ascii = stackalloc byte[TableKey.MaxLength + 1];
        var length = Encoding.ASCII.GetBytes(key, ascii);
        SqliteFailure.Check(raw.sqlite3_bind_text(statement, index, ascii[..length]), database);
    }

    public void BindData(int index, ReadOnlySpan<byte> data) =>
        SqliteFailure.Check(raw.sqlite3_bind_blob(statement, index, data), database);

    public void BindInteger(int index, long value) =>
        SqliteFailure.Check(raw.sqlite3_bind_int64(statement, index, value), database);

    /// <summary>Runs to the next row; false at the end.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(statement);
        if (code == raw.SQLITE_ROW) return true;
        if (code == raw.SQLITE_DONE) return false;
        SqliteFailure.Check(code, database);
        return false;
    }

    /// <summary>Runs a statement that gives no rows.</summary>
    public void Run()
    {
        try
        {
            Step();
        }
        finally
        {
            Reset();
        }
    }

    public long Integer(int column) => raw.sqlite3_column_int64(statement, column);

    public string Key(int column) => Encoding.ASCII.GetString(raw.sqlite3_column_blob(statement, column));

    public byte[] Data(int column) => raw.sqlite3_column_blob(statement, column).ToArray();

    /// <summary>Ends the statement and gives its lock back; the step's own failure was reported by the step.</summary>
    public void Reset() => _ = raw.sqlite3_reset(statement);

    public void Dispose() => statement.Dispose();
}
