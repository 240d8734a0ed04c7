using System.Collections.Immutable;
using NodaTime;

namespace MeetingBot.Times;

/// <summary>Days, both ends included.</summary>
internal readonly record struct DaySpan(LocalDate First, LocalDate Last)
{
    public static DaySpan On(LocalDate day) => new(day, day);
}

/// <summary>Which days words tell: one, or several with the question, or an error.</summary>
/// <param name="Spans">Best first.</param>
internal sealed record DayChoice(ImmutableArray<DaySpan> Spans)
{
    public TimeReason? Question { get; init; }

    public TimeReason? Error { get; init; }

    public ImmutableArray<TimeWarning> Warnings { get; init; } = [];

    /// <summary>A period, not one day.</summary>
    public bool IsRange { get; init; }

    /// <summary>The day that a date with its parts the other way round tells.</summary>
    public LocalDate? Other { get; init; }

    public static DayChoice On(LocalDate day) => new([DaySpan.On(day)]);

    public static DayChoice Period(LocalDate first, LocalDate last) => new([new(first, last)]) { IsRange = true };

    public static DayChoice Ask(TimeReason reason, params ReadOnlySpan<LocalDate> days) =>
        new([.. days.ToArray().Distinct().Select(DaySpan.On)]) { Question = reason };

    public static DayChoice Wrong(TimeReason reason) => new([]) { Error = reason };

    public DayChoice Warn(TimeWarning warning) => this with { Warnings = Warnings.Add(warning) };
}
