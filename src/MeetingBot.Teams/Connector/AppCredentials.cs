using Azure.Core;
using Azure.Identity;
using Microsoft.Identity.Client;

namespace MeetingBot.Teams.Connector;

/// <summary>
/// How the bot proves to Entra who it is: by client secret, by a managed identity's token in place of one, or as the
/// managed identity itself. Nothing is made before the first message is sent.
/// </summary>
internal static class AppCredentials
{
    private const string MultiTenantAuthority = "botframework.com";

    /// <param name="identity">Makes the managed identity of a client id.</param>
    /// <param name="http">Where Entra is reached; null for the library's own.</param>
    public static AcquireToken Of(
        TeamsOptions options, Func<string, TokenCredential> identity, IMsalHttpClientFactory? http = null)
    {
        if (options.AppType == AppType.UserAssignedMSI) return OfIdentity(options, identity);

        var app = new Lazy<IConfidentialClientApplication>(() => Application(options, identity, http));
        return async (forced, cancel) =>
        {
            var result = await app.Value.AcquireTokenForClient([options.Cloud.Scope])
                .WithForceRefresh(forced)
                .ExecuteAsync(cancel)
                .ConfigureAwait(false);
            return new AccessToken(result.AccessToken, result.ExpiresOn);
        };
    }

    /// <summary>The managed identity of Azure.</summary>
    public static TokenCredential ManagedIdentity(string clientId) =>
        new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId));

    private static AcquireToken OfIdentity(TeamsOptions options, Func<string, TokenCredential> identity)
    {
        var credential = new Lazy<TokenCredential>(() => identity(options.AppId!));
        var request = new TokenRequestContext([options.Cloud.Scope]);
        return (_, cancel) => credential.Value.GetTokenAsync(request, cancel);
    }

    private static IConfidentialClientApplication Application(
        TeamsOptions options, Func<string, TokenCredential> identity, IMsalHttpClientFactory? http)
    {
        var tenant = options.AppType == AppType.MultiTenant ? MultiTenantAuthority : options.TenantId;
        var builder = ConfidentialClientApplicationBuilder.Create(options.AppId)
            .WithAuthority(new Uri(options.Cloud.LoginEndpoint, tenant), validateAuthority: false)
            .WithInstanceDiscovery(false);
        if (http is not null) builder = builder.WithHttpClientFactory(http);
        if (options.ManagedIdentityClientId is not { } clientId)
            return builder.WithClientSecret(options.AppPassword).Build();

        var credential = identity(clientId);
        var request = new TokenRequestContext([options.Cloud.FederationAudience]);
        return builder.WithClientAssertion(async (AssertionRequestOptions asked) =>
        {
            var token = await credential.GetTokenAsync(request, asked.CancellationToken).ConfigureAwait(false);
            return token.Token;
        }).Build();
    }
}
