using MeetingBot.Storage.Copies;
using MeetingBot.Storage.Tests.Azure;
using MeetingBot.Tables;
using MeetingBot.Testing;

namespace MeetingBot.Storage.Tests.Copies;

public sealed class StoreCopyTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<TableHome> opened = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var home in opened) await home.DisposeAsync();
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task EverythingIsCopied_FromHomeToHome(bool fromAzure, bool toAzure)
    {
        var (from, to) = (await OpenAsync(fromAzure), await OpenAsync(toAzure));
        var rows = await FillAsync(from);

        var result = await new StoreCopy(from, to).RunAsync(default);

        Assert.True(result.Equal);
        Assert.Equal((rows, rows, false), (result.Copied, result.Target.Rows, result.Resumed));
        Assert.Equal(await ListAsync(from), await ListAsync(to));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task InterruptedCopy_GoesOnWhereItWas(bool toAzure)
    {
        var (from, to) = (await OpenAsync(azure: false), await OpenAsync(toAzure));
        var rows = await FillAsync(from);

        var broken = new BreakingTable(to, commits: 25);
        await Assert.ThrowsAsync<TableUnavailableException>(() => new StoreCopy(from, broken).RunAsync(default));
        var result = await new StoreCopy(from, to).RunAsync(default);

        Assert.True(result.Equal);
        Assert.True(result.Resumed);
        Assert.InRange(result.Copied, 1, rows - 1_000);
        Assert.Equal(await ListAsync(from), await ListAsync(to));
    }

    [Fact]
    public async Task CopyOfAnUnfinishedCopy_LeavesItsMarkBehind()
    {
        var (from, half, to) = (await OpenAsync(false), await OpenAsync(false), await OpenAsync(false));
        await FillAsync(from);
        await Assert.ThrowsAsync<TableUnavailableException>(
            () => new StoreCopy(from, new BreakingTable(half, commits: 25)).RunAsync(default));

        var result = await new StoreCopy(half, to).RunAsync(default);

        Assert.True(result.Equal);
        Assert.Empty(await to.QueryAsync(StoreCopy.MarkPartition, KeyRange.All, 9, default));
    }

    [Fact]
    public async Task RowThatDiffers_IsFound()
    {
        var (from, to) = (await OpenAsync(azure: false), await OpenAsync(azure: false));
        var rows = await FillAsync(from);
        await to.CommitAsync("stray", [new RowChange.Insert("row", Json.Text("x"))], default);

        var result = await new StoreCopy(from, to).RunAsync(default);

        Assert.False(result.Equal);
        Assert.Equal((rows, rows + 1), (result.Source.Rows, result.Target.Rows));
        Assert.NotEqual(result.Source.Sha256, result.Target.Sha256);
        Assert.Equal(new StoreDifference(0, 1, 0, ("stray", "row")), result.Difference);
    }

    [Fact]
    public async Task Difference_TellsMissingChangedAndExtraRows()
    {
        var (from, to) = (await OpenAsync(azure: false), await OpenAsync(azure: false));
        await from.CommitAsync("p", [Put("a", "1"), Put("b", "1"), Put("c", "1")], default);
        await to.CommitAsync("p", [Put("b", "2"), Put("c", "1"), Put("d", "1")], default);
        await to.CommitAsync("q", [Put("a", "1")], default);

        Assert.Equal(new StoreDifference(1, 2, 1, ("p", "a")), await StoreDifference.FindAsync(from, to, default));

        static RowChange Put(string key, string text) => new RowChange.Upsert(key, Json.Text(text));
    }

    [Fact]
    public async Task SourceThatIsNotThere_IsRefusedAndNotMade()
    {
        var path = folder.File("typo.db");
        await Assert.ThrowsAsync<StoreUnusableException>(() => TableHome.OpenToReadAsync(new StorageOptions { Path = path }));
        await Assert.ThrowsAsync<TableUnavailableException>(() => TableHome.OpenToReadAsync(azurite.NewTable()));
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task OpenedToRead_IsHowTheFileWasAtThatMoment()
    {
        var writing = await OpenAsync(azure: false);
        await writing.CommitAsync("p", [new RowChange.Upsert("a", Json.Text("1")), new RowChange.Upsert("b", Json.Text("1"))], default);
        await writing.CommitAsync("p", [new RowChange.Delete("a"), new RowChange.Upsert("c", Json.Text("1"))], default);

        await using var reading = await TableHome.OpenToReadAsync(new StorageOptions { Path = folder.File("0.db") });
        await writing.CommitAsync("p", [new RowChange.Upsert("d", Json.Text("1"))], default);

        Assert.Equal(["p/b/\"1\"", "p/c/\"1\""], await ListAsync(reading.Table));
        await Assert.ThrowsAsync<NotSupportedException>(
            async () => await reading.Table.CommitAsync("p", [new RowChange.Delete("b")], default));
    }

    [Fact]
    public async Task EmptyStore_IsCopied()
    {
        var result = await new StoreCopy(await OpenAsync(false), await OpenAsync(false)).RunAsync(default);

        Assert.True(result.Equal);
        Assert.Equal(0, result.Target.Rows);
    }

    [Fact]
    public async Task Progress_TellsOfEveryStage()
    {
        var (from, to) = (await OpenAsync(azure: false), await OpenAsync(azure: false));
        var rows = await FillAsync(from);
        var reports = new Reports();

        await new StoreCopy(from, to, reports).RunAsync(default);

        foreach (var stage in Enum.GetValues<StoreCopyStage>())
            Assert.Equal(rows, reports.All.Last(report => report.Stage == stage).Rows);
        Assert.True(reports.All.Count > 20);
    }

    private async Task<ITable> OpenAsync(bool azure)
    {
        var options = azure ? azurite.NewTable() : new StorageOptions { Path = folder.File($"{opened.Count}.db") };
        var home = await TableHome.OpenAsync(options);
        opened.Add(home);
        return home.Table;
    }

    // Small and large rows, more of them than a mark covers, and data that is not the same in both homes' encodings.
    private static async Task<long> FillAsync(ITable table)
    {
        var rows = 0;
        for (var group = 0; group < 30; group++)
        {
            RowChange[] lines =
            [
                .. Enumerable.Range(0, 90)
                    .Select(i => new RowChange.Upsert($"line|{i:00}", Json.Text($"Zeile {i} 🙂 '\\\""))),
            ];
            await table.CommitAsync(TableKey.Join("group", $"19:{group:00}/ä"), lines, default);
            rows += lines.Length;
        }
        var large = Json.Text(new string('é', (Row.MaxData / 2) - 1));
        for (var i = 0; i < 7; i++, rows++)
            await table.CommitAsync("large", [new RowChange.Upsert($"{i}", large)], default);
        return rows;
    }

    private static async Task<List<string>> ListAsync(ITable table)
    {
        var rows = new List<string>();
        await foreach (var row in table.ScanAsync(null, default))
            rows.Add($"{row.PartitionKey}/{row.RowKey}/{Json.Of(row)}");
        return rows;
    }

    private sealed class Reports : IProgress<StoreCopyProgress>
    {
        public List<StoreCopyProgress> All { get; } = [];

        public void Report(StoreCopyProgress value) => All.Add(value);
    }
}
