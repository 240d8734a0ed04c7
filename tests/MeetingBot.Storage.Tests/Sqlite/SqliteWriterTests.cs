using MeetingBot.Storage.Sqlite;
using MeetingBot.Tables;
using MeetingBot.Testing;

namespace MeetingBot.Storage.Tests.Sqlite;

public sealed class SqliteWriterTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task FullDisk_FailsItsCommits_AndTheWriterGoesOn()
    {
        using var file = SqliteFile.Hold(folder.File("store.db"));
        var connection = file.OpenWriter();
        await using var writer = new SqliteWriter(connection, new FreshRows(), new RecentRanges());
        SqliteSchema.Run(connection, "PRAGMA max_page_count = 40");
        var large = new RowChange.Upsert("large", Json.Text(new string('x', 400_000)));

        var failure = await Assert.ThrowsAsync<TableUnavailableException>(() => CommitAsync(writer, large));
        Assert.True(writer.Failed);
        SqliteSchema.Run(connection, "PRAGMA max_page_count = 4000");
        var later = await CommitAsync(writer, large, new RowChange.Insert("small", Json.Text("x")));

        Assert.Contains("full", failure.Message, StringComparison.Ordinal);
        Assert.IsType<CommitResult.Committed>(later);
        Assert.False(writer.Failed);
    }

    [Fact]
    public async Task ConflictInAGroup_LeavesTheOthersOfItsGroup()
    {
        using var file = SqliteFile.Hold(folder.File("store.db"));
        var fresh = new FreshRows();
        await using var writer = new SqliteWriter(file.OpenWriter(), fresh, new RecentRanges());

        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => CommitAsync(
            writer,
            new RowChange.Upsert($"own|{i}", Json.Text("x")),
            new RowChange.Insert($"shared|{i / 2}", Json.Text("x")))));

        Assert.Equal(50, results.Count(result => result is CommitResult.Committed));
        using var readers = new SqliteReaderPool(file.OpenReader);
        var view = new SqliteView(fresh, readers);
        Assert.Equal(50, view.Query("p", KeyRange.Under("own"), 1_000).Count);
        Assert.Equal(50, view.Query("p", KeyRange.Under("shared"), 1_000).Count);
    }

    private static Task<CommitResult> CommitAsync(SqliteWriter writer, params RowChange[] changes) =>
        writer.CommitAsync(new PendingBatch("p", changes), default).AsTask();
}
