using System.Collections.Immutable;
using MeetingBot.Cards;
using MeetingBot.Meetings;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Rooms;

/// <summary>The end of the meeting, which is asked about in place before it comes.</summary>
public sealed partial class EndQuestion
{
    /// <summary>The button that ends it.</summary>
    [Parameter, EditorRequired] public CardButton End { get; set; } = null!;

    [Parameter, EditorRequired] public ImmutableArray<OverviewItem> Agenda { get; set; } = [];

    [Parameter, EditorRequired] public RoomDrawing Drawing { get; set; } = null!;

    private ImmutableArray<CardButton> Yes => [End with { Title = "Yes, end it" }];

    private string Left => Agenda.Count(item => !AgendaList.IsOver(item)) switch
    {
        0 => "Nothing is left on the agenda.",
        1 => "1 item is left on the agenda.",
        var items => $"{items} items are left on the agenda.",
    };
}
