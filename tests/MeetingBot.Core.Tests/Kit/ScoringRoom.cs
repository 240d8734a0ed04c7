using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Guests;
using MeetingBot.Risks;
using MeetingBot.Risks.Rounds;

namespace MeetingBot.Kit;

/// <summary>What a test asks of guests, who score the risks of a room by their links.</summary>
internal static partial class ScoringRoom
{
    private static int deliveries;

    /// <summary>An open round of so many risks, which Anna runs; eight members are known.</summary>
    public static async Task<Room> Open(int risks = 3, string open = "/risk open until Wednesday 18:00")
    {
        var room = await RiskRoom.WithRisks(risks);
        await room.Says("Anna", open);
        await room.Advance(1);
        return room;
    }

    /// <summary>The tokens that somebody was told last, in the order of the guests.</summary>
    public static List<string> ScoreTokens(this Room room, string who) =>
        [.. Link().Matches(room.Told(who).Last()).Select(link => link.Groups[1].Value)];

    /// <summary>Invites one guest and gives the token of their link.</summary>
    public static async Task<string> InvitesScorer(this Room room, string guest, string who = "Anna")
    {
        await room.Says(who, "/risk guests " + guest);
        return Assert.Single(room.ScoreTokens(who));
    }

    public static ValueTask<FoundScoring> Opens(this Room room, ScoringCall call) =>
        room.Bot.Scorings.FindAsync(call, CancellationToken.None);

    public static async Task<GuestScoring> ScorePage(this Room room, string token, string? risk = null, string? zone = null) =>
        (await room.Opens(new ScoringCall(token, zone, risk))).Scoring!;

    /// <summary>Presses a button of the page, with what was put into its inputs.</summary>
    public static Task<Answer?> Presses(this Room room, GuestScoring page, string button, params (string Key, string Value)[] inputs) =>
        room.Presses(page, page.Card.AllButtons().Single(one => one.Title == button), inputs);

    public static async Task<Answer?> Presses(
        this Room room, GuestScoring page, CardButton button, params (string Key, string Value)[] inputs)
    {
        var outcome = await room.Bot.Turn(new CardAnswer(
            $"scorer-{Interlocked.Increment(ref deliveries)}", page.Guest.Home, page.Guest.Person with { Zone = page.Zone },
            button.Verb, button.Data.ToImmutableDictionary().SetItems(inputs.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))),
            null, WantsAnswer: true));
        await room.Bot.Settled();
        return outcome.Answer;
    }

    /// <summary>Scores the risk that the page shows.</summary>
    public static Task<Answer?> ScoresPage(this Room room, GuestScoring page, string likelihood, string impact) => room.Presses(
        page, page.Card.AllButtons().First(button => button.Verb == "risk score"), ("likelihood", likelihood), ("impact", impact));

    public static List<Guest> RoundGuests(this Room room, int round = 1) =>
        [.. room.Table.Under(room.Partition, "guest", "round", "00000001", $"{round:D8}").Select(GuestBook.Read)];

    /// <summary>Everybody's scores of a round.</summary>
    public static List<RiskScore> AllScores(this Room room, int round = 1) =>
        [.. room.Table.Under(room.Partition, "score", "00000001", $"{round:D8}").Select(RiskRows.ReadScore)];

    /// <summary>The round as all see it, drawn from the rows as they are.</summary>
    public static async Task<Card> SharedRound(this Room room, int round = 1)
    {
        var now = room.Time.GetCurrentInstant();
        var turn = await Onlooker.LookAsync(room.Table, room.Conversation, Room.Who("Anna"), now, room.Bot.Options, CancellationToken.None);
        return (await new RiskViews(room.Table).CardAsync($"round 1 {round}", turn, CancellationToken.None))!;
    }

    [GeneratedRegex("https://bot\\.example/score/(\\S+)")]
    private static partial Regex Link();
}
