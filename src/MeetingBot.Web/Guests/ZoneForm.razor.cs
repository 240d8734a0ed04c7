using MeetingBot.Times;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Guests;

/// <summary>
/// The zone in which a guest's page shows times. A script tells the browser's; without one it is chosen here.
/// </summary>
public sealed partial class ZoneForm
{
    /// <summary>The page's address, without the zone.</summary>
    [Parameter, EditorRequired] public string Action { get; set; } = "";

    /// <summary>The zone in which it is read now.</summary>
    [Parameter, EditorRequired] public string Zone { get; set; } = "";

    /// <summary>What else the address says, and is to go on saying; null for nothing.</summary>
    [Parameter] public (string Name, string Value)? Keep { get; set; }

    /// <summary>Which times are whose.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    // One that was told by another of its names stays chosen.
    private IEnumerable<string> Zones =>
        ZoneRules.Choices.Contains(Zone) ? ZoneRules.Choices : ZoneRules.Choices.Prepend(Zone);
}
