using MeetingBot.Tables;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MeetingBot.Storage.Sqlite;

/// <summary>
/// The one thread that writes. Batches that wait while the disk is busy go together in the next transaction, so
/// that many callers share one flush; each is answered only after its transaction's COMMIT has returned.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int MostWaiting = 1024;

    private readonly CommitQueue queue = new(MostWaiting);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SqliteConnection connection;
    private readonly sqlite3 database;
    private readonly SqliteStatement begin;
    private readonly SqliteStatement commit;
    private readonly SqliteStatement rollback;
    private readonly GroupTransaction transaction;
    private long groups;
    private volatile bool failed;

    public SqliteWriter(SqliteConnection connection, FreshRows fresh, RecentRanges recent)
    {
        this.connection = connection;
        database = connection.Handle!;
        begin = new SqliteStatement(database, "BEGIN IMMEDIATE");
        commit = new SqliteStatement(database, "COMMIT");
        rollback = new SqliteStatement(database, "ROLLBACK");
        transaction = new GroupTransaction(database, SqliteSchema.NextEpoch(connection), fresh, recent);
        SettleAll();
        new Thread(Work) { Name = "SQLite writer", IsBackground = true }.Start();
    }

    /// <summary>Transactions so far: how well commits are grouped.</summary>
    public long Groups => Interlocked.Read(ref groups);

    /// <summary>Whether the last transaction could not be written, such as on a full disk.</summary>
    public bool Failed => failed;

    public async ValueTask<CommitResult> CommitAsync(PendingBatch batch, CancellationToken cancel)
    {
        var added = await queue.AddAsync(batch, cancel).ConfigureAwait(false);
        ObjectDisposedException.ThrowIf(!added, typeof(SqliteTable));
        return await batch.Task.ConfigureAwait(false);
    }

    /// <summary>Writes what is queued, settles the logs and closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Close();
        await ended.Task.ConfigureAwait(false);
    }

    private void Work()
    {
        List<PendingBatch> group = [];
        while (queue.Take(ref group))
        {
            Commit(group);
            group.Clear();
        }
        Close();
    }

    private void Commit(List<PendingBatch> group)
    {
        try
        {
            transaction.Begin();
            begin.Run();
            foreach (var batch in group) batch.Outcome = transaction.Apply(batch);
            transaction.Finish();
            commit.Run();
            transaction.Committed();
        }
        catch (Exception failure)
        {
            failed = true;
            Undo();
            transaction.RolledBack();
            var known = failure as TableUnavailableException
                ?? new TableUnavailableException("The SQLite store failed.", failure);
            foreach (var batch in group) batch.SetException(known);
            return;
        }
        failed = false;
        Interlocked.Increment(ref groups);
        foreach (var batch in group) batch.SetResult(batch.Outcome);
    }

    private void SettleAll()
    {
        begin.Run();
        transaction.SettleAll();
        commit.Run();
    }

    // A full disk or an I/O error has often rolled back already.
    private void Undo()
    {
        if (raw.sqlite3_get_autocommit(database) != 0) return;
        try
        {
            rollback.Run();
        }
        catch (TableUnavailableException)
        {
            // The next BEGIN meets the same failure and reports it to its own callers.
        }
    }

    private void Close()
    {
        try
        {
            SettleAll();
            SqliteSchema.Run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (Exception failure) when (failure is SqliteException or TableUnavailableException)
        {
            // Both logs stay and are read at the next start.
        }
        begin.Dispose();
        commit.Dispose();
        rollback.Dispose();
        transaction.Dispose();
        connection.Dispose();
        queue.Dispose();
        ended.SetResult();
    }
}
