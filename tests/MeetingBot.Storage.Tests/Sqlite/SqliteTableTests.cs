using MeetingBot.Storage.Sqlite;
using MeetingBot.Tables;
using MeetingBot.Testing;
using Microsoft.Data.Sqlite;

namespace MeetingBot.Storage.Tests.Sqlite;

public sealed class SqliteTableTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string StorePath => folder.File("store.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task SecondOpening_IsRefusedInWords_UntilTheFirstIsClosed()
    {
        var first = SqliteTable.Open(StorePath);

        var refusal = Assert.Throws<StoreUnusableException>(() => SqliteTable.Open(StorePath));
        await first.DisposeAsync();
        await using var second = SqliteTable.Open(StorePath);

        Assert.Contains("another process", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(StorePath, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefusedOpening_LeavesNoLock()
    {
        await SqliteTable.Open(StorePath).DisposeAsync();
        Execute("PRAGMA user_version = 2");
        Assert.Throws<StoreUnusableException>(() => SqliteTable.Open(StorePath));
        Execute("PRAGMA user_version = 1");

        await using var opened = SqliteTable.Open(StorePath);
    }

    [Theory]
    [InlineData("PRAGMA user_version = 2", "newer MeetingBot")]
    [InlineData("PRAGMA user_version = -1", "does not know")]
    [InlineData("PRAGMA application_id = 7", "another program")]
    public async Task FileOfAnotherVersionOrProgram_IsRefusedInWords(string change, string words)
    {
        await SqliteTable.Open(StorePath).DisposeAsync();
        Execute(change);

        var refusal = Assert.Throws<StoreUnusableException>(() => SqliteTable.Open(StorePath));

        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FileThatIsNoDatabase_IsRefusedAndLeftAlone()
    {
        var text = string.Concat(Enumerable.Repeat("minutes of the last meeting\n", 100));
        File.WriteAllText(StorePath, text);

        var refusal = Assert.Throws<StoreUnusableException>(() => SqliteTable.Open(StorePath));

        Assert.Contains("not a SQLite database", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(StorePath));
    }

    [Fact]
    public void FolderThatIsAFile_IsRefusedInWords()
    {
        File.WriteAllText(folder.File("file"), "");

        Assert.Throws<StoreUnusableException>(() => SqliteTable.Open(folder.File("file/store.db")));
    }

    [Fact]
    public async Task OpenedAgain_HasItsRowsAndGivesNewETags()
    {
        await using (var table = SqliteTable.Open(StorePath)) await CommitAsync(table, "k", "one");
        await using var again = SqliteTable.Open(StorePath);
        var before = (await again.GetAsync("p", "k", default))!;

        await CommitAsync(again, "k", "two");

        Assert.Equal("\"one\"", Json.Of(before));
        Assert.NotEqual(before.ETag, (await again.GetAsync("p", "k", default))!.ETag);
        Assert.IsType<CommitResult.Conflict>(
            await again.CommitAsync("p", [new RowChange.Delete("k", before.ETag)], default));
    }

    [Fact]
    public async Task CommitsAtOnce_ShareTransactions()
    {
        await using var table = SqliteTable.Open(StorePath);
        const int writers = 32, each = 50;

        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < each; i++) await CommitAsync(table, $"{writer}|{i}", "x");
        })));

        Assert.Equal(writers * each, (await table.QueryAsync("p", KeyRange.All, 10_000, default)).Count);
        Assert.InRange(table.Groups, each, writers * each / 4);
    }

    [Fact]
    public async Task Dispose_FinishesWhatIsQueued_AndLeavesOneFile()
    {
        var table = SqliteTable.Open(StorePath);
        var commits = Enumerable.Range(0, 300).Select(i => CommitAsync(table, $"{i}", "x")).ToArray();

        await table.DisposeAsync();
        await Task.WhenAll(commits);

        Assert.False(File.Exists(StorePath + "-wal"));
        await using var again = SqliteTable.Open(StorePath);
        Assert.Equal(300, (await again.QueryAsync("p", KeyRange.All, 1_000, default)).Count);
    }

    [Fact]
    public async Task AfterDispose_CallsAreRefused()
    {
        var table = SqliteTable.Open(StorePath);
        await table.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => CommitAsync(table, "k", "x"));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await table.GetAsync("p", "k", default));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no database at all, and long enough to be read as one")]
    public void ReaderThatCannotBeOpened_IsAStoreThatDoesNotAnswer_AndIsLetGo(string? content)
    {
        using var file = SqliteFile.Hold(StorePath);
        if (content is not null) File.WriteAllText(StorePath, string.Concat(Enumerable.Repeat(content, 100)));

        Assert.Throws<TableUnavailableException>(file.OpenReader);

        Assert.DoesNotContain(OpenFiles(), open => open == StorePath);
    }

    // Elsewhere it is not known which files a process has open.
    private static IEnumerable<string?> OpenFiles() => OperatingSystem.IsLinux()
        ? Directory.GetFiles("/proc/self/fd").Select(FileBehind)
        : [];

    private static string? FileBehind(string open)
    {
        try
        {
            return File.ResolveLinkTarget(open, returnFinalTarget: false)?.FullName;
        }
        catch (IOException)
        {
            // Another test has closed it since the list was made.
            return null;
        }
    }

    private static async Task CommitAsync(SqliteTable table, string key, string text) =>
        Assert.IsType<CommitResult.Committed>(
            await table.CommitAsync("p", [new RowChange.Upsert(key, Json.Text(text))], default));

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={StorePath};Pooling=False");
        connection.Open();
        SqliteSchema.Run(connection, sql);
    }
}
