using MeetingBot.Storage.Sqlite;
using MeetingBot.Storage.Tests.Contract;
using MeetingBot.Tables;
using MeetingBot.Testing;

namespace MeetingBot.Storage.Tests.Sqlite;

/// <summary>The contract where rows move from the log to the table all the time, as they do under load.</summary>
public sealed class SqliteSettlingContractTests : TableContract, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    protected override Task<(ITable Table, IAsyncDisposable Owned)> OpenAsync()
    {
        var table = SqliteTable.Open(folder.File("store.db"), new FreshRows(mostRows: 2));
        return Task.FromResult<(ITable, IAsyncDisposable)>((table, table));
    }
}
