using MeetingBot.Cards;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Cards;

/// <summary>A paragraph of a card; a warning says so in a word, not by colour alone.</summary>
public sealed partial class TextView
{
    [Parameter, EditorRequired] public CardText Text { get; set; } = null!;
}
