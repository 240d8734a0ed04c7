using MeetingBot.Cards;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Cards;

/// <summary>
/// A table of a card; scrolls by itself where it is wider than the page. One of many columns is drawn row by row on a
/// phone: its parts say what they are, for a browser takes the layout's word otherwise.
/// </summary>
public sealed partial class TableView
{
    private const int Wide = 4;

    [Parameter, EditorRequired] public CardTable Table { get; set; } = null!;

    private bool IsWide => Table.Headers.Length >= Wide;
}
