using MeetingBot.Risks;
using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Report;
using MeetingBot.Risks.Report.Pictures;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Reports;

/// <summary>How the scores of a risk fell: bars, and figures below them.</summary>
public sealed partial class ScoresView
{
    private static readonly string[] Heads = ["", .. EntryWords.FigureNames];

    [Parameter, EditorRequired] public RiskEntry Entry { get; set; } = null!;

    [Parameter, EditorRequired] public RiskCriteria Criteria { get; set; } = null!;

    private MarkupString Picture(DimensionResult result) =>
        new(VoteBars.Of(result, Criteria).Draw($"{Entry.Anchor}-{result.Dimension.Name()}"));

    private IEnumerable<string[]> Rows(RiskResult result) => result.Dimensions.Select(one => (string[])
        [one.Dimension.Name(), .. EntryWords.Figures(one, Criteria)]);
}
