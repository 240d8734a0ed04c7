using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Risks;
using MeetingBot.Risks.Rounds;
using MeetingBot.Risks.Scoring;
using NodaTime;
using static MeetingBot.Kit.JoinedRooms;

namespace MeetingBot.Kit;

/// <summary>Tom on Teams and Tommy on Slack, who are one person, in a joined group that scores risks.</summary>
internal static class TwoAccounts
{
    public static Person Tom { get; } = On(Channel, "Tom");

    public static Person Tommy { get; } = On(SlackChannel, "Tommy");

    /// <summary>Mara's assessment with so many risks; Tom, Tommy, Ann and Ben are known.</summary>
    public static async Task<JoinedRooms> WithRisks(int risks = 3, JoinedRooms? made = null)
    {
        var rooms = made ?? await Made();
        foreach (var who in (string[])["Tom", "Ann", "Ben"]) await rooms.Says(Channel, who, "/help");
        await rooms.Says(SlackChannel, "Tommy", "/help");
        await rooms.Says(Channel, "Mara", "/risk new \"Tokens\"");
        for (var risk = 1; risk <= risks; risk++)
            await rooms.Says(Channel, "Mara", $"/risk add Risk number {risk} | mitigation: what stands");
        return rooms;
    }

    public static async Task Opens(this JoinedRooms rooms, string typed = "/risk open until Wednesday 18:00")
    {
        await rooms.Says(Channel, "Mara", typed);
        await rooms.Pass();
    }

    /// <summary>A minute passes.</summary>
    public static Task Pass(this JoinedRooms rooms) => rooms.Bot.Advance(Duration.FromMinutes(1));

    public static Task<Answer?> Scores(
        this JoinedRooms rooms, Person who, string risk, string likelihood, string impact, int round = 1) =>
        rooms.Press(At(who), who.Name, Save(risk, likelihood, impact, round));

    /// <summary>The same, not done yet.</summary>
    public static CardAnswer Pressed(
        string delivery, Person who, string risk, string likelihood, string impact, int round = 1) => new(
        delivery, At(who), who, "risk score",
        System.Collections.Immutable.ImmutableDictionary.CreateRange(Save(risk, likelihood, impact, round).Data), "m1",
        WantsAnswer: true);

    /// <summary>The code that Tom gets.</summary>
    public static async Task<string> Code(this JoinedRooms rooms, Person who)
    {
        await rooms.Says(At(who), who.Name, "/me link");
        return rooms.Sent(At(who)).Last(message => message.Recipient?.Key == who.Key && message.Text.Contains("/me link ", StringComparison.Ordinal))
            .Text.Split("/me link ")[1].Split('\n')[0];
    }

    /// <summary>Tommy says that he is Tom.</summary>
    public static async Task<string> Links(this JoinedRooms rooms) =>
        await rooms.Says(SlackChannel, "Tommy", $"/me link {await rooms.Code(Tom)}");

    /// <summary>Everybody's scores of a round: <c>TR-1 Tom 4 4</c>; <c>.</c> for what was left open.</summary>
    public static IReadOnlyList<string> Kept(this JoinedRooms rooms, int round = 1) =>
    [
        .. rooms.Bot.Table.Under(Channel.Own.PartitionKey, "score", "00000001", $"{round:D8}").Select(row =>
        {
            var score = RiskRows.ReadScore(row);
            Assert.Equal(RiskRows.ScoreKey(1, round, RiskRows.RiskOfScore(row), score.Member.Key), row.RowKey);
            string Of(RiskDimension dimension) => score.Scores.TryGetValue(dimension, out var given) ? $"{given.Value}" : ".";
            return $"{RiskRows.RiskOfScore(row)} {score.Member.Name} {Of(RiskDimension.Likelihood)} {Of(RiskDimension.Impact)}";
        }),
    ];

    /// <summary>How far everybody is: <c>Tom 110</c>.</summary>
    public static IReadOnlyList<string> Progress(this JoinedRooms rooms, int round = 1) =>
    [
        .. rooms.Bot.Table.Under(Channel.Own.PartitionKey, "scored", "00000001", $"{round:D8}")
            .Select(RiskRows.ReadProgress).Select(one => $"{one.Member.Name} {one.Marks}"),
    ];

    public static ScoringRound Round(this JoinedRooms rooms, int round = 1) => RiskRows.ReadRound(
        Assert.Single(rooms.Rows(Channel, "round"), row => row.RowKey == RiskRows.RoundKey(1, round)));

    public static RiskScenario Risk(this JoinedRooms rooms, string id) => Assert.Single(
        RiskRows.RisksIn(new(rooms.Rows(Channel, "risk")), 1, int.MaxValue), risk => risk.Id == id);

    /// <summary>How many scored the likelihood of a risk so, from 1 to 5.</summary>
    public static string Counts(this JoinedRooms rooms, string id) =>
        string.Join(' ', rooms.Risk(id).Result![RiskDimension.Likelihood]!.Counts);

    /// <summary>What both accounts were told alone.</summary>
    public static IReadOnlyList<string> ToldAlone(this JoinedRooms rooms) =>
    [
        .. rooms.Teams.Sent.Concat(rooms.Slack.Sent).Select(sent => sent.Message)
            .Where(message => message.Recipient is { } to && (to.Key == Tom.Key || to.Key == Tommy.Key))
            .Select(message => message.Text),
    ];

    private static ConversationReference At(Person who) => who.Platform == "slack" ? SlackChannel : Channel;

    private static CardButton Save(string risk, string likelihood, string impact, int round) => CardButton.Press(
        "Save", "risk score",
        [
            ("assessment", "1"), ("round", $"{round}"), ("risk", risk), ("next", risk),
            .. likelihood is "." ? Array.Empty<(string, string)>() : [("likelihood", likelihood)],
            .. impact is "." ? Array.Empty<(string, string)>() : [("impact", impact)],
        ]);
}
