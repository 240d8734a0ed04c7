using System.Collections.Immutable;
using System.Diagnostics;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Polls;
using MeetingBot.Polls.Ballots;
using MeetingBot.Polls.Slots;
using MeetingBot.Tables;
using MeetingBot.Teams.Cards;
using MeetingBot.Web.Cards;
using MeetingBot.Web.Pages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace MeetingBot.Bench.Rounds;

/// <summary>
/// What it takes to draw the shared card of a poll of twenty times with 10,000 ballots, each with an answer to every
/// time, of which everybody sees who says what: step by step, in process and on one thread.
/// </summary>
internal static class TallyRound
{
    private const int Ballots = 10_000;
    private const int Times = 20;
    private const int WarmUp = 10;
    private const int Repeats = 31;

    private const string Zone = "Europe/Zurich";

    private static readonly Instant Now = Instant.FromUtc(2026, 11, 28, 12, 0);

    public static async Task<List<Step>> RunAsync()
    {
        var turn = Look();
        var poll = TwentyTimes(turn.Actor);
        var rows = Enumerable.Range(0, Ballots).Select(voter => Row(poll, voter)).ToList();
        var ballots = rows.ConvertAll(PollRows.ReadBallot);
        var card = PollCards.Shared(poll, ballots, turn);
        await using var services = new ServiceCollection().BuildServiceProvider();
        var html = new ComponentHtml(services, NullLoggerFactory.Instance);

        return
        [
            await MeasureAsync("ballots out of their rows", () => rows.ConvertAll(PollRows.ReadBallot)),
            await MeasureAsync("tally", () => PollTally.Of(poll, ballots)),
            await MeasureAsync("shared card, its tally included", () => PollCards.Shared(poll, ballots, turn)),
            await MeasureAsync("card as Adaptive Card JSON", () => AdaptiveCardRenderer.Render(card)),
            await MeasureAsync("card as HTML", () => Html(html, card)),
            await MeasureAsync("all of it, from rows to JSON",
                () => AdaptiveCardRenderer.Render(PollCards.Shared(poll, rows.ConvertAll(PollRows.ReadBallot), turn))),
        ];
    }

    private static string Html(ComponentHtml html, Card card) => html.RenderAsync<CardForm>(
        (nameof(CardForm.Card), card), (nameof(CardForm.Drawing), new CardDrawing("c1", "/room/press", "p1", "token", "form"))).GetAwaiter().GetResult();

    private static async Task<Step> MeasureAsync(string name, Func<object> step)
    {
        var times = new List<TimeSpan>();
        for (var time = 0; time < WarmUp + Repeats; time++)
        {
            var clock = Stopwatch.StartNew();
            GC.KeepAlive(step());
            if (time >= WarmUp) times.Add(clock.Elapsed);
            // What was compiled in the background is to be in use.
            if (time == WarmUp - 1) await Task.Delay(200);
        }
        times.Sort();
        return new Step(name, times[Repeats / 2], times[^1]);
    }

    private static Turn Look()
    {
        var chat = new ConversationReference("teams", Load.Activities.Tenant, "19:conv0@thread.v2", ConversationKind.Chat);
        var pressed = new CardAnswer("d1", chat, Member(0), "poll show", ImmutableDictionary<string, string>.Empty, "r0", WantsAnswer: true);
        return new Turn(pressed, Now, "t1", () => "token", RowSet.Empty, new TurnOptions(Zone, null));
    }

    private static Poll TwentyTimes(Person author)
    {
        var zone = DateTimeZoneProviders.Tzdb[Zone];
        var options = Enumerable.Range(1, Times).Select(number =>
        {
            var wall = new LocalDateTime(2026, 12, 1, 9, 0).PlusDays(number).PlusHours(number % 8);
            var slot = new Slot(wall, Zone, zone.AtLeniently(wall).ToInstant(), Slot.UsualLength, "bench");
            return new PollOption(number, $"Day {number}, {wall.Hour}:00", Slot: slot);
        });
        return new Poll(1, "When do we meet?", PollKind.Times, [.. options], author, Now, Zone, NextOption: Times + 1);
    }

    // One in ten says something besides.
    private static Row Row(Poll poll, int voter)
    {
        var ballot = new Ballot(
            Member(voter), Now + Duration.FromSeconds(voter),
            [.. poll.Options.Select(option => new OptionAnswer(option.Id, (BallotAnswer)((voter + option.Id) % 3)))],
            voter % 10 == 0 ? $"Not before ten, please ({voter})" : null);
        var change = PollRows.Cast(poll.Number, ballot);
        return new Row("p", change.RowKey, change.Payload, "1");
    }

    private static Person Member(int number) =>
        new("teams", Load.Activities.Tenant, $"29:1user{number}", $"Member {number}", Zone);
}

/// <summary>How long a step takes: the median, and the longest of its runs.</summary>
internal sealed record Step(string Name, TimeSpan Median, TimeSpan Longest);
