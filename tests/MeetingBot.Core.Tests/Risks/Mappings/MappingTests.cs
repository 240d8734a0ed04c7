using System.Text;
using MeetingBot.Kit;
using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Report;

namespace MeetingBot.Risks.Mappings;

/// <summary>What values are on other scales: a table that is whole and never falls, and no arithmetic.</summary>
public sealed class MappingTests
{
    private const string Egi = "/risk mapping import EGI\nto: egi\nlikelihood: 1=1; 2=1; 3=2; 4=3; 5=4\nimpact: 1=1; 2=2; 3=3; 4=3; 5=4";

    private static ScaleMapping Mapping => MappingText.Read(Egi["/risk mapping import ".Length..], ShippedCriteria.Wlcg).Mapping!;

    private static AssessmentDocument Document => WorkedAssessment.Document with
    {
        Criteria = WorkedAssessment.Document.Criteria with { Mappings = [Mapping] },
    };

    [Fact]
    public async Task Table_IsTaken_ShownBesideTheLevel_AndInTheMethodology()
    {
        using var room = await RiskRoom.Scored();
        await room.Says("Anna", "/risk reveal");
        var told = await room.Says("Anna", Egi);
        Assert.Contains("1 to 5, ISO/IEC 27005 5x5 → EGI, by table:", told, StringComparison.Ordinal);
        Assert.Contains("3, about yearly → 2, less than yearly", told, StringComparison.Ordinal);
        Assert.Equal(told.Split("\nThe report")[0], await room.Says("Ben", "/risk mapping"));
        var before = room.Assessment();
        await room.Says("Anna", Egi);
        Assert.Equal(JsonOf(before.Criteria.Mappings[0]), JsonOf(Assert.Single(room.Assessment().Criteria.Mappings)));

        var document = await new AssessmentDocuments(room.Table, room.Time).OfAsync(room.Group, 1, null, CancellationToken.None);
        var report = ReportMarkdown.Write(RiskReport.Of(document!));
        // TR-2 has likelihood 4 and impact 4.
        Assert.Contains(
            "On EGI, by table: likelihood 3, every few months; impact 3, serious: many users, over a week; High (3 of 4).",
            report.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("is mapped by table, not by arithmetic", report, StringComparison.Ordinal);
        Assert.Contains("### Likelihood on EGI", report, StringComparison.Ordinal);

        static string JsonOf(ScaleMapping mapping) => string.Join(' ', [.. mapping.Likelihood, -1, .. mapping.Impact]);
    }

    [Theory]
    [InlineData("likelihood: 1=1; 2=1; 4=3; 5=4", "Of the likelihood 3 is missing")]
    [InlineData("likelihood: 1=1; 2=2", "Of the likelihood 3, 4 and 5 are missing")]
    [InlineData("likelihood: 1=1; 2=2; 3=1; 4=3; 5=4", "likelihood 3 becomes 1 and 2 becomes 2: a greater value would count as a smaller one.")]
    [InlineData("impact: 1=1; 2=2; 3=3; 4=4; 5=5", "There is no impact 5 on the other's scale; it goes from 1 to 4.")]
    [InlineData("impact: 0=1; 1=1", "There is no impact 0 here; it goes from 1 to 5.")]
    [InlineData("impact: 1=1; 1=2", "impact 1 is said twice.")]
    [InlineData("impact: 1=1.5; 2=2", "I can't read \"1=1.5\" of the impact")]
    [InlineData("impact: x0.8", "I can't read \"x0.8\" of the impact")]
    [InlineData("likelihood means: rare; of\u202Eten", "There is a mark that overrides the direction of the text (U+202E); take it out.")]
    [InlineData("to: mars", "\"mars\" is no set of scales that I have.")]
    [InlineData("", "It maps neither likelihood nor impact.")]
    public void WhatIsNotWhole_OrFalls_IsRefusedInWords(string line, string said)
    {
        var to = line.StartsWith("to", StringComparison.Ordinal) ? "" : "to: egi\n";
        Assert.StartsWith(said, MappingText.Read($"EGI\n{to}{line}", ShippedCriteria.Wlcg).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void ImpactAlone_HasItsOwnWords_AndNoLevel()
    {
        var (mapping, problem) = MappingText.Read(
            "CERN\nimpact: 1=1; 2→1; 3->2; 4=3; 5=3\nimpact means: minor; major; critical", ShippedCriteria.Wlcg);
        Assert.Null(problem);
        Assert.Equal("impact 3, critical", mapping!.Say(5, 4));
        Assert.Equal("", mapping.Say(5, null));
        Assert.Empty(mapping.Rows(ofLikelihood: true, Scale.Five));
    }

    [Fact]
    public void Document_RoundTrips_AndOneThatFalls_IsRefused()
    {
        var json = AssessmentJson.Write(Document);
        var (read, problem) = AssessmentJson.Read(json);
        Assert.Null(problem);
        Assert.Equal(Encoding.UTF8.GetString(json), Encoding.UTF8.GetString(AssessmentJson.Write(read!)));
        Assert.Equal(Mapping.Likelihood.ToList(), Assert.Single(read!.Criteria.Mappings).Likelihood.ToList());

        var wrong = Document with { Criteria = Document.Criteria with { Mappings = [Mapping with { Likelihood = [1, 3, 2, 3, 4] }] } };
        Assert.Equal("A mapping onto other scales does not fit.", AssessmentJson.Read(AssessmentJson.Write(wrong)).Problem);
    }

    [Fact]
    public void Document_OfBeforeThereWereMappings_IsRead()
    {
        var json = Encoding.UTF8.GetString(AssessmentJson.Write(WorkedAssessment.Document)).Replace(",\"mappings\":[]", "", StringComparison.Ordinal);
        Assert.DoesNotContain("mappings", json, StringComparison.Ordinal);
        Assert.Empty(AssessmentJson.Read(Encoding.UTF8.GetBytes(json)).Document!.Criteria.AllMappings);
    }

    [Fact]
    public void Workbook_HasThemInItsSheets()
    {
        var sheets = AssessmentSheets.Of(Document);
        var risks = sheets.Single(sheet => sheet.Name == "Risks");
        var place = risks.Headers.IndexOf("On other scales");
        Assert.Contains(risks.Rows, row => row[place].Contains("On EGI, by table: likelihood 3", StringComparison.Ordinal));
        Assert.All(risks.Rows, row => Assert.Equal(risks.Headers.Length, row.Length));
        Assert.Contains(sheets.Single(sheet => sheet.Name == "Scales").Rows, row => row[0] == "Impact on EGI");
    }

    [Fact]
    public async Task FrozenVersion_KeepsItsOwn_AndOtherScalesLeaveItBehind()
    {
        using var room = await RiskRoom.WithRisks(1);
        await room.Says("Anna", Egi);
        Assert.StartsWith("That is for who began", await room.Says("Ben", "/risk mapping drop EGI"), StringComparison.Ordinal);
        await room.Says("Anna", "/risk freeze v1.0");
        Assert.Equal("The mapping \"EGI\" is dropped.", await room.Says("Anna", "/risk mapping drop EGI"));
        Assert.Single(room.Assessment().Frozen[0].Criteria!.AllMappings);
        Assert.Empty(room.Assessment().Criteria.AllMappings);
        await room.Says("Anna", Egi);
        Assert.Contains("Its mapping onto other scales is gone", await room.Says("Anna", "/risk criteria lcg"), StringComparison.Ordinal);
    }
}
