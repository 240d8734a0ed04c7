using System.Collections.Immutable;
using MeetingBot.Cards;
using MeetingBot.Meetings;
using MeetingBot.Web.Pages;
using Microsoft.AspNetCore.Components;
using NodaTime;

namespace MeetingBot.Web.Rooms;

/// <summary>The open actions of a group.</summary>
public sealed partial class ActionLines
{
    [Parameter, EditorRequired] public ImmutableArray<OverviewAction> Actions { get; set; } = [];

    [Parameter, EditorRequired] public RoomDrawing Drawing { get; set; } = null!;

    private string Day(LocalDate due) => TimeText.Date(due, TimeText.Today(Drawing.Now, Drawing.Zone));

    /// <summary>The buttons that close those of the person who looks, by number.</summary>
    [Parameter, EditorRequired]
    public ImmutableSortedDictionary<int, CardButton> Done { get; set; } =
        ImmutableSortedDictionary<int, CardButton>.Empty;
}
