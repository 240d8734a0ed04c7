using MeetingBot.Storage.Tests.Contract;

namespace MeetingBot.Storage.Tests.Azure;

public sealed class AzureTableContractTests(AzuriteFixture azurite) : TableContract, IClassFixture<AzuriteFixture>
{
    protected override StorageOptions Options { get; } = azurite.NewTable();
}
