using MeetingBot.Storage.Tests.Contract;
using MeetingBot.Tables;
using MeetingBot.Testing;

namespace MeetingBot.Storage.Tests.Sqlite;

public sealed class SqliteTableContractTests : TableContract, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    protected override async Task<(ITable Table, IAsyncDisposable Owned)> OpenAsync()
    {
        var home = await TableHome.OpenAsync(new StorageOptions { Path = folder.File("deep/er/store.db") });
        return (home.Table, home);
    }
}
