using System.Collections.Immutable;
using NodaTime;

namespace MeetingBot.Times;

/// <summary>Minutes from the day's start; the end may lie in the next day.</summary>
internal readonly record struct ClockReading(int Start, int? End)
{
    public const int Day = 24 * 60;

    public static LocalDateTime On(LocalDate day, int minutes) =>
        day.PlusDays(minutes / Day).At(LocalTime.FromMinutesSinceMidnight(minutes % Day));
}

/// <summary>Which times of day words tell: one, or several with the question, or an error.</summary>
/// <param name="Readings">Best first.</param>
internal sealed record ClockChoice(ImmutableArray<ClockReading> Readings)
{
    public TimeReason? Question { get; init; }

    public TimeReason? Error { get; init; }

    public static ClockChoice Wrong(TimeReason reason) => new([]) { Error = reason };
}
