using MeetingBot.Storage.Tests.Contract;
using MeetingBot.Testing;

namespace MeetingBot.Storage.Tests.Sqlite;

public sealed class SqliteTableContractTests : TableContract, IDisposable
{
    private readonly TemporaryFolder folder = new();

    protected override StorageOptions Options => new() { Path = folder.File("deep/er/store.db") };

    public void Dispose() => folder.Dispose();
}
