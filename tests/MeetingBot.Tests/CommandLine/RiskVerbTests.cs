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
    [InlineData(';', "Smith, John", "\n")]
    [InlineData('\t', "R, 1; x", "\r\n")]
    [InlineData('\t', "a,b,c,d,e,f", "\r")]
    [InlineData(',', "\"Smith; John\"", "\n")]
    public async Task HeaderSaysWhatSeparates_WhateverNamesHold(char separator, string name, string end)
    {
        var scores = (Header.ToUpperInvariant() + Scores[Header.Length..]).Replace(',', separator)
            .Replace("M2", name, StringComparison.Ordinal).Replace("\n", end, StringComparison.Ordinal);
        var (exit, lines, _) = await Tool.RunAsync(scores, ["risk", "stats", "--format", "json"]);
        Assert.Equal(0, exit);
        var risk = JsonDocument.Parse(Assert.Single(lines)).RootElement.GetProperty("risks")[0];
        Assert.Equal(("TR-1", 5), (risk.GetProperty("id").GetString(), Number(risk.GetProperty("likelihood"), "eligible")));
    }

    [Fact]
    public async Task OptionThatIsNone_IsToldOnStandardErrorAlone()
    {
        var (exit, lines, told) = await Tool.RunAsync(Scores, ["risk", "stats", "--matrix", "cobit"]);
        Assert.Equal(1, exit);
        Assert.Empty(lines);
        Assert.Contains("'cobit' not recognized", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManyWrongLines_AreToldAsFarAsTheyWereRead()
    {
        var (exit, lines, told) = await Tool.RunAsync(
            Header + string.Concat(Enumerable.Range(1, 30).Select(number => $"M{number},A,TR-1,impact,9\n")), ["risk", "stats"]);
        Assert.Equal(1, exit);
        Assert.Empty(lines);
        var errors = told.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("Line 21: ", errors[19], StringComparison.Ordinal);
        Assert.Equal("These are the first 20; what comes after them was not looked at.", errors[20]);
    }

    [Theory]
    [InlineData(Header + "\n\"two\nlines\",A,TR-1,impact,3\n\nM2,A,TR-1,impact,9\n", "Line 6: '9' is no score")]
    [InlineData(Header + "\"two\nlines\",A,TR-1,impact,9\n", "Line 2: '9' is no score")]
    [InlineData("\n\n" + Header + "M1,A,TR-1,impact,9\n", "Line 4: '9' is no score")]
    [InlineData(Header + "M1,A,TR-1,impact,3,5\n", "Line 2: there are 6 cells, and 5 columns; put quotes around what holds a ','.")]
    [InlineData(Header + "Smith, John,A,TR-1,impact,3\n", "Line 2: there are 6 cells")]
    [InlineData("member,risk,dimension,value,value\nM1,TR-1,impact,3,4\n", "Line 1: there are two columns value.")]
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
