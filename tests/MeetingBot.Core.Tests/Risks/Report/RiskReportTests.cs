using MeetingBot.Risks.Criteria;
using NodaTime;

namespace MeetingBot.Risks.Report;

public sealed class RiskReportTests
{
    private static readonly RiskReport Report = RiskReport.Of(WorkedAssessment.Document);

    [Fact]
    public void Order_IsByLevelImpactLikelihood_ThenWhatIsNotRanked()
    {
        Assert.Equal(["TR-2", "TR-4", "TR-3", "TR-1"], Report.Ranked.Select(entry => entry.Id));
        Assert.Equal(["TR-5"], Report.NotRanked.Select(entry => entry.Id));
        Assert.Equal(["TR-6"], Report.Gone.Select(risk => risk.Id));
        Assert.Equal(
            ["High", "High", "Low", "Low"], Report.Ranked.Select(entry => Report.Criteria.Matrix.Levels[entry.Level!.Value]));
    }

    [Fact]
    public void Order_DependsOnTheMatrix()
    {
        var criteria = ShippedCriteria.Wlcg with { Matrix = RiskMatrices.Nist };
        var report = RiskReport.Of(WorkedAssessment.Document with { Criteria = criteria });
        Assert.Equal(
            [("TR-2", "Low to High (2 to 4 of 5), SPLIT"), ("TR-4", "Moderate (3 of 5)"), ("TR-3", "Low (2 of 5)"), ("TR-1", "Low (2 of 5)")],
            report.Ranked.Select(entry => (entry.Id, entry.LevelIn(criteria))));
        Assert.Contains(report.Methodology.Rules, rule => rule.Contains("NIST SP 800-30 I-2", StringComparison.Ordinal));
    }

    [Fact]
    public void SameLevel_IsOrderedByImpactLikelihoodAndId_TenAfterTwo()
    {
        RiskScenario Risk(string id, int likelihood, int impact) => new(id, id, 1)
        {
            Result = new RiskResult(1, default, []) { Agreed = new AgreedValue(likelihood, impact, "so") },
        };
        var report = RiskReport.Of(WorkedAssessment.Document with
        {
            Risks = [Risk("TR-10", 3, 4), Risk("TR-2", 3, 4), Risk("TR-3", 4, 3), Risk("TR-4", 4, 4), Risk("TR-4a", 3, 4)],
        });
        Assert.Equal(["TR-4", "TR-2", "TR-4a", "TR-10", "TR-3"], report.Ranked.Select(entry => entry.Id));
    }

    [Fact]
    public void WatchList_HoldsHighImpact_SplitAndGaps()
    {
        Assert.Equal(["TR-2", "TR-3", "TR-5"], Report.Watched.Select(entry => entry.Id));
        Assert.Equal("Impact 5 though its level is Low.", Assert.Single(Entry("TR-3").Watch));
        Assert.StartsWith("SPLIT: members do not agree on its likelihood", Assert.Single(Entry("TR-2").Watch), StringComparison.Ordinal);
        Assert.StartsWith("KNOWLEDGE_GAP: ", Assert.Single(Entry("TR-5").Watch), StringComparison.Ordinal);
    }

    [Fact]
    public void SplitRisk_ShowsTheRangeOfLevels_AndItsWeightedLevel()
    {
        var split = Entry("TR-2");
        Assert.Equal("Moderate to High (3 to 4 of 5), SPLIT", split.LevelIn(Report.Criteria));
        var verdict = EntryWords.Verdict(split, Report.Criteria);
        Assert.Contains("WEIGHT_SENSITIVE: weighed by community it is Moderate (3 of 5).", verdict, StringComparison.Ordinal);
        Assert.Contains(("Residual", "Moderate (3 of 5); likelihood 2, impact 4"), EntryWords.Treated(split, Report.Criteria));
        Assert.Equal("High (4 of 5)", Entry("TR-4").LevelIn(Report.Criteria));
        Assert.DoesNotContain("WEIGHT", EntryWords.Verdict(Entry("TR-4"), Report.Criteria), StringComparison.Ordinal);
    }

