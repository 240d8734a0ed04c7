using MeetingBot.Meetings;
using Microsoft.AspNetCore.Components;
using NodaTime;

namespace MeetingBot.Web.Rooms;

/// <summary>
/// The item that is being discussed, with its clock: always in sight, on a phone above the whole page.
/// </summary>
public sealed partial class NowBar
{
    [Parameter, EditorRequired] public OverviewItem Item { get; set; } = null!;

    [Parameter] public Instant? Now { get; set; }
}
