using MeetingBot.Meetings;
using MeetingBot.Meetings.Dates;
using MeetingBot.Times;
using Microsoft.AspNetCore.Components;
using NodaTime;

namespace MeetingBot.Web.Rooms;

/// <summary>What the group knows: the meeting, its agenda with the clock, who is there, what is to be done.</summary>
public sealed partial class GroupPanel
{
    [Parameter, EditorRequired] public GroupOverview Overview { get; set; } = null!;

    [Parameter, EditorRequired] public PanelOffer Offer { get; set; } = null!;

    [Parameter, EditorRequired] public RoomDrawing Drawing { get; set; } = null!;

    /// <summary>For the clocks' first text; null where the script sets it at once.</summary>
    [Parameter] public Instant? Now { get; set; }

    private string Print => Fingerprint.Of(Overview, Offer) + Drawing.Viewer.Zone;

    private string MinutesAddress => RoomName.Address(Drawing.Room, Drawing.Viewer.Name, "/minutes");

    private OverviewItem? Current => Overview.Agenda.FirstOrDefault(item => item.State == AgendaItemState.Current);

    // Where the viewer's clock shows what the group's does, once is enough.
    private string InTheirZone(Instant at) =>
        Drawing.Viewer.Zone is { } zone
            && at.InZone(ZoneRules.Of(zone)).LocalDateTime != at.InZone(ZoneRules.Of(Overview.Zone)).LocalDateTime
                ? $" = {Moments.Moment(at, zone, Drawing.Now)}"
                : "";

    private string LinesNoted => Overview.MinutesLines switch
    {
        0 => "No line yet.",
        1 => "1 line.",
        var lines => $"{lines} lines.",
    };
}
