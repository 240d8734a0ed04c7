using MeetingBot.Tables;
using Microsoft.Data.Sqlite;

namespace MeetingBot.Storage.Sqlite;

/// <summary>
/// The store's file, held by this process alone: the lock beside it is the operating system's, so it falls
/// with the process however that ends.
/// </summary>
internal sealed class SqliteFile : IDisposable
{
    private const int NotADatabase = 26;

    private readonly FileStream held;

    private SqliteFile(string path, FileStream held)
    {
        Path = path;
        this.held = held;
    }

    public string Path { get; }

    /// <exception cref="StoreUnusableException">Another process has the file, or it can't be made.</exception>
    public static SqliteFile Hold(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
            var held = new FileStream(full + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new SqliteFile(full, held);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new StoreUnusableException($"The store {full} can't be written by this user.", refused);
        }
        catch (DirectoryNotFoundException missing)
        {
            throw new StoreUnusableException($"The folder of the store {full} can't be made.", missing);
        }
        catch (IOException taken)
        {
            throw new StoreUnusableException(
                $"The store {full} can't be locked: another process has it open, or its folder is no folder. "
                + "Stop the other one, or give each a path of its own.", taken);
        }
    }

    /// <summary>Opens the writing connection: write-ahead log, on the disk before a commit returns.</summary>
    public SqliteConnection OpenWriter()
    {
        var connection = Open(Path, SqliteOpenMode.ReadWriteCreate);
        try
        {
            SqliteSchema.Run(connection, """
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = FULL;
                PRAGMA wal_autocheckpoint = 4000;
                PRAGMA cache_size = -4000;
                """);
            SqliteSchema.Ensure(connection);
            return connection;
        }
        catch (SqliteException failure)
        {
            connection.Dispose();
            throw new StoreUnusableException(
                failure.SqliteErrorCode == NotADatabase
                    ? $"{Path} is not a SQLite database. Name another path for the store."
                    : $"The store {Path} can't be opened: {failure.Message}",
                failure);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Opens one more connection that only reads, with a cache for the few pages that one read needs.
    /// </summary>
    /// <exception cref="TableUnavailableException">It can't be opened just now.</exception>
    public SqliteConnection OpenReader()
    {
        SqliteConnection? connection = null;
        try
        {
            connection = Open(Path, SqliteOpenMode.ReadOnly);
            SqliteSchema.Run(connection, "PRAGMA cache_size = -256");
            return connection;
        }
        catch (Exception failure)
        {
            connection?.Dispose();
            if (failure is not (SqliteException or StoreUnusableException)) throw;
            throw new TableUnavailableException($"The store {Path} can't be read just now.", failure);
        }
    }

    public void Dispose() => held.Dispose();

    /// <exception cref="StoreUnusableException">It can't be opened in this mode.</exception>
    public static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false };
        var connection = new SqliteConnection(settings.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch (SqliteException failure)
        {
            connection.Dispose();
            throw new StoreUnusableException($"The store {path} can't be opened: {failure.Message}", failure);
        }
    }
}
