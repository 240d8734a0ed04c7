using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Rooms;

/// <summary>What a newcomer reads in an empty room.</summary>
public sealed partial class RoomGuide
{
    [Parameter, EditorRequired] public RoomDrawing Drawing { get; set; } = null!;
}
