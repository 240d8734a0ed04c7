using MeetingBot.Risks.Report;
using MeetingBot.Risks.Report.Pictures;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Reports;

/// <summary>The matrix with the risks in it, as a picture and as a table.</summary>
public sealed partial class HeatMapView
{
    private static readonly string[] Heads = ["Level", "Likelihood", "Impact", "Risks"];

    [Parameter, EditorRequired] public HeatMap Map { get; set; } = null!;

    /// <summary>Unique on the page.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    private MarkupString Picture => new(Map.Draw("map-" + Name));

    private IEnumerable<string[]> Rows => Map.Cells.Select(cell => new[]
    {
        Map.Criteria.Say(cell.Level), LevelWords.Number(cell.Likelihood), LevelWords.Number(cell.Impact),
        string.Join(", ", cell.Ids),
    });
}
