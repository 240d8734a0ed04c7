using MeetingBot.Meetings;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Minutes;

/// <summary>What was resolved, who does what, and what was not reached; each leads to its line.</summary>
public sealed partial class MinutesSummary
{
    [Parameter, EditorRequired] public MinutesDocument Minutes { get; set; } = null!;
}
