using Microsoft.Extensions.Configuration;

namespace MeetingBot.Teams;

public sealed class TeamsOptionsTests
{
    private const string Complete = "MicrosoftAppId=app;MicrosoftAppPassword=s;MicrosoftAppTenantId=t";

    private static TeamsOptions Read(bool development, params (string Key, string Value)[] settings) =>
        TeamsSettings.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value)))
                .Build(),
            development);

    private static IReadOnlyList<string> Problems(bool development, params (string Key, string Value)[] settings) =>
        TeamsOptionsCheck.Problems(Read(development, settings));

    [Fact]
    public void NothingSet_IsOpenInDevelopmentAndClosedElsewhere()
    {
        Assert.Equal(TeamsDoor.Open, Read(development: true).Door);
        Assert.Equal(TeamsDoor.Closed, Read(development: false).Door);
        Assert.Empty(Problems(development: false));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AppId_AlwaysAsksForTokens(bool development) =>
        Assert.Equal(TeamsDoor.Authenticated, Read(development, ("MicrosoftAppId", "app")).Door);

    [Fact]
    public void SingleTenantWithASecret_IsComplete()
    {
        var options = Read(false,
            ("MicrosoftAppId", " app "), ("MicrosoftAppPassword", "secret"), ("MicrosoftAppTenantId", "tenant"));

        Assert.Empty(TeamsOptionsCheck.Problems(options));
        Assert.Equal(AppType.SingleTenant, options.AppType);
        Assert.Equal("app", options.AppId);
        Assert.Equal(
            TeamsCloud.Public,
            options.Cloud with { ServiceHosts = TeamsCloud.Public.ServiceHosts, FileHosts = TeamsCloud.Public.FileHosts });
    }

    [Fact]
    public void FederatedCredentialAndManagedIdentity_NeedNoSecret()
    {
        Assert.Empty(Problems(false,
            ("MicrosoftAppId", "app"), ("MicrosoftAppTenantId", "t"), ("Teams:ManagedIdentityClientId", "identity")));
        Assert.Empty(Problems(false,
            ("MicrosoftAppType", "UserAssignedMSI"), ("MicrosoftAppId", "app"), ("MicrosoftAppTenantId", "tenant")));
    }

    [Theory]
    [InlineData("MicrosoftAppTenantId", "MicrosoftAppId=app;MicrosoftAppPassword=s")]
    [InlineData("MicrosoftAppTenantId", "MicrosoftAppType=UserAssignedMSI;MicrosoftAppId=app")]
    [InlineData("MicrosoftAppPassword", "MicrosoftAppId=app;MicrosoftAppTenantId=t")]
    [InlineData("MicrosoftAppId", "MicrosoftAppPassword=s")]
    [InlineData("MicrosoftAppId", "Teams:ManagedIdentityClientId=m")]
    [InlineData("MicrosoftAppType", "MicrosoftAppType=Single;" + Complete)]
    [InlineData("MicrosoftAppType", "MicrosoftAppType=1;" + Complete)]
    [InlineData("set one", Complete + ";Teams:ManagedIdentityClientId=m")]
    [InlineData("AllowedTenants", Complete + ";Teams:AllowedTenants=a,b")]
    [InlineData("Teams:Cloud", "Teams:Cloud=Mars")]
    [InlineData("Teams:OpenIdMetadataUrl", "Teams:OpenIdMetadataUrl=http://keys.example/")]
    [InlineData("Teams:OpenIdMetadataUrl", "Teams:OpenIdMetadataUrl=nowhere")]
    [InlineData("Teams:LoginEndpoint", "Teams:LoginEndpoint=http://127.0.0.1/")]
    [InlineData("Teams:ServiceHosts", "Teams:ServiceHosts=http://127.0.0.1:39780")]
    [InlineData("Teams:ServiceHosts", "Teams:ServiceHosts=host/with/path")]
    public void WrongSettings_AreNamed(string named, string settings)
    {
        var pairs = settings.Split(';').Select(s => (s[..s.IndexOf('=')], s[(s.IndexOf('=') + 1)..])).ToArray();

        Assert.Contains(Problems(development: false, pairs), p => p.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public void LoopbackServices_AreForDevelopment() =>
        Assert.Empty(Problems(development: true,
            ("Teams:OpenIdMetadataUrl", "http://127.0.0.1:1/x"), ("Teams:ServiceHosts:0", "http://127.0.0.1:39780")));

    [Fact]
    public void UsGov_HasItsOwnServices()
    {
        var cloud = Read(false, ("Teams:Cloud", "UsGov"), ("Teams:AllowedTenants:0", "t")).Cloud;

        Assert.Equal("https://api.botframework.us", cloud.Issuer);
        Assert.DoesNotContain("*.botframework.com", cloud.ServiceHosts);
    }

    [Fact]
    public void Options_DoNotPrintTheSecret()
    {
        var options = Read(false, ("MicrosoftAppPassword", "secret"));

        Assert.DoesNotContain("secret", options.ToString(), StringComparison.Ordinal);
    }
}
