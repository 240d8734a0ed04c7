using MeetingBot.Cards;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Cards;

/// <summary>A table of a card; scrolls by itself where it is wider than the page.</summary>
public sealed partial class TableView
{
    [Parameter, EditorRequired] public CardTable Table { get; set; } = null!;
}
