using System.Collections.Immutable;

namespace MeetingBot.Teams;

/// <summary>The services of one Microsoft cloud.</summary>
/// <param name="Issuer">Issuer of the connector's tokens.</param>
/// <param name="OpenIdMetadataUrl">Where the connector's signing keys are found.</param>
/// <param name="LoginEndpoint">Authority for the bot's own tokens.</param>
/// <param name="Scope">What the bot's own tokens are for.</param>
/// <param name="FederationAudience">Scope of a managed identity's token that stands in for a secret.</param>
/// <param name="ServiceHosts">
/// The only hosts that are sent to. <c>name</c> or <c>name:port</c> by https, <c>*.name</c> for its subdomains;
/// in Development also <c>http://127.0.0.1:port</c>, which never gets a token.
/// </param>
public sealed record TeamsCloud(
    string Issuer,
    Uri OpenIdMetadataUrl,
    Uri LoginEndpoint,
    string Scope,
    string FederationAudience,
    ImmutableArray<string> ServiceHosts)
{
    /// <summary>
    /// The only hosts, beside <see cref="ServiceHosts"/>, that a sent file is fetched from or one is put on; by https,
    /// without a token.
    /// </summary>
    public ImmutableArray<string> FileHosts { get; init; } = ["*.sharepoint.com"];

    /// <summary>smba.trafficmanager.net exactly: anybody can register a name beside it.</summary>
    public static TeamsCloud Public { get; } = new(
        "https://api.botframework.com",
        new Uri("https://login.botframework.com/v1/.well-known/openidconfiguration"),
        new Uri("https://login.microsoftonline.com"),
        "https://api.botframework.com/.default",
        "api://AzureADTokenExchange/.default",
        ["smba.trafficmanager.net", "*.botframework.com"]);

    /// <summary>The public cloud's identity with the hosts of the US Government Community Cloud.</summary>
    public static TeamsCloud Gcc { get; } = Public with
    {
        ServiceHosts = [.. Public.ServiceHosts, "smba.infra.gcc.teams.microsoft.com"],
    };

    /// <summary>US Government (GCC High).</summary>
    public static TeamsCloud UsGov { get; } = new(
        "https://api.botframework.us",
        new Uri("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"),
        new Uri("https://login.microsoftonline.us"),
        "https://api.botframework.us/.default",
        "api://AzureADTokenExchangeUSGov/.default",
        ["smba.infra.gov.teams.microsoft.us", "*.botframework.us"])
    {
        FileHosts = ["*.sharepoint.us"],
    };

    /// <summary>By its name in the settings; null for a name that is none.</summary>
    public static TeamsCloud? Named(string? name) => name?.ToUpperInvariant() switch
    {
        null or "" or "PUBLIC" => Public,
        "GCC" => Gcc,
        "USGOV" => UsGov,
        _ => null,
    };
}
