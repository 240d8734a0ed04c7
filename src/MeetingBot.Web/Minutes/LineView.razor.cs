using MeetingBot.Meetings;
using MeetingBot.Web.Pages;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Minutes;

/// <summary>One line of the minutes, with the link that leads to it.</summary>
public sealed partial class LineView
{
    [Parameter, EditorRequired] public MinutesLine Line { get; set; } = null!;

    [Parameter, EditorRequired] public string Zone { get; set; } = "";

    private string Noted => $"noted by {Line.Author} at {TimeText.TimeOfDay(Line.At, Zone)}";

    private string? Mark => Line.Kind switch
    {
        MinuteKind.Resolution => "RESOLVED:",
        MinuteKind.Agreement => "AGREED:",
        MinuteKind.Action => "ACTION", // its text begins with its number
        MinuteKind.Topic => "Topic:",
        _ => null,
    };
}
