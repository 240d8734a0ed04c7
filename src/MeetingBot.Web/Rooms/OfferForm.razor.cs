using System.Collections.Immutable;
using MeetingBot.Cards;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Rooms;

/// <summary>Buttons of the panel in a row; nothing where there are none.</summary>
public sealed partial class OfferForm
{
    [Parameter, EditorRequired] public ImmutableArray<CardButton> Buttons { get; set; } = [];

    [Parameter, EditorRequired] public RoomDrawing Drawing { get; set; } = null!;

    /// <summary>The post that shows what answers them.</summary>
    [Parameter] public string? PostId { get; set; }
}
