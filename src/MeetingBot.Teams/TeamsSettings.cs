using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;

namespace MeetingBot.Teams;

/// <summary>Reads <see cref="TeamsOptions"/> from the ecosystem's own keys and the section <c>Teams</c>.</summary>
public static class TeamsSettings
{
    public static TeamsOptions Read(IConfiguration configuration, bool development)
    {
        var problems = ImmutableArray.CreateBuilder<string>();
        var teams = configuration.GetSection("Teams");
        return new TeamsOptions
        {
            AppType = ReadType(configuration["MicrosoftAppType"], problems),
            AppId = Text(configuration["MicrosoftAppId"]),
            AppPassword = Text(configuration["MicrosoftAppPassword"]),
            TenantId = Text(configuration["MicrosoftAppTenantId"]),
            ManagedIdentityClientId = Text(teams["ManagedIdentityClientId"]),
            AllowedTenants = List(teams.GetSection("AllowedTenants")),
            Cloud = ReadCloud(teams, problems),
            Development = development,
            Unreadable = problems.ToImmutable(),
        };
    }

    private static AppType ReadType(string? value, ImmutableArray<string>.Builder problems)
    {
        if (string.IsNullOrWhiteSpace(value)) return AppType.SingleTenant;
        if (!int.TryParse(value, out _) && Enum.TryParse<AppType>(value.Trim(), ignoreCase: true, out var type))
            return type;
        problems.Add($"MicrosoftAppType is '{value}'; it must be SingleTenant, MultiTenant or UserAssignedMSI.");
        return AppType.SingleTenant;
    }

    private static TeamsCloud ReadCloud(IConfigurationSection teams, ImmutableArray<string>.Builder problems)
    {
        var cloud = TeamsCloud.Named(Text(teams["Cloud"]));
        if (cloud is null) problems.Add($"Teams:Cloud is '{teams["Cloud"]}'; it must be Public, Gcc or UsGov.");
        cloud ??= TeamsCloud.Public;
        return cloud with
        {
            Issuer = Text(teams["Issuer"]) ?? cloud.Issuer,
            OpenIdMetadataUrl = Address(teams, "OpenIdMetadataUrl", problems) ?? cloud.OpenIdMetadataUrl,
            LoginEndpoint = Address(teams, "LoginEndpoint", problems) ?? cloud.LoginEndpoint,
            Scope = Text(teams["Scope"]) ?? cloud.Scope,
            FileHosts = [.. cloud.FileHosts, .. List(teams.GetSection("FileHosts"))],
            ServiceHosts = [.. cloud.ServiceHosts, .. List(teams.GetSection("ServiceHosts"))],
        };
    }

    private static Uri? Address(IConfigurationSection teams, string key, ImmutableArray<string>.Builder problems)
    {
        if (Text(teams[key]) is not { } value) return null;
        if (Uri.TryCreate(value, UriKind.Absolute, out var address)) return address;
        problems.Add($"Teams:{key} is '{value}', which is no absolute address.");
        return null;
    }

    // As an array, or in one value separated by commas.
    private static ImmutableArray<string> List(IConfigurationSection section) =>
    [
        .. (section.Value ?? "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Concat(section.GetChildren().Select(c => c.Value?.Trim() ?? "").Where(v => v.Length > 0)),
    ];

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
