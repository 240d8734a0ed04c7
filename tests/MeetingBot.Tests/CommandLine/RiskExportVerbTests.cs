using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using MeetingBot.Program.CommandLine;
using MeetingBot.Risks;
using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Report;
using NodaTime;

namespace MeetingBot.CommandLine;

/// <summary>An assessment is written for other programs: CSV, OSCAL, a workbook.</summary>
public sealed class RiskExportVerbTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly AssessmentDocument Document = new(
        1, "Tokens", "1.0", Instant.FromUtc(2025, 7, 11, 14, 0), true, ShippedCriteria.Wlcg, ["Mara"],
        [new RiskScenario("TR-1", "=1+1", 1) { Description = "<&>\u0001 text", Mitigation = "@x" }], [])
    {
        Assets = [new Asset("A-1", "Issuer", Confidentiality: 4)],
    };

    [Fact]
    public async Task Workbook_HasASheetATopic_AFrozenHeader_NoFormula_AndNothingMerged()
    {
        using var zip = new ZipArchive(new MemoryStream(await Written("xlsx")));
        var names = (await Xml(zip, "xl/workbook.xml")).Descendants(Main + "sheet").Select(sheet => sheet.Attribute("name")!.Value);
        Assert.Equal(["About", "Risks", "Treatment", "Assets", "Threats", "Scales"], names);
        for (var sheet = 1; sheet <= 6; sheet++)
        {
            var xml = await Xml(zip, $"xl/worksheets/sheet{sheet}.xml");
            Assert.Equal("frozen", Assert.Single(xml.Descendants(Main + "pane")).Attribute("state")!.Value);
            Assert.Empty(xml.Descendants(Main + "mergeCell"));
            Assert.Empty(xml.Descendants(Main + "f"));
        }
        var cells = (await Xml(zip, "xl/worksheets/sheet2.xml")).Descendants(Main + "t").Select(cell => cell.Value).ToList();
        Assert.Contains("'=1+1", cells);
        Assert.Contains("'@x", cells);
        Assert.Contains("<&> text", cells);
        Assert.Contains("4", (await Xml(zip, "xl/worksheets/sheet4.xml")).Descendants(Main + "v").Select(cell => cell.Value));
    }

    [Fact]
    public async Task Csv_BeginsWithItsByteOrderMark_AndOscalIsJson()
    {
        Assert.Equal((byte[])[0xEF, 0xBB, 0xBF, (byte)'r'], (await Written("csv"))[..4]);
        using var json = JsonDocument.Parse(await Written("oscal"));
        Assert.True(json.RootElement.TryGetProperty("plan-of-action-and-milestones", out _));
    }

    [Theory]
    [InlineData("{}", null, 1, "This is no assessment")]
    [InlineData("{}", "TLP:PINK", 2, "'TLP:PINK' is no label")]
    public async Task WhatIsNoAssessment_IsSaid_AndWritesNothing(string json, string? audience, int exit, string said)
    {
        using var output = new MemoryStream();
        using var errors = new StringWriter();
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(json));
        Assert.Equal(exit, await RiskExportVerb.RunAsync(input, output, errors, "csv", audience, CancellationToken.None));
        Assert.StartsWith(said, errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, output.Length);
    }

    [Fact]
    public async Task Audience_SeesNothingStricter()
    {
        Assert.Contains("TR-1", Encoding.UTF8.GetString(await Written("csv", "TLP:AMBER")), StringComparison.Ordinal);
        Assert.DoesNotContain("TR-1", Encoding.UTF8.GetString(await Written("csv", "TLP:GREEN")), StringComparison.Ordinal);
    }

    private static async Task<byte[]> Written(string format, string? audience = null)
    {
        using var output = new MemoryStream();
        using var input = new MemoryStream(AssessmentJson.Write(Document));
        Assert.Equal(0, await RiskExportVerb.RunAsync(input, output, TextWriter.Null, format, audience, CancellationToken.None));
        return output.ToArray();
    }

    private static async Task<XDocument> Xml(ZipArchive zip, string name)
    {
        await using var part = await zip.GetEntry(name)!.OpenAsync();
        return await XDocument.LoadAsync(part, LoadOptions.None, CancellationToken.None);
    }
}
