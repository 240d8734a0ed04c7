using System.Collections.Immutable;
using System.Text.Json;
using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Import;
using MeetingBot.Risks.Scoring;
using NodaTime;

namespace MeetingBot.Risks.Report;

/// <summary>What goes to other programs: nothing is run there, nobody who scored is named.</summary>
public sealed class AssessmentExportTests
{
    private static readonly Instant Now = Instant.FromUtc(2025, 7, 11, 14, 0);

    private static readonly AssessmentDocument Document = new(
        1, "Tokens", "0.9", Now, false, ShippedCriteria.All[0], ["Mara Author"],
        [
            Risk("TR-1", "Stolen token", 2, 2),
            Risk("TR-2", "=HYPERLINK(\"http://evil.example\")", 4, 5) with
            {
                Description = "one; \"two\"\nthree\u202E\u0007", Assets = ["A-1", "tokens, long"], Threats = ["T-1"], Mitigation = "@SUM(A1)",
                References = ["https://a.example/x", "page 3"], Aliases = ["M1"],
                Treatment = new Treatment(TreatmentKind.Reduce, "-update", "sites", "Luna Owner", new LocalDate(2025, 9, 1)),
                Residual = Result(2, 4),
                History = [new RiskEvent(Now, "added by Luna Owner")],
            },
            new RiskScenario("TR-3", "Not scored", 1) { Treatment = new Treatment(TreatmentKind.Accept) },
            new RiskScenario("TR-4", "Dropped", 1) { State = RiskState.Dropped },
        ], [])
    {
        Assets = [new Asset("A-1", "Token issuer", Owner: "Luna Owner")],
        Threats = [new Threat("T-1", "Theft", Stride.Spoofing)],
    };

