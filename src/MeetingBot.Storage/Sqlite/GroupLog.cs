using SQLitePCL;

namespace MeetingBot.Storage.Sqlite;

/// <summary>
/// The log of the writer's groups: a group's rows go to the disk together, one after the other, instead of to as
/// many pages. What was settled in the table is cut off its beginning.
/// </summary>
internal sealed class GroupLog : IDisposable
{
    private const int EntryBytes = 1 << 20;
    private const long MostBytes = 32 << 20;

    private readonly SqliteStatement insert;
    private readonly SqliteStatement delete;
    private readonly Queue<(long Id, int Bytes)> entries = new();
    private readonly MemoryStream buffer = new();
    private readonly BinaryWriter writer;
    private readonly List<(long Id, int Bytes)> written = [];
    private long next = 1;
    private long cutTo;
    private long bytes;
    private string lastPartition = "";

    public GroupLog(sqlite3 database)
    {
        insert = new SqliteStatement(database, "INSERT INTO log (id, data) VALUES (?1, ?2)");
        delete = new SqliteStatement(database, "DELETE FROM log WHERE id < ?1");
        writer = new BinaryWriter(buffer);
    }

    /// <summary>Whether rows should be settled so that the log can be cut.</summary>
    public bool IsLong => bytes > MostBytes;

    /// <summary>The first entry of the group that is being written.</summary>
    public long First { get; private set; } = 1;

    public void BeginGroup()
    {
        StartEntry();
        written.Clear();
        First = next;
        cutTo = 0;
    }

    public void Add(string partitionKey, FreshRow row)
    {
        LogFormat.Write(writer, partitionKey == lastPartition ? "" : partitionKey, row);
        lastPartition = partitionKey;
        if (buffer.Length > EntryBytes) Flush();
    }

    /// <summary>Writes what is left of the group.</summary>
    public void Flush()
    {
        if (buffer.Length == 0) return;
        insert.BindInteger(1, next);
        insert.BindData(2, buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
        insert.Run();
        written.Add((next++, (int)buffer.Length));
        StartEntry();
    }

    /// <summary>Cuts off the entries before the given one.</summary>
    public void CutTo(long first)
    {
        if (!entries.TryPeek(out var oldest) || oldest.Id >= first) return;
        delete.BindInteger(1, first);
        delete.Run();
        cutTo = first;
    }

    /// <summary>To be called when the group is durable.</summary>
    public void EndGroup()
    {
        foreach (var entry in written)
        {
            entries.Enqueue(entry);
            bytes += entry.Bytes;
        }
        while (entries.TryPeek(out var oldest) && oldest.Id < cutTo) bytes -= entries.Dequeue().Bytes;
    }

    /// <summary>Settles every entry: at the start what a crash left, at the end what is there.</summary>
    public static void Replay(sqlite3 database, TableStatements table)
    {
        foreach (var entry in Entries(database))
            foreach (var (partitionKey, row) in entry)
                table.Settle(partitionKey, row);
        using var clear = new SqliteStatement(database, "DELETE FROM log");
        clear.Run();
    }

    /// <summary>The rows of each entry that is in the file, in the order they were written.</summary>
    public static IEnumerable<IEnumerable<(string PartitionKey, FreshRow Row)>> Entries(sqlite3 database)
    {
        using var entry = new SqliteStatement(database, "SELECT data FROM log ORDER BY id");
        while (entry.Step()) yield return LogFormat.Read(entry.Data(0));
    }

    public void Dispose()
    {
        insert.Dispose();
        delete.Dispose();
        writer.Dispose();
        buffer.Dispose();
    }

    private void StartEntry()
    {
        buffer.SetLength(0);
        lastPartition = "";
    }
}
