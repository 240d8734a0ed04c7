using MeetingBot.Conversations;

namespace MeetingBot.Teams;

/// <summary>Says what is wrong with the options, each in a sentence that names the setting.</summary>
public static class TeamsOptionsCheck
{
    /// <summary>The settings that a service needs so that Teams can reach it.</summary>
    public const string Needed =
        "To connect Teams set MicrosoftAppId, MicrosoftAppTenantId and MicrosoftAppPassword "
        + "(or Teams:ManagedIdentityClientId in place of the password).";

    public static IReadOnlyList<string> Problems(TeamsOptions options)
    {
        var problems = new List<string>(options.Unreadable);
        if (options.Door == TeamsDoor.Authenticated) AddRegistration(options, problems);
        else AddOrphans(options, problems);

        AddAddress(options, options.Cloud.OpenIdMetadataUrl, "Teams:OpenIdMetadataUrl", problems);
        AddAddress(options, options.Cloud.LoginEndpoint, "Teams:LoginEndpoint", problems);
        foreach (var host in options.Cloud.ServiceHosts) AddHost(options, host, problems);
        foreach (var host in options.Cloud.FileHosts)
            if (!IsHost(host)) problems.Add($"Teams:FileHosts has '{host}', which is no host.");
        return problems;
    }

    private static void AddRegistration(TeamsOptions options, List<string> problems)
    {
        if (options.AppType != AppType.MultiTenant && options.TenantId is null)
            problems.Add($"MicrosoftAppTenantId is missing: a {options.AppType} app serves the one tenant it names.");
        if (options.AppType != AppType.MultiTenant && options.AllowedTenants.Length > 0)
            problems.Add("Teams:AllowedTenants is only for MicrosoftAppType=MultiTenant.");
        if (options.AppType == AppType.UserAssignedMSI) return;

        if (options.AppPassword is null && options.ManagedIdentityClientId is null)
            problems.Add("MicrosoftAppPassword is missing (or Teams:ManagedIdentityClientId, to do without a secret).");
        if (options.AppPassword is not null && options.ManagedIdentityClientId is not null)
            problems.Add("MicrosoftAppPassword and Teams:ManagedIdentityClientId are both set; set one.");
    }

    // A forgotten app id must never leave a door open that was meant to be locked.
    private static void AddOrphans(TeamsOptions options, List<string> problems)
    {
        if (options.AppPassword is not null)
            problems.Add("MicrosoftAppPassword is set but MicrosoftAppId is not.");
        if (options.ManagedIdentityClientId is not null)
            problems.Add("Teams:ManagedIdentityClientId is set but MicrosoftAppId is not.");
    }

    private static void AddAddress(TeamsOptions options, Uri address, string key, List<string> problems)
    {
        if (address.Scheme == Uri.UriSchemeHttps) return;
        if (options.Development && LoopbackCaller.IsLoopbackUrl(address.OriginalString)) return;
        problems.Add($"{key} must be an https address.");
    }

    private static void AddHost(TeamsOptions options, string entry, List<string> problems)
    {
        if (entry.Contains("://", StringComparison.Ordinal))
        {
            if (options.Development && LoopbackCaller.IsLoopbackUrl(entry)) return;
            problems.Add($"Teams:ServiceHosts has '{entry}': an address may only be this machine's, in Development.");
            return;
        }
        if (!IsHost(entry)) problems.Add($"Teams:ServiceHosts has '{entry}', which is no host.");
    }

    private static bool IsHost(string entry)
    {
        var name = entry.StartsWith("*.", StringComparison.Ordinal) ? entry[2..] : entry;
        return Uri.TryCreate($"https://{name}", UriKind.Absolute, out var uri) && uri.PathAndQuery == "/";
    }
}
