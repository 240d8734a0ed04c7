using MeetingBot.Cards;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Cards;

/// <summary>One element of a card: every kind of the card model has its case here.</summary>
public sealed partial class ElementView
{
    [Parameter, EditorRequired] public CardElement Element { get; set; } = null!;

    [Parameter, EditorRequired] public CardDrawing Drawing { get; set; } = null!;
}
