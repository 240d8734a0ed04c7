using MeetingBot.Conversations;
using MeetingBot.Program.Indico;
using MeetingBot.Storage;
using MeetingBot.Teams;
using MeetingBot.Times;

namespace MeetingBot.Program.Serving;

/// <summary>What the operator has set, checked.</summary>
/// <param name="RoomIsOpen">The try-it page is served: in the Development environment only.</param>
/// <param name="KeyFolder">Where the keys of the pages' forms are kept.</param>
public sealed record Settings(
    StorageOptions Storage, TurnOptions Turns, bool RoomIsOpen, string? KeyFolder, bool Development)
{
    /// <summary>Reads them; says everything that is wrong at once.</summary>
    /// <exception cref="SettingsException">Something is wrong or missing.</exception>
    public static Settings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var problems = new List<string>();
        var development = environment.IsDevelopment();
        if (!development && string.IsNullOrWhiteSpace(configuration["MicrosoftAppId"]))
            problems.Add(NoDoor(environment));

        var zone = configuration["DefaultZone"] ?? "Europe/Zurich";
        if (ZoneRules.Canonical(zone) is not { } canonical)
        {
            problems.Add($"DefaultZone is '{zone}', which is no IANA time zone; for example Europe/Zurich.");
            canonical = "Etc/UTC";
        }

        var publicUrl = PublicUrl(configuration["PublicUrl"], problems);
        var indico = IndicoServices.Read(configuration[IndicoServices.Key], development, problems);
        if (problems.Count > 0) throw new SettingsException(string.Join(" ", problems));

        var storage = StorageSettings.Read(configuration);
        var keys = development
            ? Path.Combine(
                Path.GetDirectoryName(Path.GetFullPath(storage.Path ?? StorageOptions.DefaultPath)) ?? ".", "keys")
            : null;
        var turns = new TurnOptions(canonical, publicUrl) { Indico = indico };
        return new Settings(storage, turns, development, keys, development);
    }

    private static Uri? PublicUrl(string? value, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        if (Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "https" or "http") return url;
        problems.Add($"PublicUrl is '{value}', which is no http(s) address.");
        return null;
    }

    private static string NoDoor(IHostEnvironment environment) =>
        $"No door is configured: in the {environment.EnvironmentName} environment nobody could reach it. "
            + $"{TeamsOptionsCheck.Needed} "
        + "To try it on this machine, run it in the Development environment (ASPNETCORE_ENVIRONMENT=Development).";
}

/// <summary>A setting is wrong; the message says which and what works.</summary>
public sealed class SettingsException(string message) : Exception(message);
