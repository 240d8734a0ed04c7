using MeetingBot.Testing;

namespace MeetingBot.Storage.Tests.Azure;

/// <summary>One Azurite for the tests of a class, and a table of its own for each.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private int tables;

    public Azurite Azurite { get; private set; } = null!;

    public StorageOptions NewTable() => new()
    {
        ConnectionString = Azurite.ConnectionString,
        Table = $"Test{Interlocked.Increment(ref tables)}x",
    };

    public async Task InitializeAsync() => Azurite = await Azurite.StartAsync();

    public async Task DisposeAsync() => await Azurite.DisposeAsync();
}
