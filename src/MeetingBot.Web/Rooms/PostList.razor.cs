using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Rooms;

/// <summary>Posts in a row.</summary>
public sealed partial class PostList
{
    [Parameter, EditorRequired] public ImmutableArray<ShownPost> Posts { get; set; } = [];

    [Parameter, EditorRequired] public RoomDrawing Drawing { get; set; } = null!;
}