    [Fact]
    public void Csv_HasTheColumnsOfCisoAssistant_WorstFirst()
    {
        var csv = AssessmentCsv.Write(Document);
        Assert.StartsWith(
            "\uFEFFref_id;assets;threats;name;description;existing_applied_controls;current_impact;current_proba;current_risk;additional_controls;"
                + "residual_impact;residual_proba;residual_risk;treatment;strength_of_knowledge\r\nTR-2;", csv, StringComparison.Ordinal);
        Assert.Contains("\r\nTR-1;;;Stolen token;;;2;2;", csv, StringComparison.Ordinal);
        Assert.Contains("\r\nTR-3;;;Not scored;;;;;;;;;;accept;\r\n", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("TR-4", csv, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_HoldsNoFormula_NorAnythingHidden()
    {
        var csv = AssessmentCsv.Write(Document);
        Assert.Contains(";\"'=HYPERLINK(\"\"http://evil.example\"\")\";\"one; \"\"two\"\"\nthree\";'@SUM(A1);", csv, StringComparison.Ordinal);
        Assert.Contains(";'-update;", csv, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', csv);
        Assert.DoesNotContain("Luna", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1", "'=1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@a", "'@a")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "'\rx")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\uFF1D1", "'\uFF1D1")]
    [InlineData("a=1", "a=1")]
    [InlineData("", "")]
    public void Cell_ThatASpreadsheetWouldRun_IsKeptFromIt(string text, string cell) => Assert.Equal(cell, SheetText.Cell(text));

    [Fact]
    public void Csv_ImportedAgain_ChangesNothing()
    {
        var there = Document.Risks.Select(risk => risk.Id == "TR-2" ? risk with { Description = "one; \"two\"\nthree", Assets = ["A-1"] } : risk).ToImmutableArray();
        var sheet = ImportReader.Read(ImportKind.Risks, AssessmentCsv.Write(Document with { Risks = there }));
        var plan = new RiskPlans(Document.Assets, Document.Threats, there, 5, 1).Plan(sheet);
        Assert.Empty(plan.Errors);
        Assert.True(plan.IsEmpty, string.Join('\n', plan.Items));
        Assert.Equal(3, plan.Same);
    }

    [Fact]
    public void ResultWithoutDimensions_DecidesNothing()
    {
        var document = Document with { Risks = [Risk("TR-1", "Nothing known", 2, 2) with { Result = new RiskResult(1, Now, []) }] };
        Assert.Contains("\r\nTR-1;;;Nothing known;;;;;;;;;;open;Low\r\n", AssessmentCsv.Write(document), StringComparison.Ordinal);
        Assert.Contains("\"status\": \"open\"", OscalRisks.Write(document), StringComparison.Ordinal);
        Assert.Contains("not ranked", ReportMarkdown.Write(RiskReport.Of(document)), StringComparison.Ordinal);
    }

    [Fact]
    public void Oscal_HasEachRisk_WithItsFacets_AndNoNames()
    {
        var text = OscalRisks.Write(Document);
        using var json = JsonDocument.Parse(text);
        var plan = json.RootElement.GetProperty("plan-of-action-and-milestones");
        var risks = plan.GetProperty("risks").EnumerateArray().ToList();
        Assert.Equal(["TR-2", "TR-1", "TR-3"], risks.Select(risk => risk.GetProperty("props")[0].GetProperty("value").GetString()!));
        var worst = risks[0];
        Assert.Equal("remediating", worst.GetProperty("status").GetString());
        Assert.Equal("2025-09-01T23:59:59Z", worst.GetProperty("deadline").GetString());
        Assert.Equal("https://a.example/x", Assert.Single(worst.GetProperty("links").EnumerateArray()).GetProperty("href").GetString());
        Assert.Equal(
            ["likelihood 4 initial", "impact 5 initial", "likelihood 2 adjusted", "impact 4 adjusted"],
            worst.GetProperty("characterizations").EnumerateArray()
                .SelectMany(found => found.GetProperty("facets").EnumerateArray())
                .Where(facet => facet.GetProperty("name").GetString() != "risk")
                .Select(facet => $"{facet.GetProperty("name")} {facet.GetProperty("value")} {facet.GetProperty("props")[0].GetProperty("value")}"));
        Assert.Equal("deviation-approved", risks[2].GetProperty("status").GetString());
        Assert.False(risks[2].TryGetProperty("characterizations", out _));
        Assert.Equal(3, plan.GetProperty("poam-items").GetArrayLength());
        foreach (var name in (string[])["Luna", "Mara", "Author", "Owner"]) Assert.DoesNotContain(name, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Oscal_HasWhatTheSchemaRequires_AndTheSameUuidsEachTime()
    {
        Assert.Equal(OscalRisks.Write(Document), OscalRisks.Write(Document));
        using var json = JsonDocument.Parse(OscalRisks.Write(Document with { Risks = [] }));
        var plan = json.RootElement.GetProperty("plan-of-action-and-milestones");
        Assert.Single(plan.GetProperty("poam-items").EnumerateArray());
        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", plan.GetProperty("uuid").GetString());
        Assert.All(
            (string[])["title", "last-modified", "version", "oscal-version"],
            name => Assert.NotEqual("", plan.GetProperty("metadata").GetProperty(name).GetString()));
        using var full = JsonDocument.Parse(OscalRisks.Write(Document));
        Assert.All(
            full.RootElement.GetProperty("plan-of-action-and-milestones").GetProperty("risks").EnumerateArray(),
            risk => Assert.All(
                (string[])["uuid", "title", "description", "statement", "status"],
                name => Assert.NotEqual("", risk.GetProperty(name).GetString())));
    }

    [Fact]
    public void Sheets_AreOneATopic_EachRowAsLongAsItsHeader()
    {
        var sheets = AssessmentSheets.Of(Document);
        Assert.Equal(["About", "Risks", "Treatment", "Assets", "Threats", "Scales"], sheets.Select(sheet => sheet.Name));
        Assert.All(sheets, sheet => Assert.All(sheet.Rows, row => Assert.Equal(sheet.Headers.Length, row.Length)));
        Assert.Equal("TR-2", sheets[1].Rows[0][0]);
        Assert.Equal("Token issuer\ntokens, long", sheets[1].Rows[0][9]);
    }

    private static RiskScenario Risk(string id, string title, int likelihood, int impact) =>
        new(id, title, 1) { Result = Result(likelihood, impact) };

    private static RiskResult Result(int likelihood, int impact) => new(
        1, Now, [Dimension(RiskDimension.Likelihood, likelihood), Dimension(RiskDimension.Impact, impact)]);

    private static DimensionResult Dimension(RiskDimension dimension, int value) =>
        new(dimension, [.. Enumerable.Range(1, 5).Select(each => each == value ? 4 : 0)], 4, 0, 0);
}
