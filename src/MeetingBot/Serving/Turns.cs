using System.Security.Cryptography;
using MeetingBot.Conversations;
using MeetingBot.Conversations.Sending;
using MeetingBot.Linking;
using MeetingBot.Meetings;
using MeetingBot.Meetings.Documents;
using MeetingBot.Meetings.Feeds;
using MeetingBot.Meetings.Homes;
using MeetingBot.Polls.Ballots;
using MeetingBot.Polls.Guests;
using MeetingBot.Risks.Report;
using MeetingBot.Risks.Rounds;
using MeetingBot.Risks.Scoring;
using MeetingBot.Storage;
using MeetingBot.Tables;
using MeetingBot.Web.Minutes;
using MeetingBot.Web.Reports;
using NodaTime;

namespace MeetingBot.Program.Serving;

/// <summary>The turn and what carries its messages away; here clock, ids and randomness are handed in.</summary>
internal static class Turns
{
    public static void AddTurns(this WebApplicationBuilder builder, Settings settings)
    {
        var services = builder.Services;
        services.AddSingleton<IClock>(
            settings.Clock is { } shown ? new MovedClock(SystemClock.Instance, shown) : SystemClock.Instance);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new TurnIds(RandomNumberGenerator.GetHexString(8, lowercase: true)));
        services.AddSingleton(Handed);
        // The turn needs the outbox, which needs its channels: it is looked for when there is something to carry.
        services.AddSingleton<IChannel>(provider => new InnerDoor(
            (incoming, cancel) => provider.GetRequiredService<RunTurn>()(incoming, cancel)));
        services.AddSingleton<IChannel>(provider => new LinkDoor(
            provider.GetRequiredService<ITable>(),
            (incoming, cancel) => provider.GetRequiredService<RunTurn>()(incoming, cancel),
            provider.GetRequiredService<IClock>()));
        services.AddSingleton<IChannel>(provider => new RosterDoor(
            provider.GetServices<IRoster>(),
            (incoming, cancel) => provider.GetRequiredService<RunTurn>()(incoming, cancel),
            provider.GetRequiredService<IClock>()));
        services.AddSingleton<Outbox>();
        services.AddSingleton<SeenSweeper>();
        services.AddSingleton<TimerLoop>();
        services.AddSingleton<TimerRecall>();
        services.AddSingleton(provider => new TurnRunner(
            provider.GetRequiredService<ITable>(), MeetingCommands.Reader, provider.GetRequiredService<Outbox>(),
            provider.GetRequiredService<SeenSweeper>(), provider
                .GetRequiredService<IClock>(), provider
                .GetRequiredService<TurnIds>(),
            NewToken, provider.GetRequiredService<TurnOptions>()));
        services.AddSingleton<RunTurn>(provider => provider.GetRequiredService<TurnRunner>().RunAsync);
        services.AddSingleton(provider => WithPublicUrl(provider, settings));
        services.AddHostedService<BackgroundWork>();

        services.AddSingleton<GroupViews>();
        services.AddSingleton<DrawLiveCard>(provider => provider.GetRequiredService<GroupViews>().DrawAsync);
        services.AddSingleton<ViewCard>(provider => provider.GetRequiredService<GroupViews>().CardAsync);
        services.AddSingleton<ViewGroup>(provider => provider.GetRequiredService<GroupViews>().OverviewAsync);
        services.AddSingleton<ViewMinutes>(provider => provider.GetRequiredService<GroupViews>().MinutesAsync);
        services.AddSingleton<HomeViews>();
        services.AddSingleton<ViewHome>(provider => provider.GetRequiredService<HomeViews>().HomeAsync);
        services.AddSingleton<CalendarViews>();
        services.AddSingleton<ViewCalendar>(provider => provider.GetRequiredService<CalendarViews>().CalendarAsync);
        services.AddSingleton<CalendarFiles>();
        services.AddSingleton<MinutesFiles>();
        services.AddSingleton(provider => new HandedFiles(
            provider.GetRequiredService<CalendarFiles>(), provider.GetRequiredService<MinutesFiles>(),
            provider.GetRequiredService<ReportFiles>().ReadAsync));
        services.AddSingleton<ReadFile>(provider => provider.GetRequiredService<HandedFiles>().ReadAsync);
        services.AddSingleton<BallotViews>();
        services.AddSingleton<FindBallot>(provider => provider.GetRequiredService<BallotViews>().FindAsync);
        services.AddSingleton<ScoringViews>();
        services.AddSingleton<FindScoring>(provider => provider.GetRequiredService<ScoringViews>().FindAsync);
        // No assessment has a link yet.
        services.AddSingleton<AssessmentDocuments>();
        services.AddSingleton<FindReport>(provider => provider.GetRequiredService<AssessmentDocuments>().FindAsync);
        services.AddSingleton<ResolveMinutesLink>(provider => async (token, cancel) =>
        {
            var now = provider.GetRequiredService<IClock>().GetCurrentInstant();
            return (
                await PageLinks.FindAsync(provider.GetRequiredService<ITable>(), token, "minutes", now, cancel))?.Group;
        });
    }

    private static OutboxServices Handed(IServiceProvider provider) => new(
        provider.GetRequiredService<TurnIds>().Instance,
        provider.GetRequiredService<TableHome>().Exclusive,
        provider.GetRequiredService<IClock>(),
        (length, cancel) => Task.Delay(length.ToTimeSpan(), cancel),
        Random.Shared.NextDouble,
        provider.GetRequiredService<ILoggerFactory>().CreateLogger("MeetingBot.Conversations"));

    // On one's own machine the pages are where the service listens.
    private static TurnOptions WithPublicUrl(IServiceProvider provider, Settings settings)
    {
        if (settings.Turns.PublicUrl is not null || !settings.Development) return settings.Turns;
        var listening = provider.GetRequiredService<IConfiguration>()["urls"]?.Split(';')[0] ?? "http://localhost:3978";
        return Uri.TryCreate(listening, UriKind.Absolute, out var url) && url.IsLoopback && url.Port > 0
            ? settings.Turns with { PublicUrl = url }
            : settings.Turns;
    }

    private static string NewToken() =>
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)).Replace('+', '-').Replace('/', '_').TrimEnd('=');
}