    [Fact]
    public void ResolvedRisk_IsNoLongerSplit()
    {
        var risk = WorkedAssessment.Document.Risks[1];
        var report = RiskReport.Of(WorkedAssessment.Document with
        {
            Risks = [risk with { Result = risk.Result! with { Agreed = new AgreedValue(3, 4, "Two cases a year.", 12) } }],
        });
        var entry = Assert.Single(report.Ranked);
        Assert.Empty(entry.Watch);
        Assert.Equal("High (4 of 5)", entry.LevelIn(report.Criteria));
        Assert.Contains("Two cases a year. (minutes of meeting 12)", EntryWords.Verdict(entry, report.Criteria), StringComparison.Ordinal);
        Assert.Contains(report.Methodology.Rules, rule => rule.StartsWith("Of TR-2 the value was resolved in words", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("TR-1", "7 2.71 3 3 0.5 0.49 0.84 AGREED", "8 2.25 2 2 0.25 0.46 0.86 AGREED")]
    [InlineData("TR-2", "8 3.13 3 4 2 1.25 0.51 SPLIT", "8 4.13 4 4 0 0.35 0.92 AGREED")]
    [InlineData("TR-3", "7 1.29 1 1 0.5 0.49 0.84 AGREED", "7 4.71 5 5 0.5 0.49 0.84 AGREED")]
    [InlineData("TR-4", "8 3.63 4 4 1 0.52 0.82 AGREED", "8 3.25 3 3 0.25 0.46 0.86 AGREED")]
    [InlineData("TR-5", "2 3.50 3.5 – 0.5 0.71 0.81 KNOWLEDGE_GAP", "5 3.40 3 3 1 0.55 0.82 AGREED")]
    public void Figures_AreThoseOfTheTable(string risk, string likelihood, string impact)
    {
        var result = Entry(risk).Risk.Result!;
        Assert.Equal([likelihood, impact], result.Dimensions.Select(one => EntryWords.Figures(one, Report.Criteria)).Select(
            f => $"{f[2]} {f[4]} {f[3]} {f[0]} {f[7]} {f[5]} {f[8]} {f[1]}"));
    }

    [Fact]
    public void Communities_AreShownFromThreeScoresOn() => Assert.Equal(
        ["Operations Likelihood 3 4 2–4", "Operations Impact 3 4 2–4"],
        EntryWords.OfCommunities(Entry("TR-2").Risk.Result!, Report.Criteria).Select(row => string.Join(' ', row)));

    [Fact]
    public void Summary_SaysHowManyHowGraveAndByWhom() => Assert.Equal(
        [
            "5 risks assessed: 2 High, 2 Low, 1 not ranked.", "8 of 8 members scored them individually, in 2 blind rounds.",
            "3 risks on the watch list.",
        ],
        Report.Summary().AsEnumerable());

    [Fact]
    public void TopRisks_HaveOneSentence_AndTheFirstRecommendation()
    {
        var first = Report.Top.First();
        Assert.Equal("Long-lived refresh tokens lie on hosts where many people log in.", first.Sentence);
        Assert.Equal("Keep refresh tokens in a vault, never on submit hosts.", first.Advice);
        Assert.Equal("Update the membership service to version 2.4 or later.", Report.Top.ElementAt(1).Advice);
        Assert.Equal("Accepted.", Entry("TR-3").Advice);
    }

    [Fact]
    public void TopRisks_AreTenAtMost()
    {
        var risks = Enumerable.Range(1, 12).Select(number => WorkedAssessment.Document.Risks[3] with { Id = $"TR-{number}" });
        Assert.Equal(10, RiskReport.Of(WorkedAssessment.Document with { Risks = [.. risks] }).Top.Count());
    }

    [Fact]
    public void Recommendations_AreGroupedByAddressee_GravestFirst() => Assert.Equal(
        [("VOs", "TR-2"), ("sites", "TR-4"), ("developers", "TR-1,TR-5")],
        Report.Advice.Select(group => (group.Addressee, string.Join(',', group.Risks.Select(entry => entry.Id)))));

    [Fact]
    public void References_AreCollected_EachOnce()
    {
        Assert.Equal(5, Report.References.Length);
        Assert.Contains(Report.References, one => one.Text == "STRIDE" && one.By.SequenceEqual(["T-3"]));
    }

    [Fact]
    public void Changes_AreThoseSinceTheVersionBefore()
    {
        var changes = Report.Changes!.Changes.Select(change => $"{change.Risk}|{change.What}").ToList();
        Assert.Equal("0.9", Report.Changes.From);
        Assert.Equal(["|The scope was written anew."], changes.Where(change => change[0] == '|'));
        Assert.Contains("TR-1|Level from not ranked to Low (2 of 5): no scores became likelihood 3 and impact 2.", changes);
        Assert.Contains("TR-1|Treatment: Reduce.", changes);
        Assert.Contains("TR-2|Level from Moderate (3 of 5) to High (4 of 5): likelihood 2 and impact 4 became likelihood 4 and impact 4.", changes);
        Assert.Contains("TR-5|New: A library accepts tokens that are not signed", changes);
        Assert.Contains("TR-6|Merged into TR-2.", changes);
        Assert.DoesNotContain(changes, change => change.StartsWith("TR-3|", StringComparison.Ordinal) || change.StartsWith("TR-4|", StringComparison.Ordinal));
        Assert.Null(RiskReport.Of(WorkedAssessment.Document with { Previous = null }).Changes);
    }

    [Fact]
    public void NothingAtAll_IsAReportToo()
    {
        var report = RiskReport.Of(new AssessmentDocument(
            1, "Empty", "0.1", Instant.FromUtc(2026, 1, 1, 0, 0), false, ShippedCriteria.Wlcg, [], [], []));
        Assert.Equal("No risk is in this report.", Assert.Single(report.Summary()));
        Assert.Contains("No risk is in this report.", ReportMarkdown.Write(report), StringComparison.Ordinal);
        Assert.Contains(report.Methodology.Rules, rule => rule.StartsWith("No round of scoring", StringComparison.Ordinal));
    }

    private static RiskEntry Entry(string id) => Report.All.Single(entry => entry.Id == id);
}
