using System.Collections.Immutable;
using MeetingBot.Risks;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Reports;

/// <summary>What was split, merged or dropped, with what took its place.</summary>
public sealed partial class GoneRisks
{
    [Parameter, EditorRequired] public ImmutableArray<RiskScenario> Risks { get; set; } = [];
}
