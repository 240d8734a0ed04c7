using System.Globalization;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Risks;
using MeetingBot.Risks.Rounds;

namespace MeetingBot.Kit;

/// <summary>What a test asks of risk assessments in a room; and the worked example of eight members and five risks.</summary>
internal static class RiskRoom
{
    public static readonly string[] Members = ["Anna", "Ben", "Carl", "Dora", "Emil", "Fay", "Gus", "Hana"];

    /// <summary>Likelihood and impact of Anna to Hana, risk by risk: <c>?</c> don't know, <c>-</c> abstain, <c>.</c> no reply.</summary>
    public static readonly (string Likelihood, string Impact)[] Scores =
    [
        ("3323 23?3", "22322223"), ("24252424", "44454444"), ("1121121.", "5545545."), ("43443443", "33433334"), ("??3?-4?.", "343-?34."),
    ];

    public static Assessment Assessment(this Room room, int number = 1) => RiskRows.ReadAssessment(
        Assert.Single(room.Table.Under(room.Partition, "assessment"), row => row.RowKey == RiskRows.Key(number)));

    /// <summary>A risk as it is kept in the version that is worked on.</summary>
    public static RiskScenario Risk(this Room room, string id) => Assert.Single(
        RiskRows.RisksIn(new(room.Table.Under(room.Partition, "risk")), 1, room.Assessment().Generation), risk => risk.Id == id);

    public static ScoringRound Round(this Room room, int number = 1) => RiskRows.ReadRound(
        Assert.Single(room.Table.Under(room.Partition, "round"), row => row.RowKey == RiskRows.RoundKey(1, number)));

    /// <summary>An assessment with risks TR-1 to TR-n, in which Anna to Hana are known; Anna runs it.</summary>
    public static async Task<Room> WithRisks(int risks = 5)
    {
        var room = new Room();
        foreach (var member in Members) await room.Says(member, "/help");
        await room.Says("Anna", "/risk new \"Tokens in WLCG\"");
        for (var risk = 1; risk <= risks; risk++)
            await room.Says("Anna", string.Create(CultureInfo.InvariantCulture, $"/risk add Risk number {risk} | mitigation: what stands"));
        return room;
    }

    /// <summary>The card that somebody has of a round, as it was sent last.</summary>
    public static Card ScoreCard(this Room room, string who) => room.Bot.Channel.Sent.Select(sent => sent.Message)
        .Last(message => message.Recipient?.Key == Room.Who(who).Key && message.Card is not null).Card!;

    /// <summary>Answers the card of one risk.</summary>
    public static Task<Answer?> Scores1(this Room room, string who, string risk, string likelihood, string impact, string why = "", int round = 1) =>
        room.Press(who, "risk score", [("assessment", "1"), ("round", $"{round}"), ("risk", risk), ("next", risk),
            .. likelihood is "." ? Array.Empty<(string, string)>() : [("likelihood", likelihood)],
            .. impact is "." ? Array.Empty<(string, string)>() : [("impact", impact)],
            ("rationale", why)]);

    /// <summary>The worked example: round 1 is open and all have answered.</summary>
    public static async Task<Room> Scored()
    {
        var room = await WithRisks();
        await room.Says("Anna", "/risk open until Wednesday 18:00");
        await room.Advance(1);
        for (var risk = 0; risk < Scores.Length; risk++)
        {
            var (likelihood, impact) = (Scores[risk].Likelihood.Replace(" ", "", StringComparison.Ordinal), Scores[risk].Impact);
            for (var member = 0; member < Members.Length; member++)
                if (likelihood[member] != '.' || impact[member] != '.')
                    await room.Scores1(Members[member], $"TR-{risk + 1}", likelihood[member].ToString(), impact[member].ToString());
        }
        return room;
    }
}
