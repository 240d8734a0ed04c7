using System.Xml.Linq;
using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Report.Pictures;
using MeetingBot.Risks.Scoring;

namespace MeetingBot.Risks.Report;

public sealed class PicturesTests
{
    private static readonly RiskReport Report = RiskReport.Of(WorkedAssessment.Document);

    [Fact]
    public void HeatMap_HasTheIdsInTheirCells_AndEveryLevelInWords()
    {
        var map = HeatMap.Current(Report);
        Assert.Equal(
            ["4 4 High TR-2", "4 3 High TR-4", "1 5 Low TR-3", "3 2 Low TR-1"],
            map.Cells.Select(cell => $"{cell.Likelihood} {cell.Impact} {Report.Criteria.Matrix.Levels[cell.Level]} {string.Join(',', cell.Ids)}"));
        var picture = XElement.Parse(map.Draw("map"));
        Assert.Equal(25, Named(picture, "rect").Count());
        Assert.Equal(25, Named(picture, "text").Count(text => Report.Criteria.Matrix.Levels.Contains(text.Value)));
        Assert.Equal(4, Named(picture, "text").Count(text => text.Value.StartsWith("TR-", StringComparison.Ordinal)));
        Assert.Equal(map.Alternative(), Named(picture, "desc").Single().Value);
        Assert.StartsWith("Likelihood 4, impact 4, High (4 of 5): TR-2.", map.Alternative(), StringComparison.Ordinal);
        Assert.Equal("map-title map-text", picture.Attribute("aria-labelledby")!.Value);
    }

    [Fact]
    public void Residual_IsAnotherMap() => Assert.Equal(
        ["TR-2", "TR-4"], HeatMap.Residual(Report).Cells.SelectMany(cell => cell.Ids));

    [Fact]
    public void CrowdedCell_SaysHowManyThereAreBesides()
    {
        var risks = Enumerable.Range(10, 40).Select(number => WorkedAssessment.Document.Risks[3] with { Id = $"TR-{number}" });
        var map = HeatMap.Current(RiskReport.Of(WorkedAssessment.Document with { Risks = [.. risks] }));
        Assert.Equal(40, Assert.Single(map.Cells).Ids.Length);
        var drawn = Named(XElement.Parse(map.Draw("m")), "text").Select(text => text.Value).Where(text => text.StartsWith("TR-", StringComparison.Ordinal));
        Assert.Equal(["TR-10, TR-11", "TR-12, TR-13 +36"], drawn);
    }

    [Fact]
    public void Bars_ShowEveryValue_AndWhichIsTheGroups()
    {
        var bars = VoteBars.Of(WorkedAssessment.Document.Risks[1].Result![RiskDimension.Likelihood]!, Report.Criteria);
        Assert.Equal("5: 1, 4: 3, 3: 0, 2: 4, 1: 0; the group's value is 4.", bars.Alternative());
        var picture = XElement.Parse(bars.Draw("b"));
        Assert.Equal([21.5, 64.5, 86], Named(picture, "rect").Select(bar => (double)bar.Attribute("width")!));
        Assert.Equal("3  ◂ group's value", Named(picture, "text").Single(text => text.Value.Contains("group", StringComparison.Ordinal)).Value);
    }

    [Fact]
    public void ScoresWithoutAValue_SaySo() => Assert.EndsWith(
        "; they give no value.",
        VoteBars.Of(WorkedAssessment.Result(RiskDimension.Likelihood, "? ? 3 ? - 4 ? ."), Report.Criteria).Alternative(),
        StringComparison.Ordinal);

    [Fact]
    public void HostileWords_AreTextOnly()
    {
        var matrix = new RiskMatrix("m", ["</text><script>", "\u0000\uD800\uFFFF😀"], [[0, 1], [1, 1]]);
        var criteria = new RiskCriteria("x", "x", Scale.Of("a", "b"), Scale.Of("a", "b"), matrix, 1);
        var picture = XElement.Parse(new HeatMap(criteria, "<b>", []).Draw("m"));
        Assert.Equal(4, Named(picture, "rect").Count());
        Assert.Contains(Named(picture, "text"), text => text.Value.EndsWith("😀", StringComparison.Ordinal));
        Assert.Empty(Named(picture, "script"));
    }

    private static IEnumerable<XElement> Named(XElement picture, string name) =>
        picture.Descendants().Where(element => element.Name.LocalName == name);
}
