namespace MeetingBot.Risks.Report;

public sealed class ReportMarkdownTests
{
    private static readonly string Text = ReportMarkdown.Write(RiskReport.Of(WorkedAssessment.Document), new Uri("https://bot.example/report/abc"));

    [Fact]
    public void Sections_StandInTheOrderOfTheReport() => Assert.Equal(
        [
            "# Tokens in a research grid", "## Executive summary", "## Heat map", "## Watch list", "## Risks", "## Recommendations",
            "## What has changed since version 0.9", "## Methodology", "## Annexes",
        ],
        Text.Split('\n').Where(line => line.StartsWith("# ", StringComparison.Ordinal) || line.StartsWith("## ", StringComparison.Ordinal)));

    [Fact]
    public void Label_BeginsAndEndsIt()
    {
        Assert.StartsWith("TLP:AMBER\n", Text, StringComparison.Ordinal);
        Assert.EndsWith("TLP:AMBER\n\n", Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Risks_StandInTheirOrder() => Assert.Equal(
        ["TR-2", "TR-4", "TR-3", "TR-1", "TR-5"],
        Text.Split('\n').Where(line => line.StartsWith("### TR-", StringComparison.Ordinal)).Select(line => line[4..].Split(':')[0]));

    [Theory]
    [InlineData("| Likelihood | 4 | SPLIT | 8 | 3 | 3\\.13 | 1\\.25 | 2–5 | 2 | 0\\.51 | 0 | 0 | 0 | 5: 1, 4: 3, 3: 0, 2: 4, 1: 0; the group's value is 4. |")]
    [InlineData("- TR-3 The token issuer is compromised: Impact 5 though its level is Low.")]
    [InlineData("| 5 | monthly or more |")]
    [InlineData("- Split votes", false)]
    [InlineData("- **Owner:** Operations")]
    [InlineData("Page: <https://bot.example/report/abc>")]
    [InlineData("- TR-6 A robot's token is copied: merged, now TR-2")]
    public void Lines_AreThere(string line, bool there = true) =>
        Assert.Equal(there, Text.Split('\n').Contains(line));

    [Fact]
    public void HostileText_IsTextOnly()
    {
        const string Hostile = "<script>x</script> | [a](http://evil) **b** `c`\n# d\n- e @all";
        var document = WorkedAssessment.Document;
        var text = ReportMarkdown.Write(RiskReport.Of(document with
        {
            Title = Hostile, ScopeIn = Hostile, Authors = [Hostile], Previous = null,
            Risks = [document.Risks[1] with { Title = Hostile, Description = Hostile, Discussion = [Hostile], References = [Hostile] }],
            Threats = [new Threat("T-1", Hostile)],
        }));
        foreach (var markup in new[] { "<script", "[a](", "**b**", " | [a", "\n# d", "\n- e", "@all", "`c`" })
            Assert.DoesNotContain(markup, text.Replace("\\`c\\`", "", StringComparison.Ordinal).Replace("\\*\\*b\\*\\*", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
