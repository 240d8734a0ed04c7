using MeetingBot.Web.Pages;
using Microsoft.AspNetCore.Components;
using NodaTime;

namespace MeetingBot.Web.Rooms;

/// <summary>A running clock: in words as of now, and ticking where the script runs.</summary>
public sealed partial class ClockView
{
    [Parameter, EditorRequired] public Instant OpenedAt { get; set; }

    /// <summary>Time spent before.</summary>
    [Parameter, EditorRequired] public Duration Spent { get; set; }

    [Parameter] public Duration? Timebox { get; set; }

    [Parameter] public Instant? Now { get; set; }

    private Duration Elapsed => Spent + (Now is { } now && now > OpenedAt ? now - OpenedAt : Duration.Zero);

    private long? Limit => Timebox is { } timebox ? Seconds(timebox) : null;

    private string Text => TimeText.Length(Elapsed);

    private static long Seconds(Duration length) => (long)length.TotalSeconds;
}
