using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Rooms;

/// <summary>The box to write to the room.</summary>
public sealed partial class Composer
{
    [Parameter, EditorRequired] public RoomDrawing Drawing { get; set; } = null!;

    [Parameter] public RoomDraft? Draft { get; set; }
}
