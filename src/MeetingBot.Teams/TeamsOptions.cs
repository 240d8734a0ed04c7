using System.Collections.Immutable;
using MeetingBot.Conversations;

namespace MeetingBot.Teams;

/// <summary>How the bot is registered and what it trusts. No record: it holds a secret and never prints.</summary>
public sealed class TeamsOptions
{
    /// <summary><c>MicrosoftAppType</c>.</summary>
    public AppType AppType { get; init; } = AppType.SingleTenant;

    /// <summary><c>MicrosoftAppId</c>; without it there is no authenticated door.</summary>
    public string? AppId { get; init; }

    /// <summary><c>MicrosoftAppPassword</c>: the client secret.</summary>
    public string? AppPassword { get; init; }

    /// <summary><c>MicrosoftAppTenantId</c>: the registration's tenant; of a single tenant app the only one.</summary>
    public string? TenantId { get; init; }

    /// <summary><c>Teams:ManagedIdentityClientId</c>: its token is the app's credential in place of a secret.</summary>
    public string? ManagedIdentityClientId { get; init; }

    /// <summary><c>Teams:AllowedTenants</c>: with many tenants, the only ones served; empty for all.</summary>
    public ImmutableArray<string> AllowedTenants { get; init; } = [];

    /// <summary>Who signs, who hands out tokens, which hosts are Teams'; <c>Teams:Cloud</c> and overrides.</summary>
    public TeamsCloud Cloud { get; init; } = TeamsCloud.Public;

    /// <summary>Whether the environment is Development.</summary>
    public bool Development { get; init; }

    /// <summary>What was set wrongly, found while reading.</summary>
    public ImmutableArray<string> Unreadable { get; init; } = [];

    /// <summary>How long a turn may take before it is answered without it; Teams gives up after 15 s.</summary>
    internal TimeSpan TurnLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a file may take that is fetched for a turn, before the turn.</summary>
    internal TimeSpan FileLimit { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>How long one call of the connector may take, and all calls of one delivery together.</summary>
    internal TimeSpan CallLimit { get; init; } = IChannel.LongestDelivery.ToTimeSpan();

    /// <summary>Who is let in.</summary>
    public TeamsDoor Door =>
        AppId is { Length: > 0 } ? TeamsDoor.Authenticated : Development ? TeamsDoor.Open : TeamsDoor.Closed;
}

/// <summary>How the bot is registered with Azure.</summary>
public enum AppType
{
    /// <summary>One tenant, by secret or federated credential.</summary>
    SingleTenant,

    /// <summary>Many tenants; such registrations are no longer made.</summary>
    MultiTenant,

    /// <summary>A managed identity is the bot's own identity.</summary>
    UserAssignedMSI,
}

/// <summary>Who may post activities.</summary>
public enum TeamsDoor
{
    /// <summary>Nobody: no app id, and not the Development environment.</summary>
    Closed,

    /// <summary>Callers on this machine only, without a token: no app id, in the Development environment.</summary>
    Open,

    /// <summary>Whoever brings a token of the Bot Connector for this app.</summary>
    Authenticated,
}
