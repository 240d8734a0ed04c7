using System.Text.Json.Serialization;

namespace MeetingBot.Slack.Installs;

/// <summary>
/// The app in one workspace, or in a whole organisation. No record: it holds secrets and never prints.
/// </summary>
internal sealed class Installation
{
    /// <summary>The workspace's id; the organisation's, where the app is installed in all of it.</summary>
    public required string Tenant { get; init; }

    /// <summary>The bot's own id there.</summary>
    public required string Bot { get; init; }

    /// <summary>The bot's token; null where it can't be read, for want of the key that it was written with.</summary>
    public string? Token { get; init; }

    /// <summary>What the next token is had for; null where the token does not expire.</summary>
    public string? Refresh { get; init; }

    /// <summary>When the token expires; null for never.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>When the app was installed, or last installed again.</summary>
    public DateTimeOffset Installed { get; init; }

    /// <summary>What the workspace, or the organisation, is called; empty where it is not told.</summary>
    public string Name { get; init; } = "";

    /// <summary>When it was called so; null for since the installation.</summary>
    public DateTimeOffset? Named { get; init; }

    /// <summary>Who is having the token renewed, and since when; null for nobody.</summary>
    public RenewalClaim? Claim { get; init; }

    /// <summary>Of the row that it was read from.</summary>
    public string ETag { get; init; } = "";

    public bool HoldsAt(DateTimeOffset now) => Token is not null && (Expires is not { } end || now < end);
}

/// <summary>Who renews a token does so alone.</summary>
internal sealed record RenewalClaim(string By, DateTimeOffset At);

/// <summary>An installation as its row has it.</summary>
/// <param name="Tokens">Both tokens, protected.</param>
/// <param name="Expires">In seconds since 1970, as the other times; 0 for never.</param>
/// <param name="Named">0 for since it was installed.</param>
internal sealed record InstallationRow(
    string Tenant, string Bot, string Tokens, long Expires, long Installed, string? ClaimedBy = null,
    long ClaimedAt = 0, string? Name = null, long Named = 0);

/// <summary>The two tokens, before they are protected.</summary>
internal sealed record TokenPair(string Token, string? Refresh)
{
    /// <summary>Never the tokens.</summary>
    public override string ToString() => nameof(TokenPair);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(InstallationRow))]
[JsonSerializable(typeof(TokenPair))]
internal sealed partial class InstallJson : JsonSerializerContext;
