using MeetingBot.Storage.Azure;
using MeetingBot.Tables;
using MeetingBot.Testing;

namespace MeetingBot.Storage.Tests.Azure;

/// <summary>The table behind a proxy that fails: what is answered must be true whatever was lost on the way.</summary>
public sealed class AzureFaultTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IAsyncLifetime
{
    private const string Group = "group";
    private FaultyProxy proxy = null!;
    private TableHome home = null!;

    private ITable Table => home.Table;

    public async Task InitializeAsync()
    {
        proxy = await FaultyProxy.StartAsync(azurite.Azurite.Endpoint);
        var options = azurite.NewTable() with { ConnectionString = Azurite.ConnectionStringAt(proxy.Endpoint) };
        home = await TableHome.OpenAzureAsync(options, Impatient());
    }

    public async Task DisposeAsync()
    {
        await home.DisposeAsync();
        await proxy.DisposeAsync();
    }

    [Theory]
    [InlineData(Fault.Busy)]
    [InlineData(Fault.Cut)]
    public async Task ServiceThatRecovers_IsAskedAgain(Fault fault)
    {
        await FailAsync(fault, times: 2, async () => await StoreAsync(Insert("k")));
        await FailAsync(fault, times: 2, async () => Assert.NotNull(await Table.GetAsync(Group, "k", default)));
        await FailAsync(fault, times: 2, async () => Assert.Single(await ListAsync()));
    }

    [Theory]
    [InlineData(Fault.Busy)]
    [InlineData(Fault.Cut)]
    public async Task ServiceThatStaysAway_IsUnavailable(Fault fault)
    {
        proxy.Plan = _ => fault;
        var before = proxy.Requests;

        await Assert.ThrowsAsync<TableUnavailableException>(() => StoreAsync(Insert("k")));
        await Assert.ThrowsAsync<TableUnavailableException>(async () => await Table.GetAsync(Group, "k", default));

        Assert.Equal(before + (2 * 4), proxy.Requests);
        proxy.Plan = _ => Fault.None;
        Assert.Null(await Table.GetAsync(Group, "k", default));
        await StoreAsync(Insert("k"));
    }

    [Fact]
    public async Task LostAnswerToAnInsert_IsCommittedOnce()
    {
        await FailAsync(Fault.LostAnswer, times: 1, () => StoreAsync(Insert("seen"), Upsert("line")));

        Assert.Equal(2, (await ListAsync()).Count);
    }

    [Fact]
    public async Task LostAnswerToAReplace_IsCommittedOnce()
    {
        await StoreAsync(Insert("k"), Insert("doomed"));
        var (row, doomed) = (await GetAsync("k"), await GetAsync("doomed"));

        await FailAsync(Fault.LostAnswer, times: 2, () => StoreAsync(
            new RowChange.Delete("doomed", doomed!.ETag), new RowChange.Replace("k", Json.Text("new"), row!.ETag)));

        Assert.Equal("\"new\"", Json.Of(await GetAsync("k")));
        Assert.Null(await GetAsync("doomed"));
    }

    [Fact]
    public async Task LostAnswerToDeletesOfWhateverIsThere_IsCommitted()
    {
        await StoreAsync(Insert("a"), Insert("b"), Insert("c"));

        await FailAsync(Fault.LostAnswer, times: 1, () => StoreAsync(
            new RowChange.Delete("a"), new RowChange.Delete("b")));

        Assert.Equal("c", Assert.Single(await ListAsync()).RowKey);
    }

    [Fact]
    public async Task LostAnswerToADeleteWithETag_IsNotCalledAConflict()
    {
        await StoreAsync(Insert("k"));
        var row = await GetAsync("k");

        await FailAsync(Fault.LostAnswer, times: 1, () => Assert.ThrowsAsync<TableUnavailableException>(
            () => StoreAsync(new RowChange.Delete("k", row!.ETag))));
    }

    [Fact]
    public async Task ConflictWithAnother_StaysAConflict_AfterARetry()
    {
        await StoreAsync(Insert("seen"), Insert("gone"));
        var gone = await GetAsync("gone");
        await StoreAsync(new RowChange.Delete("gone"));

        await FailAsync(Fault.Busy, times: 1, async () => AssertConflict(
            "seen", await CommitAsync(Upsert("line"), Insert("seen"))));
        await FailAsync(Fault.Cut, times: 1, async () => AssertConflict(
            "gone", await CommitAsync(Upsert("line"), new RowChange.Replace("gone", Json.Text("x"), gone!.ETag))));

        Assert.Null(await GetAsync("line"));
    }

    [Fact]
    public async Task CancelledWhileItRetries_IsCancelled()
    {
        using var cancel = new CancellationTokenSource();
        proxy.Plan = _ =>
        {
            cancel.Cancel();
            return Fault.Busy;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Table.GetAsync(Group, "k", cancel.Token));
    }

    internal static TableClientOptions Impatient()
    {
        var options = new TableClientOptions();
        options.Retry.Delay = options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
        return options;
    }

    private async Task FailAsync(Fault fault, int times, Func<Task> act)
    {
        var left = times;
        proxy.Plan = _ => Interlocked.Decrement(ref left) >= 0 ? fault : Fault.None;
        await act();
        Assert.True(left < 0, "The fault must have been met.");
        proxy.Plan = _ => Fault.None;
    }

    private async Task<CommitResult> CommitAsync(params RowChange[] changes) =>
        await Table.CommitAsync(Group, changes, default);

    private async Task<IReadOnlyList<Row>> ListAsync() => await Table.QueryAsync(Group, KeyRange.All, 9, default);

    private async Task StoreAsync(params RowChange[] changes) =>
        Assert.IsType<CommitResult.Committed>(await CommitAsync(changes));

    private async Task<Row?> GetAsync(string key) => await Table.GetAsync(Group, key, default);

    private static void AssertConflict(string key, CommitResult result) =>
        Assert.Equal(key, Assert.IsType<CommitResult.Conflict>(result).RowKey);

    private static RowChange.Insert Insert(string key) => new(key, Json.Text("x"));

    private static RowChange.Upsert Upsert(string key) => new(key, Json.Text("x"));
}
