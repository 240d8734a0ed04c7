using MeetingBot.Cards;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Cards;

/// <summary>A button of a card: sends the card's form, or opens a page.</summary>
public sealed partial class ButtonView
{
    [Parameter, EditorRequired] public CardButton Button { get; set; } = null!;

    private string Class => Button.Style switch
    {
        ButtonStyle.Primary => "button primary",
        ButtonStyle.Danger => "button danger",
        _ => "button",
    };
}
