using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Rooms;

/// <summary>What every form of the panel carries unseen.</summary>
public sealed partial class OfferFields
{
    [Parameter, EditorRequired] public RoomDrawing Drawing { get; set; } = null!;

    [Parameter] public string? PostId { get; set; }
}
