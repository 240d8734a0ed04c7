using MeetingBot.Polls;
using MeetingBot.Times;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Ballots;

/// <summary>
/// The zone in which times are shown besides the group's. A script tells the browser's; without one it is chosen here.
/// </summary>
public sealed partial class ZoneForm
{
    [Parameter, EditorRequired] public GuestBallot Ballot { get; set; } = null!;

    // One that was told by another of its names stays chosen.
    private IEnumerable<string> Zones =>
        ZoneRules.Choices.Contains(Ballot.Zone) ? ZoneRules.Choices : ZoneRules.Choices.Prepend(Ballot.Zone);
}
