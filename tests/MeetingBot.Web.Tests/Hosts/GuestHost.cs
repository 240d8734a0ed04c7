using System.Net;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Conversations.Sending;
using MeetingBot.Meetings.Guests;
using MeetingBot.Polls;
using MeetingBot.Polls.Ballots;
using MeetingBot.Polls.Guests;
using MeetingBot.Risks.Rounds;
using MeetingBot.Risks.Scoring;
using MeetingBot.Tables;
using MeetingBot.Web.Assets;
using MeetingBot.Web.Ballots;
using MeetingBot.Web.Scores;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace MeetingBot.Web.Tests.Hosts;

/// <summary>Guests' pages on a real Kestrel, with the real turns behind them, over a table in memory.</summary>
internal sealed class GuestHost : IAsyncDisposable
{
    public const string PublicUrl = "https://bot.example";

    private static readonly ConversationReference Group = new("web", "local", "main", ConversationKind.Room);

    private readonly WebApplication _app;
    private readonly Outbox _outbox;
    private readonly RunTurn _run;
    private int _said;

    private GuestHost(WebApplication app, MemoryTable table, FakeClock clock, Outbox outbox, RunTurn run, LogLines log)
    {
        (_app, Table, Clock, _outbox, _run, Log) = (app, table, clock, outbox, run, log);
        Address = new Uri(app.Urls.Single());
    }

    public Uri Address { get; }

    public MemoryTable Table { get; }

    public FakeClock Clock { get; }

    public LogLines Log { get; }

    /// <summary>Begins with a poll as typed, and a guest whose token it gives.</summary>
    public static async Task<(GuestHost Host, string Token)> WithGuestAsync(
        string poll = "/poll \"TTT July\" Fri 3 July 16:00, Tue 7 July 15:00 for 1h", string guest = "Anna Berg")
    {
        var host = await StartAsync();
        await host.SayAsync(poll);
        return (host, await host.InviteAsync(guest));
    }

    public static async Task<GuestHost> StartAsync()
    {
        var (table, clock, log) = (new MemoryTable(), new FakeClock(), new LogLines());
        var options = new TurnOptions("Europe/Zurich", new Uri(PublicUrl));
        var services = new OutboxServices(
            "a", true, clock, (length, cancel) => Task.Delay(length.ToTimeSpan(), cancel), () => 0, NullLogger.Instance);
        var outbox = new Outbox(table, [], services, (_, _, _) => ValueTask.FromResult<Card?>(null));
        var runner = new TurnRunner(
            table, MeetingCommands.Reader, outbox, new SeenSweeper(table, services), clock, new TurnIds("a"),
            () => Guid.NewGuid().ToString("N")[..22], options);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton<IClock>(clock).AddSingleton(options);
        builder.Services.AddSingleton<RunTurn>(runner.RunAsync);
        builder.Services.AddSingleton<FindBallot>(new BallotViews(table, clock, options).FindAsync);
        builder.Services.AddSingleton<FindScoring>(new ScoringViews(table, clock, options).FindAsync);
        builder.Services.AddBallotPages().AddScorePages();
        var app = builder.Build();
        app.MapAssets();
        app.MapBallots();
        app.MapScores();
        await app.StartAsync();
        return new GuestHost(app, table, clock, outbox, runner.RunAsync, log);
    }

    /// <summary>Mara, who chairs, says it in the group.</summary>
    public async Task SayAsync(string text, string who = "Mara")
    {
        var person = new Person("web", "local", who.ToLowerInvariant(), who);
        await _run(
            new IncomingMessage($"d{++_said}", Group, person, text, null, Addressed: true, Bare: true, []),
            CancellationToken.None);
    }

    public async Task<string> InviteAsync(string guest, int poll = 1)
    {
        var before = (await GuestsAsync(poll)).Select(one => one.Token).ToHashSet();
        await SayAsync($"/poll guests {poll} {guest}");
        return (await GuestsAsync(poll)).Single(one => one.Stands && !before.Contains(one.Token)).Token;
    }

    public async Task<List<Ballot>> BallotsAsync(int poll = 1) =>
        [.. (await RowsAsync(PollRows.Ballots(poll))).Select(PollRows.ReadBallot)];

    public async Task<Poll> PollAsync(int number = 1) =>
        PollRows.Read((await Table.GetAsync(Group.Group.PartitionKey, PollRows.Key(number), default))!);

    /// <summary>Rows of the group.</summary>
    public async Task<IReadOnlyList<Row>> RowsAsync(KeyRange range) =>
        await Table.QueryAsync(Group.Group.PartitionKey, range, 1_000, default);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _outbox.Dispose();
    }

    private async Task<List<Guest>> GuestsAsync(int poll) =>
        [.. (await RowsAsync(PollGuests.Of(poll).Range)).Select(GuestBook.Read)];
}
