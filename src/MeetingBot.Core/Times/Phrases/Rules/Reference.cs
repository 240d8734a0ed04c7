using NodaTime;

namespace MeetingBot.Times;

/// <summary>When and where something was said.</summary>
internal sealed record Reference(Instant Now, DateTimeZone Zone)
{
    /// <summary>The local day.</summary>
    public LocalDate Today { get; } = Now.InZone(Zone).Date;

    /// <summary>What the clock on the wall shows.</summary>
    public LocalTime Clock => Now.InZone(Zone).TimeOfDay;
}
