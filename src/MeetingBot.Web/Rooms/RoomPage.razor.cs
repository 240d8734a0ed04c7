using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Rooms;

/// <summary>A room on one page: what was said, the box to say more, and what the group knows.</summary>
public sealed partial class RoomPage
{
    [Parameter, EditorRequired] public RoomView View { get; set; } = null!;

    private string Room => View.Drawing.Room;
}
