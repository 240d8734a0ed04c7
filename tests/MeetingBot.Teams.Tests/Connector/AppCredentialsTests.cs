using System.Net;
using System.Text;
using System.Web;
using Azure.Core;
using MeetingBot.Teams.Support;
using Microsoft.Identity.Client;
using Moq;

namespace MeetingBot.Teams.Connector;

/// <summary>What is asked of Entra, seen on the wire below the library.</summary>
public sealed class AppCredentialsTests : IDisposable
{
    private readonly Login _login = new();

    private static readonly TeamsOptions Secret = new()
    {
        AppId = "app-id", AppPassword = "app-secret", TenantId = SampleActivity.Tenant,
    };

    public void Dispose() => _login.Dispose();

    private static TokenCredential NoIdentity(string clientId) => throw new InvalidOperationException("not asked for");

    private static Mock<TokenCredential> Identity(string scope)
    {
        var identity = new Mock<TokenCredential>(MockBehavior.Strict);
        identity
            .Setup(i => i.GetTokenAsync(
                It.Is<TokenRequestContext>(c => c.Scopes.Single() == scope), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new AccessToken("identity-token", DateTimeOffset.UtcNow.AddHours(1)));
        return identity;
    }

    [Fact]
    public async Task Secret_IsSentToTheTenant_AndTheTokenKept()
    {
        var acquire = AppCredentials.Of(Secret, NoIdentity, _login);

        Assert.Equal("token-1", (await acquire(false, default)).Token);
        Assert.Equal("token-1", (await acquire(false, default)).Token);
        Assert.Equal("token-2", (await acquire(true, default)).Token);

        var (url, form) = _login.Requests[0];
        Assert.Equal($"https://login.microsoftonline.com/{SampleActivity.Tenant}/oauth2/v2.0/token", url);
        Assert.Equal("client_credentials", form["grant_type"]);
        Assert.Equal("app-id", form["client_id"]);
        Assert.Equal("app-secret", form["client_secret"]);
        Assert.Contains("https://api.botframework.com/.default", form["scope"]!, StringComparison.Ordinal);
        Assert.Equal(2, _login.Requests.Count);
    }

    [Fact]
    public async Task MultiTenant_AsksTheBotFrameworksTenant()
    {
        var options = new TeamsOptions { AppType = AppType.MultiTenant, AppId = "app-id", AppPassword = "app-secret" };
        await AppCredentials.Of(options, NoIdentity, _login)(false, default);

        Assert.Equal("https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token", _login.Requests[0].Url);
    }

    [Fact]
    public async Task FederatedCredential_SendsTheIdentitysTokenInPlaceOfASecret()
    {
        var identity = Identity("api://AzureADTokenExchange/.default");
        var options = new TeamsOptions
        {
            AppId = "app-id", TenantId = SampleActivity.Tenant, ManagedIdentityClientId = "identity-id",
        };
        var acquire = AppCredentials.Of(options, id => id == "identity-id" ? identity.Object : NoIdentity(id), _login);

        Assert.Equal("token-1", (await acquire(false, default)).Token);
        var form = _login.Requests[0].Form;
        Assert.Equal("identity-token", form["client_assertion"]);
        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", form["client_assertion_type"]);
        Assert.Null(form["client_secret"]);
    }

    [Fact]
    public async Task ManagedIdentity_IsTheBotItself()
    {
        var identity = Identity("https://api.botframework.com/.default");
        var options = new TeamsOptions { AppType = AppType.UserAssignedMSI, AppId = "identity-id", TenantId = "t" };
        var acquire = AppCredentials.Of(options, id => id == "identity-id" ? identity.Object : NoIdentity(id), _login);

        Assert.Equal("identity-token", (await acquire(false, default)).Token);
        Assert.Empty(_login.Requests);
    }

    [Fact]
    public async Task RefusedSecret_IsNamedByEntrasCodeAlone()
    {
        _login.Error = """{"error":"invalid_client","error_description":"AADSTS7000215: Bad secret. Trace: x"}""";
        var refused = await Assert.ThrowsAnyAsync<MsalException>(
            async () => await AppCredentials.Of(Secret, NoIdentity, _login)(false, default));

        Assert.Equal("AADSTS7000215", EntraError.CodeOf(refused));
    }

    private sealed class Login : HttpMessageHandler, IMsalHttpClientFactory
    {
        public List<(string Url, System.Collections.Specialized.NameValueCollection Form)> Requests { get; } = [];

        public string? Error { get; set; }

        public HttpClient GetHttpClient() => new(this, disposeHandler: false);

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var form = await request.Content!.ReadAsStringAsync(cancellationToken);
            Requests.Add((request.RequestUri!.GetLeftPart(UriPartial.Path), HttpUtility.ParseQueryString(form)));
            var token = $$"""{"token_type":"Bearer","expires_in":3600,"access_token":"token-{{Requests.Count}}"}""";
            return new HttpResponseMessage(Error is null ? HttpStatusCode.OK : HttpStatusCode.Unauthorized)
            {
                Content = new StringContent(Error ?? token, Encoding.UTF8, "application/json"),
            };
        }
    }
}
