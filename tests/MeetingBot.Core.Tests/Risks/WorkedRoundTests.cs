using MeetingBot.Kit;
using MeetingBot.Risks.Rounds;
using MeetingBot.Risks.Scoring;
using MeetingBot.Risks.Statistics;

namespace MeetingBot.Risks;

/// <summary>Eight members score five risks, each on a card of their own: the figures are those of the worked example.</summary>
public sealed class WorkedRoundTests
{
    [Fact]
    public async Task Reveal_GivesTheFiguresOfTheExample()
    {
        using var room = await RiskRoom.Scored();
        Assert.Equal(
            "Round 1 of \"Tokens in WLCG\" v0.1 is revealed: 8 of 8 have scored 5 risks: 3 AGREED, 1 SPLIT and 1 KNOWLEDGE_GAP.",
            (await room.Says("Anna", "/risk reveal")).Split('\n')[0]);

        var criteria = room.Assessment().Criteria;
        Check("TR-1", RiskDimension.Likelihood, 7, 2.7143, 3, 3, 0.5, 0.4880, 1, 0.8425, Agreement.Agreed);
        Check("TR-1", RiskDimension.Impact, 8, 2.2500, 2, 2, 0.25, 0.4629, 1, 0.8553, Agreement.Agreed);
        Check("TR-2", RiskDimension.Likelihood, 8, 3.1250, 3, 4, 2, 1.2464, 3, 0.5142, Agreement.Split);
        Check("TR-2", RiskDimension.Impact, 8, 4.1250, 4, 4, 0, 0.3536, 1, 0.9154, Agreement.Agreed);
        Check("TR-3", RiskDimension.Likelihood, 7, 1.2857, 1, 1, 0.5, 0.4880, 1, 0.8425, Agreement.Agreed);
        Check("TR-3", RiskDimension.Impact, 7, 4.7143, 5, 5, 0.5, 0.4880, 1, 0.8425, Agreement.Agreed);
        Check("TR-4", RiskDimension.Likelihood, 8, 3.6250, 4, 4, 1, 0.5175, 1, 0.8193, Agreement.Agreed);
        Check("TR-4", RiskDimension.Impact, 8, 3.2500, 3, 3, 0.25, 0.4629, 1, 0.8553, Agreement.Agreed);
        Check("TR-5", RiskDimension.Likelihood, 2, 3.5, 3.5, 4, 0.5, 0.7071, 1, 0.8074, Agreement.KnowledgeGap);
        Check("TR-5", RiskDimension.Impact, 5, 3.4, 3, 3, 1, 0.5477, 1, 0.8150, Agreement.Agreed);
        Assert.Equal(["Low", "High", "Low", "High", null], Enumerable.Range(1, 5).Select(n => Level($"TR-{n}")));
        Assert.Equal("Moderate", criteria.Matrix.Levels[room.Risk("TR-2").Result!.LowLevel(criteria)!.Value]);

        var figures = room.Round().Figures!;
        Assert.Equal(0.518504, figures.Dimensions[0].Alpha!.Value, 6);
        Assert.Equal(0.773918, figures.Dimensions[1].Alpha!.Value, 6);
        Assert.Equal((110.0 / 159, 6, 4), (figures.Dimensions[0].W!.Value, figures.Dimensions[0].Raters, figures.Dimensions[0].Ranked));
        Assert.Equal((Math.Round(209.0 / 224, 12), 7), (Math.Round(figures.Dimensions[1].W!.Value, 12), figures.Dimensions[1].Raters));

        var ranked = (await room.Press("Ben", "risks"))!.Card!.Text();
        Assert.Matches("(?s)TR-2 .*TR-4 .*TR-3 .*TR-1 .*TR-5 ", ranked);
        Assert.Contains("High (4 of 5), from Moderate to High", ranked, StringComparison.Ordinal);

        void Check(
            string id, RiskDimension dimension, int scored, double mean, double median, int high, double iqr, double sd, int range,
            double consensus, Agreement agreement)
        {
            var summary = room.Risk(id).Result![dimension]!.Summary(criteria);
            Assert.Equal((scored, high, range, agreement), (summary.Scored, summary.Scores.HighMedian, summary.Scores.Range, summary.Agreement));
            Assert.Equal(mean, summary.Scores.Mean!.Value, 4);
            Assert.Equal(median, summary.Scores.Median);
            Assert.Equal(iqr, summary.Scores.InterquartileRange);
            Assert.Equal(sd, summary.Scores.Deviation!.Value, 4);
            Assert.Equal(consensus, summary.Consensus!.Value, 4);
        }

        string? Level(string id) => room.Risk(id).Result!.Level(criteria) is { } level ? criteria.Matrix.Levels[level] : null;
    }

