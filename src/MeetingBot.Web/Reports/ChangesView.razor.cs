using MeetingBot.Risks.Report;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Reports;

/// <summary>The difference to the version before; nothing for a first one.</summary>
public sealed partial class ChangesView
{
    [Parameter, EditorRequired] public RiskReport Report { get; set; } = null!;
}
