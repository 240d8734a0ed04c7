using MeetingBot.Meetings.Documents;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Minutes;

/// <summary>From the minutes on: to the room, to the meetings before and after, to the text.</summary>
public sealed partial class MinutesWays
{
    [Parameter, EditorRequired] public MinutesDocument Minutes { get; set; } = null!;

    [Parameter, EditorRequired] public MinutesPlace Place { get; set; } = null!;
}
