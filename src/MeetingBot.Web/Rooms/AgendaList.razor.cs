using System.Collections.Immutable;
using MeetingBot.Meetings;
using Microsoft.AspNetCore.Components;
using NodaTime;

namespace MeetingBot.Web.Rooms;

/// <summary>The items of the agenda: what is over is folded away, what is going on and to come is open.</summary>
public sealed partial class AgendaList
{
    [Parameter, EditorRequired] public ImmutableArray<OverviewItem> Items { get; set; } = [];

    [Parameter] public Instant? Now { get; set; }

    /// <summary>Whether the item does not come again by itself.</summary>
    public static bool IsOver(OverviewItem item) => item.State is AgendaItemState.Done or AgendaItemState.Dropped;

    private ImmutableArray<OverviewItem> Over => Items.RemoveAll(item => !IsOver(item));

    private ImmutableArray<OverviewItem> ToCome => Items.RemoveAll(IsOver);

    private string OverText
    {
        get
        {
            var done = Over.Count(item => item.State == AgendaItemState.Done);
            return (done, Over.Length - done) switch
            {
                (_, 0) => $"{done} done",
                (0, var dropped) => $"{dropped} dropped",
                (_, var dropped) => $"{done} done, {dropped} dropped",
            };
        }
    }
}
