using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Report;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Reports;

/// <summary>A level in words, with a colour besides.</summary>
public sealed partial class LevelChip
{
    [Parameter, EditorRequired] public RiskEntry Entry { get; set; } = null!;

    [Parameter, EditorRequired] public RiskCriteria Criteria { get; set; } = null!;

    private string Step => Entry.Level is { } level
        ? FormattableString.Invariant($"step{Criteria.Step(level)}")
        : "none";
}
