namespace MeetingBot.Times;

/// <summary>A point of the clock as it is written.</summary>
/// <param name="Hour">As written, be it none that there is.</param>
/// <param name="Next">The token behind it.</param>
internal readonly record struct ClockPoint(int Hour, int Minute, ClockStyle Style, DayHalf Half, int Next)
{
    /// <summary>By itself a time, whatever stands beside it.</summary>
    public bool IsStrong => Half is not DayHalf.None || Style is not (ClockStyle.Bare or ClockStyle.Compact);
}

/// <summary>How a time of day is written.</summary>
internal enum ClockStyle
{
    /// <summary><c>16:00</c>.</summary>
    Colon,

    /// <summary><c>16.00</c>.</summary>
    Dotted,

    /// <summary><c>16h30</c>, <c>16 Uhr</c>.</summary>
    Letter,

    /// <summary><c>1600</c>.</summary>
    Compact,

    /// <summary><c>4</c>: of which half of the day, if it is a time at all?</summary>
    Bare,

    /// <summary><c>half past four</c>, <c>4 o'clock</c>: of which half of the day?</summary>
    Spoken,

    Noon,
    Midnight,
}

/// <summary>Half of the day.</summary>
internal enum DayHalf { None, Morning, Afternoon }
