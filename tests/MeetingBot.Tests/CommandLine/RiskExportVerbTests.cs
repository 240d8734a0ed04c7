using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using MeetingBot.Program.CommandLine;
using MeetingBot.Risks;
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

    [Fact]
    public async Task WhatIsNoAssessment_IsSaid_AndWritesNothing()
    {
        using var output = new MemoryStream();
        using var errors = new StringWriter();
        var exit = await RiskExportVerb.RunAsync(
            new MemoryStream("{}"u8.ToArray()), output, errors, "csv", _ => (null, "This is no assessment."), CancellationToken.None);
        Assert.Equal((1, "This is no assessment.", 0L), (exit, errors.ToString().Trim(), output.Length));
    }

    [Fact]
    public async Task InputWithoutEnd_IsRefused()
    {
        using var errors = new StringWriter();
        using var input = new MemoryStream(new byte[(32 << 20) + 1]);
        Assert.Equal(1, await RiskExportVerb.RunAsync(input, Stream.Null, errors, "csv", _ => (Document, null), CancellationToken.None));
        Assert.Contains("larger", errors.ToString(), StringComparison.Ordinal);
    }

    private static async Task<byte[]> Written(string format)
    {
        using var output = new MemoryStream();
        Assert.Equal(0, await RiskExportVerb.RunAsync(
            new MemoryStream(Encoding.UTF8.GetBytes("{}")), output, TextWriter.Null, format, _ => (Document, null), CancellationToken.None));
        return output.ToArray();
    }

    private static async Task<XDocument> Xml(ZipArchive zip, string name)
    {
        await using var part = await zip.GetEntry(name)!.OpenAsync();
        return await XDocument.LoadAsync(part, LoadOptions.None, CancellationToken.None);
    }
}
