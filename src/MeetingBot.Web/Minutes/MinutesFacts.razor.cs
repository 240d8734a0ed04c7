using MeetingBot.Meetings.Documents;
using MeetingBot.Web.Pages;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Minutes;

/// <summary>When the meeting was and who was there.</summary>
public sealed partial class MinutesFacts
{
    [Parameter, EditorRequired] public MinutesDocument Minutes { get; set; } = null!;

    private string Start =>
        $"{TimeText.Date(Minutes.StartedAt, Minutes.Zone)}, {TimeText.TimeOfDay(Minutes.StartedAt, Minutes.Zone)}";
}
