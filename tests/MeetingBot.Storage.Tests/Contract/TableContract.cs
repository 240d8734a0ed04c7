using MeetingBot.Tables;

namespace MeetingBot.Storage.Tests.Contract;

/// <summary>What every home of the rows does alike; the parts are in the files beside this one.</summary>
public abstract partial class TableContract : IAsyncLifetime
{
    protected const string Group = "teams|19:meeting@thread.tacv2";

    private IAsyncDisposable? owned;

    protected ITable Table { get; private set; } = null!;

    public async Task InitializeAsync() => (Table, owned) = await OpenAsync();

    public async Task DisposeAsync()
    {
        if (owned is not null) await owned.DisposeAsync();
    }

    /// <summary>An empty table, and what to let go of after the test.</summary>
    protected abstract Task<(ITable Table, IAsyncDisposable Owned)> OpenAsync();

    protected async Task<CommitResult> CommitAsync(params RowChange[] changes) =>
        await Table.CommitAsync(Group, changes, CancellationToken.None);

    protected async Task StoreAsync(params RowChange[] changes) =>
        Assert.IsType<CommitResult.Committed>(await CommitAsync(changes));

    protected async Task<Row?> GetAsync(string key, string partition = Group) =>
        await Table.GetAsync(partition, key, CancellationToken.None);

    protected async Task<IReadOnlyList<Row>> QueryAsync(KeyRange range, int limit = 10_000) =>
        await Table.QueryAsync(Group, range, limit, CancellationToken.None);

    protected async Task<List<Row>> ScanAsync((string, string)? after = null)
    {
        var rows = new List<Row>();
        await foreach (var row in Table.ScanAsync(after, CancellationToken.None)) rows.Add(row);
        return rows;
    }

    protected static RowChange.Insert Insert(string key, string text = "x") => new(key, Json.Text(text));

    protected static RowChange.Upsert Upsert(string key, string text = "x") => new(key, Json.Text(text));

    protected static RowChange.Replace Replace(Row row, string text) => new(row.RowKey, Json.Text(text), row.ETag);

    protected static void AssertConflict(string key, CommitResult result) =>
        Assert.Equal(key, Assert.IsType<CommitResult.Conflict>(result).RowKey);
}
