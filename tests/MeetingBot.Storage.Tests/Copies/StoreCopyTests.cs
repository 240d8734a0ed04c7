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
