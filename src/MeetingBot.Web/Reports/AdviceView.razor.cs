using MeetingBot.Risks.Report;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Reports;

/// <summary>What has to be done, by who has to do it, and what is accepted.</summary>
public sealed partial class AdviceView
{
    [Parameter, EditorRequired] public RiskReport Report { get; set; } = null!;
}
