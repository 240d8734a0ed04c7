using MeetingBot.Program.Indico;
using MeetingBot.Program.Telemetry;
using MeetingBot.Slack;
using MeetingBot.Storage;
using MeetingBot.Tables;
using MeetingBot.Teams;
using MeetingBot.Web.Assets;
using MeetingBot.Web.Ballots;
using MeetingBot.Web.Calendars;
using MeetingBot.Web.Minutes;
using MeetingBot.Web.Reports;
using MeetingBot.Web.Rooms;
using MeetingBot.Web.Scores;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace MeetingBot.Program.Serving;

/// <summary>The service: what it is made of, and in which order it starts.</summary>
public static class Service
{
    /// <summary>Exit code of a service that its settings or its store do not let start.</summary>
    public const int CannotStart = 78;

    /// <summary>Runs until stopped. What hinders the start is said in words, without a stack trace.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = await BuildAsync(args);
            await app.RunAsync();
            return 0;
        }
        catch (Exception problem) when (problem
            is OptionsValidationException or StoreUnusableException or SettingsException or TableUnavailableException)
        {
            await Console.Error.WriteLineAsync("MeetingBot can't start. " + problem.Message);
            return CannotStart;
        }
        catch (IOException problem) when (problem.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync(
                $"MeetingBot can't start. {problem.Message} Another one may run there; choose another with --urls.");
            return CannotStart;
        }
    }

    /// <summary>Composes the service; it is not started yet.</summary>
    public static async Task<WebApplication> BuildAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot() });
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.AddListening();
        builder.AddLogs();

        var settings = Settings.Read(builder.Configuration, builder.Environment);
        builder.Services.AddSingleton(settings);
        builder.Services.AddTeams(builder.Configuration, builder.Environment);
        builder.Services.AddSlack(builder.Configuration, builder.Environment);
        builder.Services.AddKeys(settings);
        if (settings.RoomIsOpen) builder.Services.AddRoom(new RoomOptions { KeyFolder = settings.KeyFolder });
        else builder.Services.AddMinutesPages();
        builder.Services.AddBallotPages();
        builder.Services.AddScorePages();
        builder.Services.AddReportPages(settings.Chromium);
        await builder.AddStoreAsync(settings);
        builder.AddTurns(settings);
        builder.Services.AddIndico(settings.Turns.Indico);
        builder.AddTelemetry();
        builder.Services.AddHostedService<NativeHeapTrimming>();

        var app = builder.Build();
        app.UseTelemetry();
        app.MapTeams();
        app.MapSlack();
        app.MapAssets();
        app.MapMinutes();
        app.MapCalendars();
        app.MapBallots();
        app.MapScores();
        app.MapReports();
        app.MapExport();
        app.MapHealth();
        if (settings.RoomIsOpen) app.MapRoom();
        app.AnnounceStart(settings);
        return app;
    }

    // Settings files lie beside the program, wherever it is started from; data lies where it is started.
    private static string ContentRoot() =>
        File.Exists("appsettings.json") ? Directory.GetCurrentDirectory() : AppContext.BaseDirectory;
}