    [Fact]
    public async Task Deadline_Reveals_Once_AndTakesNoScoreAfter()
    {
        using var room = await RiskRoom.Scored();
        await room.Advance(60 * 24 * 8);
        Assert.Equal(RoundStatus.Revealed, room.Round().Status);
        Assert.Single(room.Bot.Channel.Sent, sent => sent.Message.Text.StartsWith("Round 1 of \"Tokens in WLCG\" v0.1 is revealed", StringComparison.Ordinal));
        Assert.Equal("Round 1 is over; no score is taken any more.", (await room.Scores1("Anna", "TR-1", "5", "5"))!.Text);
        Assert.Equal(3, room.Risk("TR-1").Result!.Likelihood(room.Assessment().Criteria));
    }

    [Fact]
    public async Task Weights_ChangeTheLevel_AndAreFlagged()
    {
        using var room = await RiskRoom.WithRisks(2);
        await room.Says("Anna", "/risk community ATLAS 3: @Anna @Ben", "Anna", "Ben");
        await room.Says("Anna", "/risk community CMS 3: @Carl @Dora", "Carl", "Dora");
        await room.Says("Anna", "/risk community ALICE 2: @Emil", "Emil");
        await room.Says("Anna", "/risk open TR-2 until Wednesday 18:00");
        await room.Advance(1);
        for (var member = 0; member < 8; member++)
            await room.Scores1(RiskRoom.Members[member], "TR-2", RiskRoom.Scores[1].Likelihood[member].ToString(), RiskRoom.Scores[1].Impact[member].ToString());
        await room.Says("Anna", "/risk reveal");
        var (criteria, result) = (room.Assessment().Criteria, room.Risk("TR-2").Result!);
        Assert.Equal(2, result[RiskDimension.Likelihood]!.Weighted!.HighMedian);
        Assert.Equal(53.0 / 17, result[RiskDimension.Likelihood]!.Weighted!.Mean!.Value, 6);
        Assert.True(result.IsWeightSensitive(criteria));
        Assert.Equal("Moderate", criteria.Matrix.Levels[result.WeightedLevel(criteria)!.Value]);
        Assert.Empty(result[RiskDimension.Likelihood]!.Communities);
    }

    [Fact]
    public async Task SplitRow_IsDiscussed_ScoredAgain_Agreed_Treated_AndFrozen()
    {
        using var room = await RiskRoom.Scored();
        await room.Says("Anna", "/risk reveal");
        Assert.StartsWith(
            "On the next agenda: 1. TR-2 Risk number 2: likelihood SPLIT (10 min) and 2. TR-5 Risk number 5: likelihood KNOWLEDGE_GAP (10 min).",
            await room.Says("Anna", "/risk discuss"), StringComparison.Ordinal);
        await room.Says("Anna", "/meeting start Scores");
        await room.Says("Anna", "/agenda next");
        await room.Advance(1);
        Assert.DoesNotContain(room.Told("Ben"), text => text.StartsWith("TR-2 is being talked about", StringComparison.Ordinal));
        Assert.Contains(room.Told("Dora"), text => text.StartsWith("TR-2 is being talked about. You scored likelihood 5, away", StringComparison.Ordinal));
        await room.Says("Ben", "BB - the incident of May counts for likelihood");

        await room.Says("Anna", "/risk open TR-2 until Wednesday 18:00");
        await room.Advance(1);
        foreach (var (member, value) in RiskRoom.Members.Zip("34343434")) await room.Scores1(member, "TR-2", value.ToString(), "4", round: 2);
        await room.Says("Anna", "/risk reveal");
        var card = (await room.Press("Ben", "risks", ("risk", "TR-2")))!.Card!.Text();
        Assert.Contains("Moved since round 1: 0.625", card, StringComparison.Ordinal);
        Assert.Contains("consensus 0.8074", card, StringComparison.Ordinal);

        Assert.StartsWith("TR-2 is likelihood 4, impact 4: High, as scored.", await room.Says("Anna", "/risk agree TR-2"), StringComparison.Ordinal);
        Assert.Equal("the incident of May counts for likelihood", Assert.Single(room.Risk("TR-2").Discussion));
        Assert.StartsWith(
            "TR-2: Reduce: Shorter lifetimes (by developers). It is action 1. Luna: ",
            await room.Says("Anna", "/risk treat TR-2 reduce Shorter lifetimes | by: developers | owner: Luna | due: 1 October"), StringComparison.Ordinal);
        Assert.StartsWith("\"Tokens in WLCG\" v1.0 is frozen: it changes no more.", await room.Says("Anna", "/risk freeze v1.0"), StringComparison.Ordinal);
        await room.Says("Ben", "/risk edit TR-2 mitigation: none at all");
        await room.Says("Ben", "/risk add Something new");
        Assert.Equal(("1.1", 2), (room.Assessment().Version, room.Assessment().Generation));
        var frozen = RiskRows.RisksIn(new(room.Table.Under(room.Partition, "risk")), 1, 1);
        Assert.Equal((5, "what stands"), (frozen.Length, frozen[1].Mitigation));
        Assert.Equal("none at all", room.Risk("TR-2").Mitigation);
        var minutes = (await room.Minutes())!;
        Assert.Contains(minutes.Sections.SelectMany(section => section.Lines), line => line.Text == "TR-2 is likelihood 4, impact 4: High, as scored");
    }
}
