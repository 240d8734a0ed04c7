using MeetingBot.Cards;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Cards;

/// <summary>What an input is called, and whether it must be filled.</summary>
public sealed partial class LabelView
{
    [Parameter, EditorRequired] public CardInput Input { get; set; } = null!;
}
