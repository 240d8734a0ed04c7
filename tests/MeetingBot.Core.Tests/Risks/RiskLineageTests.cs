using System.Diagnostics;
using MeetingBot.Kit;
using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Scoring;
using MeetingBot.Risks.Statistics;

namespace MeetingBot.Risks;

/// <summary>Ids through splits, merges and versions; criteria of versions; what is typed of risks; who moved a round.</summary>
public sealed class RiskLineageTests
{
    [Fact]
    public async Task Ids_AreNeverGivenAgain_OverSplitMergeDropAndFreeze()
    {
        using var room = await RiskRoom.WithRisks(3);
        await room.Says("Anna", "/risk split TR-3 Batch | Laptop");
        await room.Says("Anna", "/risk drop TR-3b not ours");
        await room.Says("Anna", "/risk merge TR-1 TR-2");
        await room.Says("Anna", "/risk freeze v1.0");
        await room.Says("Anna", "/risk drop TR-1 gone");
        Assert.StartsWith("TR-4: Another", await room.Says("Ben", "/risk add Another"), StringComparison.Ordinal);
        Assert.StartsWith("TR-3 was split: TR-3a and TR-3b.", await room.Says("Anna", "/risk split TR-3 Third | Fourth"), StringComparison.Ordinal);
        Assert.StartsWith("TR-2 was merged: TR-1.", await room.Says("Anna", "/risk edit TR-2 mitigation: x"), StringComparison.Ordinal);
        await room.Says("Anna", "/risk split TR-4 One | Two");
        await room.Says("Anna", "/risk merge TR-4a TR-4b");
        await room.Says("Anna", "/risk freeze v1.1");
        Assert.StartsWith("TR-5: Last", await room.Says("Ben", "/risk add Last"), StringComparison.Ordinal);
        Assert.Equal(["TR-4", "TR-4b"], room.Risk("TR-4a").Aliases.Order(StringComparer.Ordinal));
        Assert.Equal(["TR-3"], room.Risk("TR-3a").Aliases.AsEnumerable());
        var first = RiskRows.RisksIn(new(room.Table.Under(room.Partition, "risk")), 1, 1);
        Assert.Equal(["TR-1", "TR-2", "TR-3", "TR-3a", "TR-3b"], first.Select(risk => risk.Id));
        Assert.True(first[0].Active);
    }

    [Theory]
    [InlineData("lcg")]
    [InlineData("egi")]
    [InlineData("nist")]
    [InlineData("cia")]
    public async Task OtherScales_InTheNextVersion_ReadNoScoreOfTheFormer_WhichStaysAsItWas(string criteria)
    {
        using var room = await RiskRoom.Scored();
        await room.Says("Anna", "/risk reveal");
        await room.Says("Anna", "/risk agree TR-2 5 5 because of May");
        Assert.Contains("its criteria stay as they are", await room.Says("Anna", $"/risk criteria {criteria}"), StringComparison.Ordinal);
        await room.Says("Anna", "/risk freeze v1.0");
        var frozen = room.Assessment().FrozenAs("1.0")!;
        await room.Says("Anna", $"/risk criteria {criteria}");
        Assert.Equal("wlcg", frozen.Criteria!.Id);
        var list = (await room.Press("Ben", "risks"))!.Card!.Text();
        Assert.Contains("TR-2 Risk number 2 | not scored", list, StringComparison.Ordinal);
        Assert.Contains("Not scored yet.", (await room.Press("Ben", "risks", ("risk", "TR-2")))!.Card!.Text(), StringComparison.Ordinal);
        Assert.StartsWith("TR-2 has no revealed scores yet.", await room.Says("Anna", "/risk agree TR-2"), StringComparison.Ordinal);
        foreach (var version in (string?[])["1.0", null])
        {
            var document = (await new Report.AssessmentDocuments(room.Table, room.Time).OfAsync(room.Group, 1, version, CancellationToken.None))!;
            var levels = document.Risks.Select(risk => risk.Result?.Level(document.Criteria)).ToList();
            Assert.Equal(version is null ? 0 : 4, levels.Count(level => level is not null));
            foreach (var result in document.Risks.SelectMany(risk => risk.Earlier)) Assert.InRange(result.Level(document.Criteria) ?? 0, 0, 4);
        }
        await room.Says("Anna", "/risk open TR-2 until Wednesday 18:00");
        await room.Advance(1);
        foreach (var who in RiskRoom.Members)
            await room.Press(who, "risk score", ("assessment", "1"), ("round", "2"), ("risk", "TR-2"), ("likelihood", "2"), ("impact", "2"), ("confidentiality", "2"), ("integrity", "2"), ("availability", "2"));
        await room.Says("Anna", "/risk reveal");
        Assert.Equal((2, 2), (room.Risk("TR-2").Result!.Likelihood(room.Assessment().Criteria), room.Risk("TR-2").Result!.Impact(room.Assessment().Criteria)));
        Assert.Equal(0, room.Risk("TR-2").Result!.Dimensions[0].Since);
    }

