using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace MeetingBot.Storage.Sqlite;

/// <summary>
/// Lends read connections. A read takes microseconds on its caller's thread, so a few connections serve
/// everybody; one more is opened when all are out, and only <see cref="MostKept"/> come back to stay. That is more than
/// there are processors: a thread may lose its processor while it reads, and to open a connection costs a hundred
/// reads.
/// </summary>
/// <param name="open">Opens one more connection that only reads.</param>
internal sealed class SqliteReaderPool(Func<SqliteConnection> open) : IDisposable
{
    private static readonly int MostKept = Math.Max(32, 2 * Environment.ProcessorCount);

    private readonly ConcurrentStack<SqliteReader> idle = new();
    private volatile bool closed;

    public T Read<TQuery, T>(TQuery query, Func<SqliteReader, TQuery, T> run)
    {
        ObjectDisposedException.ThrowIf(closed, typeof(SqliteTable));
        if (!idle.TryPop(out var reader)) reader = Open();
        try
        {
            return run(reader, query);
        }
        finally
        {
            Return(reader);
        }
    }

    public void Dispose()
    {
        closed = true;
        while (idle.TryPop(out var reader)) reader.Dispose();
    }

    private SqliteReader Open()
    {
        var connection = open();
        try
        {
            return new SqliteReader(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Return(SqliteReader reader)
    {
        if (closed || idle.Count >= MostKept)
        {
            reader.Dispose();
            return;
        }
        idle.Push(reader);
        if (closed) Dispose();
    }
}
