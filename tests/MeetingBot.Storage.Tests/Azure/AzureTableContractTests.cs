using MeetingBot.Storage.Tests.Contract;
using MeetingBot.Tables;

namespace MeetingBot.Storage.Tests.Azure;

public sealed class AzureTableContractTests(AzuriteFixture azurite) : TableContract, IClassFixture<AzuriteFixture>
{
    protected override async Task<(ITable Table, IAsyncDisposable Owned)> OpenAsync()
    {
        var home = await TableHome.OpenAsync(azurite.NewTable());
        return (home.Table, home);
    }
}
