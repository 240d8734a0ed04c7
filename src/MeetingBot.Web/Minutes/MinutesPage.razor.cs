using MeetingBot.Meetings.Documents;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Minutes;

/// <summary>The minutes of one meeting as a page, to read, to link into and to print.</summary>
public sealed partial class MinutesPage
{
    [Parameter, EditorRequired] public MinutesDocument Minutes { get; set; } = null!;

    [Parameter, EditorRequired] public MinutesPlace Place { get; set; } = null!;
}
