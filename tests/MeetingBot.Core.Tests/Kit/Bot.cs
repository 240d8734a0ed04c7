using System.Globalization;
using MeetingBot.Conversations;
using MeetingBot.Conversations.Sending;
using MeetingBot.Linking;
using MeetingBot.Meetings;
using MeetingBot.Meetings.Feeds;
using MeetingBot.Meetings.Homes;
using MeetingBot.Polls.Ballots;
using MeetingBot.Risks.Scoring;
using NodaTime;

namespace MeetingBot.Kit;

/// <summary>One instance of the bot over a table, put together as the program does, with ids that can be foretold.</summary>
public sealed class Bot : IDisposable
{
    private int _tokens;

    public Bot(MemoryTable table, FakeTime time, FakeChannel channel, string instance = "a", bool exclusive = true, FakeLog? log = null,
        (Uri Address, FakeChannel Door)? indico = null, IReadOnlyList<IChannel>? also = null, IReadOnlyList<IRoster>? rosters = null)
    {
        (Table, Time, Channel) = (table, time, channel);
        var services = new OutboxServices(instance, exclusive, time, time.Wait, () => 0, log ?? new FakeLog());
        Options = new TurnOptions("Europe/Zurich", new Uri("https://bot.example/")) { Indico = indico?.Address };
        Views = new GroupViews(table, time, Options);
        Homes = new HomeViews(table, time, Options);
        Calendars = new CalendarViews(table, time, Options);
        Ballots = new BallotViews(table, time, Options);
        Scorings = new ScoringViews(table, time, Options);
        RunTurn run = (incoming, cancel) => Runner!.RunAsync(incoming, cancel);
        IEnumerable<IChannel> doors = [channel, .. also ?? [], new InnerDoor(run), new LinkDoor(table, run, time), new RosterDoor(rosters ?? [], run, time)];
        Outbox = new Outbox(table, indico is { } known ? [.. doors, known.Door] : doors, services, Views.DrawAsync);
        Sweeper = new SeenSweeper(table, services);
        Runner = new TurnRunner(table, MeetingCommands.Reader, Outbox, Sweeper, time, new TurnIds(instance), NewToken, Options);
        Timers = new TimerLoop(table, Runner.RunAsync, services);
        Recall = new TimerRecall(table, services);
    }

    public MemoryTable Table { get; }

    public FakeTime Time { get; }

    public FakeChannel Channel { get; }

    public TurnOptions Options { get; }

    public Outbox Outbox { get; }

    public SeenSweeper Sweeper { get; }

    public TurnRunner Runner { get; }

    public TimerLoop Timers { get; }

    public TimerRecall Recall { get; }

    public GroupViews Views { get; }

    public HomeViews Homes { get; }

    public CalendarViews Calendars { get; }

    public BallotViews Ballots { get; }

    public ScoringViews Scorings { get; }

    public ValueTask<TurnOutcome> Turn(Incoming incoming) => Runner.RunAsync(incoming, CancellationToken.None);

    /// <summary>
    /// All is sent but the edits of paced cards, which wait for time to pass, each for itself: who moved it before they
    /// all wait would leave one waiting.
    /// </summary>
    public Task Settled() => Eventually.Until(
        () => Outbox.Resting is var resting && Outbox.Waiting == resting && Time.Waiting >= Outbox.LanesAtRest,
        "the outbox is empty");

    /// <summary>Lets time pass, firing each timer when it is due.</summary>
    public async Task Advance(Duration length)
    {
        var until = Time.GetCurrentInstant() + length;
        while (NextTimer() is { } due && due <= until)
        {
            if (due > Time.GetCurrentInstant()) Time.AdvanceTo(due);
            await Timers.FireDueAsync(CancellationToken.None);
            await Settled();
            if (NextTimer() == due) break;
        }
        Time.AdvanceTo(until);
        await Timers.FireDueAsync(CancellationToken.None);
        await Settled();
    }

    public void Dispose() => Outbox.Dispose();

    // Hints begin with the time in milliseconds; the timer itself may be due a part of one later.
    private Instant? NextTimer() => Table.Under("timers").Select(row => (Instant?)Instant
            .FromUnixTimeMilliseconds(long.Parse(row.RowKey.Split('|')[0], CultureInfo.InvariantCulture) + 1))
        .FirstOrDefault();

    private string NewToken() => $"token-{Interlocked.Increment(ref _tokens):D16}";
}
