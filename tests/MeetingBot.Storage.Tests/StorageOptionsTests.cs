namespace MeetingBot.Storage.Tests;

public sealed class StorageOptionsTests
{
    [Theory]
    [InlineData("data/meetingbot.db")]
    [InlineData("/var/lib/meeting bot/store=1;a.db")]
    [InlineData("C:\\data\\store.db")]
    public void PathOnTheCommandLine_IsAFile(string home) =>
        Assert.Equal(new StorageOptions { Path = home }, StorageOptions.Parse(home));

    [Theory]
    [InlineData("UseDevelopmentStorage=true")]
    [InlineData("AccountName=a;AccountKey=a2V5")]
    [InlineData("TableEndpoint=https://a.table.core.windows.net;SharedAccessSignature=sv=1")]
    public void ConnectionStringOnTheCommandLine_IsAzure(string home) => Assert.Equal(
        new StorageOptions { ConnectionString = home, Table = "Other" }, StorageOptions.Parse(home, "Other"));

    [Fact]
    public void AddressOnTheCommandLine_IsAzureByIdentity()
    {
        const string home = "https://acme.table.core.windows.net";

        Assert.Equal(new StorageOptions { TableServiceUri = home }, StorageOptions.Parse(home));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Nothing_IsRefused(string home) =>
        Assert.Throws<StoreUnusableException>(() => StorageOptions.Parse(home));

    [Fact]
    public void Printed_ShowsNoSecret()
    {
        var options = StorageOptions.Parse("AccountName=a;AccountKey=c2VjcmV0");

        Assert.DoesNotContain("c2VjcmV0", $"{options}", StringComparison.Ordinal);
    }

    public static TheoryData<StorageOptions, string> Unusable { get; } = new()
    {
        { new() { Path = "a.db", ConnectionString = "UseDevelopmentStorage=true" }, "only one" },
        { new() { Path = "a.db", TableServiceUri = "https://a.table.core.windows.net" }, "only one" },
        { new() { TableServiceUri = "http://a.table.core.windows.net" }, "https" },
        { new() { TableServiceUri = "https://a.table.core.windows.net?sig=x" }, "query" },
        { new() { TableServiceUri = "a.table.core.windows.net" }, "https" },
        { new() { ConnectionString = "UseDevelopmentStorage=true", Table = "a-b" }, "letters and digits" },
        { new() { ConnectionString = "UseDevelopmentStorage=true", Table = "1ab" }, "letters and digits" },
    };

    [Theory]
    [MemberData(nameof(Unusable), DisableDiscoveryEnumeration = true)]
    public async Task UnusableOptions_AreRefusedInWords(StorageOptions options, string words)
    {
        var refusal = await Assert.ThrowsAsync<StoreUnusableException>(() => TableHome.OpenAsync(options));

        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }
}
