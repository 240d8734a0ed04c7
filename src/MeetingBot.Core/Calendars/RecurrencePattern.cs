using System.Collections.Immutable;
using NodaTime;

namespace MeetingBot.Calendars;

/// <summary>
/// When a series repeats (RRULE): in wall time, so that a meeting at nine stays at nine when clocks are changed.
/// </summary>
/// <param name="Interval">Every so many days, weeks, months or years.</param>
public sealed record RecurrencePattern(FrequencyType Frequency, int Interval = 1)
{
    public const int MostInterval = 1_000;
    public const int MostCount = 100_000;

    /// <summary>How many times in all; null for no end, or for <see cref="Until"/>.</summary>
    public int? Count { get; init; }

    /// <summary>The last start, if there is one then.</summary>
    public CalDateTime? Until { get; init; }

    public ImmutableArray<WeekDay> ByDay { get; init; } = [];

    /// <summary>Days of the month, from -31 (the 31st last) to 31.</summary>
    public ImmutableArray<int> ByMonthDay { get; init; } = [];

    public ImmutableArray<int> ByMonth { get; init; } = [];

    /// <summary>Which of the starts within one day, week, month or year: 1 the first, -1 the last.</summary>
    public ImmutableArray<int> BySetPosition { get; init; } = [];

    /// <summary>With which day a week begins, which counts where only every second week is meant.</summary>
    public IsoDayOfWeek FirstDayOfWeek { get; init; } = IsoDayOfWeek.Monday;

    public bool Equals(RecurrencePattern? other) =>
        other is not null && RecurrenceText.Write(this) == RecurrenceText.Write(other);

    public override int GetHashCode() => RecurrenceText.Write(this).GetHashCode(StringComparison.Ordinal);

    public override string ToString() => RecurrenceText.Write(this);
}

/// <summary>How often.</summary>
public enum FrequencyType { Daily, Weekly, Monthly, Yearly }

/// <summary>A weekday, or one of them in a month or year: 2 the second, -1 the last, 0 each.</summary>
public readonly record struct WeekDay(IsoDayOfWeek Day, int Offset = 0);
