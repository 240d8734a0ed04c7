using System.Text;
using NodaTime;

namespace MeetingBot.Risks.Report;

public sealed class AudienceTests
{
    // TR-2 is stricter and named everywhere.
    private static readonly AssessmentDocument Document = Secret(WorkedAssessment.Document);

    [Fact]
    public void WhoMaySeeAll_SeesAll()
    {
        var seen = Document.For(Tlp.Red);
        Assert.Equal(Document.Risks.Select(risk => risk.Id), seen.Risks.Select(risk => risk.Id));
        Assert.Equal(Tlp.Red, seen.Tlp);
        Assert.Equal(2, seen.Rounds[0].Figures.Dimensions.Length);
        Assert.Equal(WorkedAssessment.Document.ScopeIn, seen.ScopeIn);
    }

    [Fact]
    public void StricterRisk_IsLeftOut_WithEverythingThatNamesIt()
    {
        var seen = Document.For(Tlp.Amber);
        Assert.Equal(["TR-1", "TR-3", "TR-4", "TR-5", "TR-6"], seen.Risks.Select(risk => risk.Id));
        Assert.Equal(Tlp.Amber, seen.Tlp);
        foreach (var text in new[]
        {
            Encoding.UTF8.GetString(AssessmentJson.Write(seen)), ReportMarkdown.Write(RiskReport.Of(seen)),
        })
        {
            foreach (var hidden in new[] { "TR-2", "TR2", "tr-2", "refresh token", "vault", "Secret keys", "Secret threat" })
                Assert.DoesNotContain(hidden, text, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("Much like another risk.", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AssetThatItNamesInWords_IsLeftOutToo()
    {
        var document = WorkedAssessment.Document with
        {
            Previous = null,
            Assets = [.. WorkedAssessment.Document.Assets, new Asset("A-9", "Secret keys")],
            Risks = [.. WorkedAssessment.Document.Risks.Select(risk => risk.Id == "TR-2" ? risk with { Tlp = Tlp.Red, Assets = ["secret  keys"] } : risk)],
        };
        Assert.DoesNotContain(document.For(Tlp.Amber).Assets, asset => asset.Id == "A-9");
    }

    [Fact]
    public void ItsScores_AreTakenOutOfTheCounts_AndOfTheFigures()
    {
        var round = Document.For(Tlp.Amber).Rounds[0];
        Assert.Equal(["TR-1", "TR-3", "TR-4", "TR-5"], round.Risks.AsEnumerable());
        Assert.Empty(round.Figures.Dimensions);
        Assert.Equal([5, 4, 9, 6, 0], round.Cast[0].Counts.AsEnumerable());
        Assert.Equal((5, 1), (round.Cast[0].DontKnow, round.Cast[0].Abstained));
        var unknown = Document with { Risks = [.. Document.Risks.Select(risk => risk with { Result = null })] };
        Assert.Empty(unknown.For(Tlp.Amber).Rounds[0].Cast);
    }

    [Fact]
    public void RoundOfNothingElse_IsLeftOut()
    {
        var document = Document with { Rounds = [Document.Rounds[0] with { Risks = ["TR-2"] }] };
        Assert.Empty(document.For(Tlp.Amber).Rounds);
    }

    [Fact]
    public void WiderAudience_SeesRowsOfThatLabelOnly_AndNoneOfTheAssessmentsOwnTexts()
    {
        var document = Document with
        {
            Risks = [.. Document.Risks.Select(risk => risk.Id == "TR-4" ? risk with { Tlp = Tlp.Clear } : risk)],
        };
        var seen = document.For(Tlp.Green);
        Assert.Equal(["TR-4"], seen.Risks.Select(risk => risk.Id));
        Assert.Equal((Tlp.Clear, "", "", 0), (seen.Tlp, seen.ScopeIn, seen.ScopeOut, seen.Authors.Length));
        Assert.Equal(["A-2"], seen.Assets.Select(asset => asset.Id));
        Assert.Equal(["T-3"], seen.Threats.Select(threat => threat.Id));
        Assert.Equal("TLP:CLEAR", RiskReport.Of(seen).Label);
    }

    [Fact]
    public void WhatWasOpenedUpSince_TellsNothingOfWhatItWas()
    {
        var document = WorkedAssessment.Document with
        {
            Previous = WorkedAssessment.Document.Previous! with
            {
                Risks = [new RiskScenario("TR-4", "Said in confidence", 1) { Tlp = Tlp.Red }],
            },
        };
        var seen = document.For(Tlp.Amber);
        Assert.DoesNotContain("confidence", Encoding.UTF8.GetString(AssessmentJson.Write(seen)), StringComparison.Ordinal);
        Assert.DoesNotContain(RiskReport.Of(seen).Changes!.Changes, change => change.Risk == "TR-4");
    }

    [Fact]
    public void WhatIsGoneSince_StaysHidden()
    {
        var document = WorkedAssessment.Document with
        {
            Previous = WorkedAssessment.Document.Previous! with
            {
                Risks = [new RiskScenario("TR-9", "Said in confidence", 1) { Tlp = Tlp.Red }],
            },
        };
        Assert.Empty(document.For(Tlp.Amber).Previous!.Risks);
    }

    private static AssessmentDocument Secret(AssessmentDocument document) => document with
    {
        Assets = [.. document.Assets, new Asset("A-9", "Secret keys")],
        Threats = [.. document.Threats, new Threat("T-9", "Secret threat")],
        Risks =
        [
            .. document.Risks.Select(risk => risk.Id switch
            {
                "TR-2" => risk with { Tlp = Tlp.Red, Assets = ["A-9"], Threats = ["T-9"] },
                "TR-3" => risk with
                {
                    Description = "Much like TR-2.", Aliases = ["TR-2"], Discussion = ["tr 2 comes first."],
                    History = [new RiskEvent(Instant.FromUtc(2026, 9, 1, 14, 0), "Split from TR-2.")],
                },
                _ => risk,
            }),
        ],
    };
}
