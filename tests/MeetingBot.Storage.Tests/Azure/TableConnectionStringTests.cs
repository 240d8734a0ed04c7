using MeetingBot.Storage.Azure;
using MeetingBot.Testing;

namespace MeetingBot.Storage.Tests.Azure;

public sealed class TableConnectionStringTests
{
    [Theory]
    [InlineData(
        "DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=a2V5;EndpointSuffix=core.windows.net",
        "https://acme.table.core.windows.net/")]
    [InlineData("AccountName=acme;AccountKey=a2V5", "https://acme.table.core.windows.net/")]
    [InlineData(
        "accountname=acme; accountkey=a2V5; EndpointSuffix=core.chinacloudapi.cn;",
        "https://acme.table.core.chinacloudapi.cn/")]
    [InlineData(
        "AccountName=acme;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:10002/acme/",
        "http://127.0.0.1:10002/acme")]
    [InlineData(
        "AccountName=acme;AccountKey=a2V5;TableEndpoint=http://acme.table.localhost:10002",
        "http://acme.table.localhost:10002/")]
    public void AccountKey_GivesEndpointNameAndKey(string text, string endpoint)
    {
        var parsed = TableConnectionString.Parse(text);

        Assert.Equal(endpoint, parsed.Endpoint.AbsoluteUri);
        Assert.Equal(("acme", "a2V5", null), (parsed.AccountName, parsed.AccountKey, parsed.SharedAccessSignature));
    }

    [Theory]
    [InlineData("TableEndpoint=https://acme.table.core.windows.net/;SharedAccessSignature=sv=2019-02-02&sig=a%3D")]
    [InlineData("SharedAccessSignature=?sv=2019-02-02&sig=a%3D;AccountName=acme")]
    public void SharedAccessSignature_GivesItsQuery(string text)
    {
        var parsed = TableConnectionString.Parse(text);

        Assert.Equal("https://acme.table.core.windows.net/", parsed.Endpoint.AbsoluteUri);
        Assert.Equal((null, "sv=2019-02-02&sig=a%3D"), (parsed.AccountKey, parsed.SharedAccessSignature));
    }

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1")]
    [InlineData(
        "UseDevelopmentStorage=true;DevelopmentStorageProxyUri=http://azurite/",
        "http://azurite:10002/devstoreaccount1")]
    public void DevelopmentStorage_IsTheEmulator(string text, string endpoint)
    {
        var parsed = TableConnectionString.Parse(text);

        Assert.Equal(endpoint, parsed.Endpoint.AbsoluteUri);
        Assert.Equal((Azurite.Account, Azurite.AccountKey), (parsed.AccountName, parsed.AccountKey));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("AccountName=acme")]
    [InlineData("AccountKey=c2VjcmV0")]
    [InlineData("AccountName=acme;AccountKey=secret!")]
    [InlineData("AccountName=acme;AccountName=b;AccountKey=c2VjcmV0")]
    [InlineData("AccountName=acme;AccountKey=c2VjcmV0;TableEndpoint=ftp://x")]
    [InlineData("AccountName=acme;AccountKey=c2VjcmV0;TableEndpoint=https://x/?sig=secret")]
    [InlineData("UseDevelopmentStorage=false")]
    public void Unusable_IsRefusedWithoutItsSecrets(string text)
    {
        var refusal = Assert.Throws<StoreUnusableException>(() => TableConnectionString.Parse(text));

        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Printed_ShowsNoSecret()
    {
        var parsed = TableConnectionString.Parse("AccountName=acme;AccountKey=c2VjcmV0");

        Assert.DoesNotContain("c2VjcmV0", $"{parsed}", StringComparison.Ordinal);
    }
}
