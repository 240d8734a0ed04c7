using MeetingBot.Meetings;
using Microsoft.AspNetCore.Components;
using NodaTime;

namespace MeetingBot.Web.Rooms;

/// <summary>One agenda item of the panel.</summary>
public sealed partial class AgendaLine
{
    [Parameter, EditorRequired] public OverviewItem Item { get; set; } = null!;

    [Parameter] public Instant? Now { get; set; }

    private string? Word => Item.State switch
    {
        AgendaItemState.Current => "now",
        AgendaItemState.Done => "done",
        AgendaItemState.Skipped => "skipped",
        AgendaItemState.Dropped => "dropped",
        _ => null,
    };
}
