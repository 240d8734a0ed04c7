using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using MeetingBot.Bench.Load;
using MeetingBot.Conversations;
using MeetingBot.Conversations.Sending;
using MeetingBot.Storage.Sqlite;
using MeetingBot.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace MeetingBot.Bench.Rounds;

/// <summary>
/// 300 members score 75 risks, each likelihood and impact, in process and durably in SQLite: 22,500 saves, as many at a
/// time as there are connections, of which the first and the last 2,250 are compared.
/// </summary>
internal static class ScoreRound
{
    private const int Members = 300;
    private const int Risks = 75;
    private const int Parts = 10;

    private static readonly ConversationReference Chat = new("teams", Activities.Tenant, "19:scores@thread.v2", ConversationKind.Chat);

    public static async Task<ScoreFigures> RunAsync(Options options)
    {
        using var folder = new TemporaryFolder();
        await using var table = SqliteTable.Open(Path.Combine(folder.Path, "scores.db"));
        var services = new OutboxServices(
            "bench", true, SystemClock.Instance, (length, cancel) => Task.Delay(length.ToTimeSpan(), cancel), () => 0.5, NullLogger.Instance);
        using var outbox = new Outbox(table, [new Sink()], services, (_, _, _) => new ValueTask<Cards.Card?>((Cards.Card?)null));
        var runner = new TurnRunner(
            table, MeetingCommands.Reader, outbox, new SeenSweeper(table, services), SystemClock.Instance, new TurnIds("bench"),
            () => Guid.NewGuid().ToString("N"), new TurnOptions("Europe/Zurich", null));
        var delivery = 0;
        await SayAsync("/risk new \"Bench\"");
        for (var risk = 1; risk <= Risks; risk++) await SayAsync(FormattableString.Invariant($"/risk add Risk number {risk} | mitigation: what stands"));
        await SayAsync("/risk open");
        await table.CommitAsync(Chat.Group.PartitionKey, [.. Enumerable.Range(0, 90).Select(n => GroupRows.Member(Member(n)))], CancellationToken.None);

        var saves = Enumerable.Range(0, Members * Risks).ToList();
        var parts = new List<(TimeSpan Time, LatencyHistogram Latencies)>();
        var refused = 0;
        foreach (var part in saves.Chunk(saves.Count / Parts))
        {
            var latencies = new LatencyHistogram();
            var clock = Stopwatch.StartNew();
            await Parallel.ForEachAsync(part, new ParallelOptions { MaxDegreeOfParallelism = options.Connections }, async (save, cancel) =>
            {
                var one = Stopwatch.StartNew();
                var outcome = await runner.RunAsync(Save(save), cancel);
                var took = one.Elapsed;
                lock (latencies) latencies.Add(took);
                if (outcome.Refused || outcome.Answer is null) Interlocked.Increment(ref refused);
            });
            parts.Add((clock.Elapsed, latencies));
        }
        var all = new LatencyHistogram();
        foreach (var (_, latencies) in parts) all.Add(latencies);
        var reveal = Stopwatch.StartNew();
        await SayAsync("/risk reveal");
        reveal.Stop();
        var each = saves.Count / Parts;
        return new ScoreFigures(
            saves.Count / parts.Sum(part => part.Time.TotalSeconds), all.At(0.5), all.At(0.99),
            // What compiles is in the first part.
            each / parts[1].Time.TotalSeconds, each / parts[^1].Time.TotalSeconds, reveal.Elapsed, refused);

        async Task SayAsync(string text) => await runner.RunAsync(
            new IncomingMessage(Delivery(), Chat, Member(0), text, "m", Addressed: true, Bare: true, []), CancellationToken.None);

        string Delivery() => FormattableString.Invariant($"d{Interlocked.Increment(ref delivery)}");

        // Members take turns, so that all are half through at half time.
        CardAnswer Save(int number)
        {
            var (member, risk) = (number % Members, 1 + (number / Members));
            return new CardAnswer(
                Delivery(), Chat, Member(member), "risk score",
                new Dictionary<string, string>
                {
                    ["assessment"] = "1", ["round"] = "1", ["risk"] = Text($"TR-{risk}"), ["next"] = Text($"TR-{1 + (risk % Risks)}"),
                    ["likelihood"] = Text($"{1 + ((member + risk) % 5)}"), ["impact"] = Text($"{1 + ((member * risk) % 5)}"),
                    ["rationale"] = member % 10 == 0 ? "As it was in May, and nothing has changed since" : "",
                }.ToImmutableDictionary(),
                "m", WantsAnswer: true);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static Person Member(int number) =>
        new("teams", Activities.Tenant, Text($"29:1user{number}"), Text($"Member {number}"), "Europe/Zurich");

    private sealed class Sink : IChannel
    {
        public string Platform => "teams";

        public ValueTask<Delivery> DeliverAsync(string outboxId, Outgoing message, LiveCard? existing, CancellationToken cancel) =>
            new(new Delivery.Sent(existing?.Message ?? "m"));
    }
}

/// <summary>What saving scores took.</summary>
/// <param name="First">Saves a second in the second tenth.</param>
/// <param name="Last">And in the last.</param>
internal sealed record ScoreFigures(
    double Rate, TimeSpan Median, TimeSpan Slow, double First, double Last, TimeSpan Reveal, int Refused)
{
    /// <summary>None was refused, and the last cost what the first did within a fifth.</summary>
    public bool Sound => Refused == 0 && Last >= First * 0.8;

    public string Table => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        | 300 members score 75 risks (22,500 saves) on SQLite | |
        |---|---|
        | saves a second | {Rate:N0} |
        | p50 ms | {Median.TotalMilliseconds:0.00} |
        | p99 ms | {Slow.TotalMilliseconds:0.00} |
        | saves a second, second tenth | {First:N0} |
        | saves a second, last tenth | {Last:N0} |
        | last / second tenth | {Last / First:0.00} |
        | reveal of all, ms | {Reveal.TotalMilliseconds:N0} |
        | refused | {Refused} |
        """);
}
