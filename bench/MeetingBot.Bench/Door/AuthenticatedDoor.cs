namespace MeetingBot.Bench.Door;

/// <summary>What the bot needs to check tokens of our own: an issuer, its keys on loopback, and the settings.</summary>
/// <remarks>
/// Everything inbound is as in production. Outbound there is no token: the bot gives none to a connector over plain
/// http, and in production sends a held header.
/// </remarks>
internal sealed class AuthenticatedDoor : IDisposable
{
    private readonly TokenIssuer _issuer = new();
    private readonly KeyServer _keys;

    public AuthenticatedDoor(Uri service, int tokens)
    {
        _keys = new KeyServer(_issuer.Keys());
        Tokens = _issuer.Issue(tokens, service, TimeProvider.System.GetUtcNow());
        Settings = new Dictionary<string, string>
        {
            ["MicrosoftAppId"] = TokenIssuer.AppId,
            ["MicrosoftAppPassword"] = "never used here",
            ["MicrosoftAppTenantId"] = Load.Activities.Tenant,
            ["Teams__OpenIdMetadataUrl"] = _keys.Metadata.AbsoluteUri,
            ["Teams__ServiceHosts__0"] = service.GetLeftPart(UriPartial.Authority),
        };
    }

    public List<string> Tokens { get; }

    public Dictionary<string, string> Settings { get; }

    public void Dispose()
    {
        _keys.Dispose();
        _issuer.Dispose();
    }
}
