using MeetingBot.Tables;
using SQLitePCL;

namespace MeetingBot.Storage.Sqlite;

/// <summary>Turns SQLite's result codes into the one exception that the table's callers know.</summary>
internal static class SqliteFailure
{
    /// <exception cref="TableUnavailableException">The code is none of OK, ROW and DONE.</exception>
    public static void Check(int code, sqlite3 database)
    {
        if (code is raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE) return;
        throw new TableUnavailableException(
            $"The SQLite store failed with code {code}: {raw.sqlite3_errmsg(database).utf8_to_string()}");
    }
}
