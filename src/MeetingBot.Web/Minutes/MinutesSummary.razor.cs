using MeetingBot.Meetings.Documents;
using MeetingBot.Web.Pages;
using Microsoft.AspNetCore.Components;
using NodaTime;

namespace MeetingBot.Web.Minutes;

/// <summary>What was resolved, who does what, and what was not reached; each leads to its line.</summary>
public sealed partial class MinutesSummary
{
    [Parameter, EditorRequired] public MinutesDocument Minutes { get; set; } = null!;

    private string Day(LocalDate due) => TimeText.Date(due, TimeText.Today(Minutes.StartedAt, Minutes.Zone));
}
