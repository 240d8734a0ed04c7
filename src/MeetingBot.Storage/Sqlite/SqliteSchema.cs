using System.Globalization;
using Microsoft.Data.Sqlite;

namespace MeetingBot.Storage.Sqlite;

/// <summary>The file's layout, its version, and the refusal of files that are something else.</summary>
internal static class SqliteSchema
{
    public const int Version = 1;

    /// <summary>"MBot" in the file's header, SQLite's application_id.</summary>
    private const int ApplicationId = 0x4D426F74;

    private static readonly string Create = string.Create(CultureInfo.InvariantCulture, $"""
        BEGIN IMMEDIATE;
        CREATE TABLE rows (
            partition TEXT NOT NULL, key TEXT NOT NULL, etag INTEGER NOT NULL, data BLOB NOT NULL,
            PRIMARY KEY (partition, key)) WITHOUT ROWID;
        CREATE TABLE log (id INTEGER PRIMARY KEY, data BLOB NOT NULL);
        CREATE TABLE epoch (number INTEGER NOT NULL);
        INSERT INTO epoch VALUES (0);
        PRAGMA application_id = {ApplicationId};
        PRAGMA user_version = {Version};
        COMMIT;
        """);

    /// <summary>Creates the tables in a new file; refuses a file of a newer program or of another one.</summary>
    /// <exception cref="StoreUnusableException">The file is not a store that this program knows.</exception>
    public static void Ensure(SqliteConnection connection)
    {
        var version = Number(connection, "PRAGMA user_version");
        var application = Number(connection, "PRAGMA application_id");
        if (version == 0 && application == 0 && Number(connection, "SELECT count(*) FROM sqlite_schema") == 0)
        {
            Run(connection, Create);
            return;
        }
        Check(connection);
    }

    /// <summary>Refuses a file that is not a store that this program knows; writes nothing.</summary>
    /// <exception cref="StoreUnusableException">It is none.</exception>
    public static void Check(SqliteConnection connection)
    {
        var path = connection.DataSource;
        var version = Number(connection, "PRAGMA user_version");
        var application = Number(connection, "PRAGMA application_id");
        if (application != ApplicationId)
            throw new StoreUnusableException(
                $"{path} is a SQLite file of another program. Name another path for the store.");
        if (version > Version)
            throw new StoreUnusableException(
                $"{path} has schema version {version}, written by a newer MeetingBot; "
                + $"this one knows version {Version}. Run the newer one.");
        if (version != Version)
            throw new StoreUnusableException(
                $"{path} has schema version {version}, which this MeetingBot does not know.");
    }

    /// <summary>The number of this opening of the file: one more than that of the last.</summary>
    public static long NextEpoch(SqliteConnection connection) =>
        Number(connection, "UPDATE epoch SET number = number + 1 RETURNING number");

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
