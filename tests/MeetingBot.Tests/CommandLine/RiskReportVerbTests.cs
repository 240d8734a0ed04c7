using System.Text;
using MeetingBot.Risks;
using MeetingBot.Risks.Report;

namespace MeetingBot.CommandLine;

/// <summary><c>risk report</c> by the command line.</summary>
public sealed class RiskReportVerbTests
{
    private static readonly string Json = Encoding.UTF8.GetString(AssessmentJson.Write(WorkedAssessment.Document));

    [Fact]
    public async Task Markdown_IsTheReport()
    {
        var (exit, lines, _) = await Tool.RunAsync(Json, ["risk", "report", "--format", "md"]);
        Assert.Equal(0, exit);
        var whole = ReportMarkdown.Write(RiskReport.Of(WorkedAssessment.Document));
        Assert.Equal(whole.Split('\n', StringSplitOptions.RemoveEmptyEntries), lines);
    }

    [Fact]
    public async Task Html_StandsAlone()
    {
        var (exit, lines, _) = await Tool.RunAsync(Json, ["risk", "report", "--format", "html"]);
        Assert.Equal((0, "<!DOCTYPE html>"), (exit, lines[0].Trim('\uFEFF')));
        Assert.Contains(lines, line => line.Contains("id=\"risk-TR-2\"", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("/assets/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Audience_SeesNoMore()
    {
        var json = Encoding.UTF8.GetString(AssessmentJson.Write(WorkedAssessment.Document with
        {
            Risks = [.. WorkedAssessment.Document.Risks.Select(risk => risk.Id == "TR-4" ? risk with { Tlp = Tlp.Green } : risk)],
        }));
        var (exit, lines, _) = await Tool.RunAsync(json, ["risk", "report", "--format", "md", "--audience", "green"]);
        Assert.Equal((0, "TLP:GREEN"), (exit, lines[0]));
        Assert.DoesNotContain(lines, line => line.Contains("TR-2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("md", "{}", "This is no assessment: it has no \"schema\".")]
    [InlineData("html", "", "This is no assessment")]
    [InlineData("pdf", "{\"schema\":7}", "This is schema 7 of an assessment; I read schema 1.")]
    public async Task WhatIsNoAssessment_IsSaid(string format, string input, string words)
    {
        var (exit, lines, told) = await Tool.RunAsync(input, ["risk", "report", "--format", format]);
        Assert.Equal(1, exit);
        Assert.Empty(lines);
        Assert.StartsWith(words, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownAudience_IsSaid()
    {
        var (exit, _, told) = await Tool.RunAsync(Json, ["risk", "report", "--format", "md", "--audience", "purple"]);
        Assert.Equal((2, "'purple' is no label; for example TLP:GREEN."), (exit, told.Trim()));
    }

    [Fact]
    public async Task WithoutChromium_ItIsSaid_WithAnotherWay()
    {
        var (exit, lines, told) = await Tool.RunAsync(Json, ["risk", "report", "--format", "pdf", "--chromium", "/nowhere/chromium"]);
        Assert.Equal(1, exit);
        Assert.Empty(lines);
        Assert.Contains("there is no Chromium on this machine. --format html", told, StringComparison.Ordinal);
    }
}
