using MeetingBot.Conversations;
using MeetingBot.Program.Indico;
using MeetingBot.Slack;
using MeetingBot.Storage;
using MeetingBot.Teams;
using MeetingBot.Times;
using MeetingBot.Web.Reports.Printing;
using NodaTime;
using NodaTime.Text;

namespace MeetingBot.Program.Serving;

/// <summary>What the operator has set, checked.</summary>
/// <param name="RoomIsOpen">The try-it page is served: in the Development environment only.</param>
/// <param name="KeyFolder">
/// Where the keys are kept with which forms and, in the store, tokens of Slack are protected; null where nothing is.
/// </param>
/// <param name="Chromium">What prints reports as PDF; null where there is none.</param>
/// <param name="Clock">What time it is at the start, in the Development environment; null for the true one.</param>
public sealed record Settings(
    StorageOptions Storage, TurnOptions Turns, bool RoomIsOpen, string? KeyFolder, bool Development,
    Instant? Clock = null, ChromiumProgram? Chromium = null)
{
    /// <summary>Reads them; says everything that is wrong at once.</summary>
    /// <exception cref="SettingsException">Something is wrong or missing.</exception>
    public static Settings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var problems = new List<string>();
        var development = environment.IsDevelopment();
        string[] doors = ["MicrosoftAppId", "Slack:SigningSecret", "Slack:BotToken", "Slack:ClientId"];
        if (!development && doors.All(door => string.IsNullOrWhiteSpace(configuration[door])))
            problems.Add(NoDoor(environment));

        var zone = configuration["DefaultZone"] ?? "Europe/Zurich";
        if (ZoneRules.Canonical(zone) is not { } canonical)
        {
            problems.Add($"DefaultZone is '{zone}', which is no IANA time zone; for example Europe/Zurich.");
            canonical = "Etc/UTC";
        }

        var publicUrl = PublicUrl(configuration["PublicUrl"], problems);
        var clock = ReadClock(configuration["Clock"], development, problems);
        var indico = IndicoServices.Read(configuration[IndicoServices.Key], development, problems);
        var chromium = ReadChromium(configuration["Reports:Chromium"], problems);
        var storage = StorageSettings.Read(configuration);
        var keys = KeyFolders.Read(configuration, storage, development, problems);
        if (problems.Count > 0) throw new SettingsException(string.Join(" ", problems));

        var turns = new TurnOptions(canonical, publicUrl) { Indico = indico };
        return new Settings(storage, turns, development, keys, development, clock, chromium);
    }

    // One that was set has to be there; without any the reports are pages.
    private static ChromiumProgram? ReadChromium(string? value, List<string> problems)
    {
        var found = ChromiumProgram.Find(value, Environment.GetEnvironmentVariable("PATH"));
        if (found is null && !string.IsNullOrWhiteSpace(value))
            problems.Add($"Reports:Chromium is '{value}', where there is no program; for example /usr/bin/chromium.");
        return found;
    }

    private static Instant? ReadClock(string? value, bool development, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        if (!development) problems.Add("Clock sets the clock of a demonstration, in the Development environment only.");
        if (OffsetDateTimePattern.ExtendedIso.Parse(value) is { Success: true } told) return told.Value.ToInstant();
        problems.Add($"Clock is '{value}', which is no instant; for example 2025-06-27T15:00:00+02:00.");
        return null;
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
        + $"{TeamsOptionsCheck.Needed} {SlackOptionsCheck.Needed} "
        + "To try it on this machine, run it in the Development environment (ASPNETCORE_ENVIRONMENT=Development).";
}

/// <summary>A setting is wrong; the message says which and what works.</summary>
public sealed class SettingsException(string message) : Exception(message);
