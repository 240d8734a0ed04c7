using MeetingBot.Risks.Report;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Reports;

/// <summary>What must not be lost from sight although it stands low in the order.</summary>
public sealed partial class WatchList
{
    [Parameter, EditorRequired] public RiskReport Report { get; set; } = null!;
}
