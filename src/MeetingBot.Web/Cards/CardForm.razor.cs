using MeetingBot.Cards;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Cards;

/// <summary>A card, drawn as one form.</summary>
public sealed partial class CardForm
{
    [Parameter, EditorRequired] public Card Card { get; set; } = null!;

    [Parameter, EditorRequired] public CardDrawing Drawing { get; set; } = null!;
}
