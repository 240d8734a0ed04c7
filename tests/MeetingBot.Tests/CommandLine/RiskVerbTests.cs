using System.Text.Json;

namespace MeetingBot.CommandLine;

/// <summary><c>risk stats</c> by the command line.</summary>
public sealed class RiskVerbTests
{
    private const string Header = "member,community,risk,dimension,value\n";

    private const string Scores = Header
        + "M1,ATLAS,TR-1,likelihood,3\nM2,ATLAS,TR-1,likelihood,4\nM3,CMS,TR-1,likelihood,4\nM4,CMS,TR-1,likelihood,?\n"
        + "M1,ATLAS,TR-1,impact,4\nM2,ATLAS,TR-1,impact,4\nM3,CMS,TR-1,impact,5\nM4,CMS,TR-1,impact,-\nM5,CMS,TR-1,impact,\n";

    [Theory]
    [InlineData("iso", "High")]
    [InlineData("nist", "High")]
    public async Task Scores_AreComparedAsJson(string matrix, string level)
    {
        var (exit, lines, _) = await Tool.RunAsync(Scores, ["risk", "stats", "--matrix", matrix, "--format", "json"]);
        Assert.Equal(0, exit);
        var read = JsonDocument.Parse(Assert.Single(lines)).RootElement;
        var risk = read.GetProperty("risks")[0];
        Assert.Equal(("TR-1", level), (risk.GetProperty("id").GetString(), risk.GetProperty("level").GetString()));
        var likelihood = risk.GetProperty("likelihood");
        Assert.Equal((5, 3, 1, 0), (Number(likelihood, "eligible"), Number(likelihood, "scored"), Number(likelihood, "dontKnow"), Number(likelihood, "abstained")));
        Assert.Equal(11.0 / 3, likelihood.GetProperty("mean").GetDouble(), 15);
        Assert.Equal((4, 1), (Number(likelihood, "highMedian"), Number(likelihood, "range")));
        Assert.Equal((0.6, "AGREED"), (likelihood.GetProperty("coverage").GetDouble(), likelihood.GetProperty("class").GetString()));
        Assert.Equal(0.75, risk.GetProperty("impact").GetProperty("coverage").GetDouble());
        Assert.Equal((3, 1), (Number(read.GetProperty("kendallW").GetProperty("impact"), "raters"), Number(read.GetProperty("kendallW").GetProperty("impact"), "risks")));
        Assert.Equal(JsonValueKind.Null, read.GetProperty("kendallW").GetProperty("impact").GetProperty("w").ValueKind);
    }

    [Fact]
    public async Task Scores_AreComparedInWords_WhateverSeparatesTheColumns()
    {
        var (exit, lines, _) = await Tool.RunAsync("\uFEFF" + Scores.Replace(',', ';'), ["risk", "stats"]);
        Assert.Equal((0, "TR-1: High"), (exit, lines[0].Split(" (")[0]));
        Assert.StartsWith("  likelihood 4 AGREED, 3 to 4, mean 3.6667", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Header + "M1,A,TR-1,likelihood,6\n", "Line 2: '6' is no score")]
    [InlineData(Header + "M1,A,TR-1,likelihood,2.5\n", "Line 2: '2.5' is no score")]
    [InlineData(Header + "M1,A,TR-1,severity,2\n", "Line 2: 'severity' is no dimension")]
    [InlineData(Header + ",A,TR-1,impact,2\n", "Line 2: the member is missing.")]
    [InlineData(Header + "M1,A,TR-1,impact,2\nM1,A,TR-1,Impact,2\n", "Line 3: M1 has scored the impact of TR-1 in line 2 already.")]
    [InlineData("a,b\n1,2\n", "Line 1: no column member, risk, dimension, value")]
    [InlineData("", "There is nothing to read")]
    public async Task WrongLine_IsSaid_AndNothingIsCompared(string scores, string error)
    {
        var (exit, lines, told) = await Tool.RunAsync(scores, ["risk", "stats", "--format", "json"]);
        Assert.Equal(1, exit);
        Assert.Empty(lines);
        Assert.StartsWith(error, told, StringComparison.Ordinal);
    }

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
