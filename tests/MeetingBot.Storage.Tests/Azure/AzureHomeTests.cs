using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using MeetingBot.Storage.Azure;
using MeetingBot.Tables;
using MeetingBot.Testing;

namespace MeetingBot.Storage.Tests.Azure;

public sealed class AzureHomeTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Theory]
    [InlineData("raudcw", "sco", false)]
    [InlineData("raud", "co", true)]
    public async Task SharedAccessSignature_OpensTheTable(string permissions, string resources, bool tableIsThere)
    {
        var options = azurite.NewTable();
        if (tableIsThere) await (await TableHome.OpenAsync(options)).DisposeAsync();
        var signature = Signature(permissions, resources);

        await using var home = await TableHome.OpenAsync(options with
        {
            ConnectionString = $"TableEndpoint={azurite.Azurite.Endpoint};SharedAccessSignature={signature}",
        });
        await home.Table.CommitAsync("p", [new RowChange.Insert("k", Json.Text("x"))], default);

        Assert.Single(await home.Table.QueryAsync("p", KeyRange.All, 9, default));
        Assert.NotNull(await home.Table.GetAsync("p", "k", default));
    }

    [Fact]
    public async Task TableThatIsThere_IsOpenedAgain()
    {
        var options = azurite.NewTable();
        await using (var home = await TableHome.OpenAsync(options))
            await home.Table.CommitAsync("p", [new RowChange.Insert("k", Json.Text("x"))], default);

        await using var again = await TableHome.OpenAsync(options);

        Assert.NotNull(await again.Table.GetAsync("p", "k", default));
        Assert.Contains(options.Table, again.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongKey_IsRefusedInWordsWithoutTheKey()
    {
        const string key = "d3Jvbmcga2V5";
        var options = azurite.NewTable() with
        {
            ConnectionString = azurite.Azurite.ConnectionString.Replace(
                Azurite.AccountKey, key, StringComparison.Ordinal),
        };

        var refusal = await Assert.ThrowsAsync<StoreUnusableException>(() => TableHome.OpenAsync(options));

        Assert.Contains("403", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(key, refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ServiceThatIsAway_IsUnavailable()
    {
        var nobody = new Uri($"http://127.0.0.1:{Loopback.FreePort()}/{Azurite.Account}");
        var options = azurite.NewTable() with { ConnectionString = Azurite.ConnectionStringAt(nobody) };

        await Assert.ThrowsAsync<TableUnavailableException>(
            () => TableHome.OpenAzureAsync(options, AzureFaultTests.Impatient()));
    }

    [Fact]
    public async Task TableThatVanishes_IsUnavailableAndNoConflict()
    {
        await using var emulator = await Azurite.StartAsync();
        var options = new StorageOptions { ConnectionString = emulator.ConnectionString };
        await using var home = await TableHome.OpenAzureAsync(options, AzureFaultTests.Impatient());

        await emulator.StopAsync();
        await emulator.StartAgainAsync();

        await Assert.ThrowsAsync<TableUnavailableException>(async () => await home.Table.GetAsync("p", "k", default));
        await Assert.ThrowsAsync<TableUnavailableException>(async () =>
            await home.Table.CommitAsync("p", [new RowChange.Insert("k", Json.Text("x"))], default));
    }

    [Fact]
    public async Task ServiceStoppedAndStartedAgain_HasItsRows()
    {
        using var folder = new TemporaryFolder();
        await using var emulator = await Azurite.StartAsync(folder.Path);
        var options = new StorageOptions { ConnectionString = emulator.ConnectionString };
        await using var home = await TableHome.OpenAzureAsync(options, AzureFaultTests.Impatient());
        await home.Table.CommitAsync("p", [new RowChange.Insert("k", Json.Text("x"))], default);

        await emulator.StopAsync();
        await Assert.ThrowsAsync<TableUnavailableException>(async () => await home.Table.GetAsync("p", "k", default));
        await emulator.StartAgainAsync();

        Assert.NotNull(await home.Table.GetAsync("p", "k", default));
    }

    [Fact]
    public async Task Identity_SendsItsTokenOverHttps()
    {
        var service = new Recorder();
        using var transport = new HttpClientTransport(service);
        var options = new StorageOptions { TableServiceUri = "https://acme.table.core.windows.net" };

        await using var home = await TableHome.OpenAzureAsync(
            options, new TableClientOptions { Transport = transport }, new FixedToken());

        var request = Assert.Single(service.Requests);
        Assert.Equal("https://acme.table.core.windows.net/Tables", request.RequestUri!.AbsoluteUri);
        Assert.Equal("Bearer token-for-https://storage.azure.com/.default", request.Headers.Authorization!.ToString());
    }

    private static string Signature(string permissions, string resources)
    {
        const string version = "2019-02-02";
        var expiry = DateTimeOffset.UtcNow.AddHours(1).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var text = $"{Azurite.Account}\n{permissions}\nt\n{resources}\n\n{expiry}\n\n\n{version}\n";
        var key = Convert.FromBase64String(Azurite.AccountKey);
        var signature = Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
        return $"sv={version}&ss=t&srt={resources}&sp={permissions}"
            + $"&se={Uri.EscapeDataString(expiry)}&sig={Uri.EscapeDataString(signature)}";
    }

    private sealed class FixedToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext context, CancellationToken cancel) =>
            new($"token-for-{context.Scopes[0]}", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext context, CancellationToken cancel) =>
            new(GetToken(context, cancel));
    }

    private sealed class Recorder : HttpMessageHandler
    {
        public List<HttpRequestMessage> Requests { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
        {
            Requests.Add(request);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NoContent));
        }
    }
}