    [Theory]
    [InlineData("34343434", "34343434", true)]
    [InlineData("3434343.", "343434.4", false)]
    [InlineData("3434343?", "343434?4", false)]
    [InlineData("3434343.", "3434343.", true)]
    public async Task Stability_IsToldOfTheSameVotersAlone_NotOfAsManyOthers(string first, string second, bool same)
    {
        using var room = await RiskRoom.WithRisks(1);
        foreach (var (round, values) in ((int, string)[])[(1, first), (2, second)])
        {
            await room.Says("Anna", "/risk open until Wednesday 18:00");
            await room.Advance(1);
            foreach (var (who, value) in RiskRoom.Members.Zip(values))
                if (value != '.') await room.Scores1(who, "TR-1", value.ToString(), "3", round: round);
            await room.Says("Anna", "/risk reveal");
        }
        var result = room.Risk("TR-1").Result![RiskDimension.Likelihood]!;
        Assert.Equal((1, same ? 0.0 : (double?)null), (result.Since, result.Moved));
        var card = (await room.Press("Ben", "risks", ("risk", "TR-1")))!.Card!.Text();
        Assert.Equal(same ? 2 : first.Contains('?', StringComparison.Ordinal) ? 1 : 0, card.Split("Moved since round 1: 0.000, stable").Length - 1);
        Assert.Equal(!same, card.Contains("Round 1 had other voters", StringComparison.Ordinal));
        Assert.DoesNotContain("voters", string.Join(' ', room.Table.Under(room.Partition, "risk").Select(row => row.RowKey)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TR-1..TR-3", "TR-1 TR-2 TR-3")]
    [InlineData("TR-1 .. TR-3", "TR-1 TR-2 TR-3")]
    [InlineData("TR-3..TR-1", "TR-1 TR-2 TR-3")]
    [InlineData("1..3", "TR-1 TR-2 TR-3")]
    [InlineData("1-3", "TR-1 TR-2 TR-3")]
    [InlineData("TR-1-TR-3", "TR-1 TR-2 TR-3")]
    [InlineData("TR-1 - TR-3", "TR-1 TR-2 TR-3")]
    [InlineData("TR-1–TR-3", "TR-1 TR-2 TR-3")]
    [InlineData("TR-1 to TR-3", "TR-1 TR-2 TR-3")]
    [InlineData("TR-1…TR-3", "TR-1 TR-2 TR-3")]
    [InlineData("TR-1, TR-3", "TR-1 TR-3")]
    [InlineData("tr1 and #3;TR-1", "TR-1 TR-3")]
    [InlineData("[TR-1..TR-2, TR-5]", "TR-1 TR-2 TR-5a TR-5b")]
    [InlineData("TR-4..TR-5", "TR-4 TR-5a TR-5b")]
    [InlineData("TR-5b", "TR-5b")]
    public async Task Risks_AreNamedAsPeopleNameThem(string typed, string meant)
    {
        using var room = await RiskRoom.WithRisks(5);
        await room.Says("Anna", "/risk split TR-5 One | Two");
        await room.Says("Anna", $"/risk open {typed} until Wednesday 18:00");
        Assert.Equal(meant, string.Join(' ', room.Round().Risks));
    }

    [Theory]
    [InlineData("TR-9")]
    [InlineData("TR-8..TR-9")]
    [InlineData("TR-1..x")]
    [InlineData("..")]
    [InlineData("TR-1 nonsense")]
    public async Task Risks_ThatAreNotThere_AreSaidToBe(string typed)
    {
        using var room = await RiskRoom.WithRisks(2);
        Assert.StartsWith("There is no risk", await room.Says("Anna", $"/risk open {typed} until Wednesday 18:00"), StringComparison.Ordinal);
        Assert.Empty(room.Table.Under(room.Partition, "round"));
    }

    [Fact]
    public void Fields_OfLongAndHostileText_AreReadInTime()
    {
        var watch = Stopwatch.StartNew();
        var lines = RiskFields.Read(string.Concat(Enumerable.Repeat("a\n", 350_000)), ["title", "asset"]);
        Assert.Equal(699_999, lines.Head.Length);
        var named = RiskFields.Read("T | asset: 😀\u202e" + string.Concat(Enumerable.Repeat("|\nx", 200_000)) + "\nASSETS: two: three | :| : | title", ["title", "asset"]);
        Assert.Equal(["asset", "asset"], named.Named.Select(field => field.Name));
        Assert.StartsWith("😀\u202e\nx\nx", named.Named[0].Value, StringComparison.Ordinal);
        Assert.Equal("two: three\n:\n:\ntitle", named.Named[1].Value);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    [Fact]
    public async Task RoundOfWhatCouldNotBeRevealedAtOnce_IsNotOpened()
    {
        using var room = await RiskRoom.WithRisks(0);
        var text = new string('語', 2_000);
        for (var risk = 0; risk < 60; risk++)
            await room.Bot.Turn(room.Message("Anna", $"/risk add R{risk} | description: {text} | mitigation: {text} | differences: {text}"));
        await room.Bot.Settled();
        Assert.StartsWith("So much is written of these risks", await room.Says("Anna", "/risk open until Wednesday 18:00"), StringComparison.Ordinal);
        await room.Says("Anna", "/risk open TR-1..TR-20 until Wednesday 18:00");
        Assert.Equal(20, room.Round().Risks.Length);
    }

    [Theory]
    [InlineData("TLP:CLEAR", Tlp.Clear)]
    [InlineData("white", Tlp.Clear)]
    [InlineData(" tlp: green ", Tlp.Green)]
    [InlineData("Amber", Tlp.Amber)]
    [InlineData("TLP:AMBER+STRICT", Tlp.AmberStrict)]
    [InlineData("amber strict", Tlp.AmberStrict)]
    [InlineData("red", Tlp.Red)]
    [InlineData("purple", null)]
    [InlineData("", null)]
    [InlineData("1", null)]
    public void Labels_AreRead_AndWrittenAsTheProtocolHasThem(string typed, Tlp? label)
    {
        Assert.Equal(label, TlpLabels.Read(typed));
        if (label is { } tlp) Assert.Equal(tlp, TlpLabels.Read(tlp.Label()));
    }

    [Theory]
    [InlineData(4, TreatmentKind.Reduce, "P3D")]
    [InlineData(3, TreatmentKind.Avoid, "P6W")]
    [InlineData(2, TreatmentKind.Transfer, "P4M")]
    [InlineData(1, TreatmentKind.Reduce, "P1Y")]
    [InlineData(0, TreatmentKind.Reduce, "P1Y")]
    [InlineData(null, TreatmentKind.Reduce, "P1Y")]
    [InlineData(4, TreatmentKind.Accept, "P6M")]
    [InlineData(1, TreatmentKind.Accept, "P12M")]
    [InlineData(null, TreatmentKind.Accept, "P12M")]
    public void DueDates_FollowTheLevel(int? level, TreatmentKind kind, string period) =>
        Assert.Equal(period, DueByLevel.Of(level, ShippedCriteria.Wlcg, kind).ToString());

    [Theory]
    [InlineData("333", 0, 0, 6, Agreement.Agreed)]
    [InlineData("333", 0, 0, 7, Agreement.Insufficient)]
    [InlineData("333", 0, 4, 10, Agreement.Agreed)]
    [InlineData("33", 0, 0, 2, Agreement.Insufficient)]
    [InlineData("3333", 2, 0, 6, Agreement.KnowledgeGap)]
    [InlineData("33333", 2, 0, 7, Agreement.Agreed)]
    [InlineData("", 0, 3, 3, Agreement.Insufficient)]
    public void Quorum_OfScoresCoverageAndWhatIsNotKnown(string scores, int dontKnow, int abstained, int eligible, Agreement expected)
    {
        var summary = ScoreSummary.Of(
            [.. scores.Select(score => Score.Of(score - '0')), .. Enumerable.Repeat(Score.DontKnow, dontKnow), .. Enumerable.Repeat(Score.Abstained, abstained)],
            eligible, Scale.Five);
        Assert.Equal(expected, summary.Agreement);
        Assert.Equal((double)(scores.Length + dontKnow + abstained) / eligible, summary.Participation);
        Assert.Equal(eligible == abstained ? null : (double?)scores.Length / (eligible - abstained), summary.Coverage);
    }
}
