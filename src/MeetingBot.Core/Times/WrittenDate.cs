using NodaTime;

namespace MeetingBot.Times;

/// <summary>What words tell of a day.</summary>
/// <param name="Written">They are a date, be it one that can't be.</param>
/// <param name="On">The day; null for a date that can't be.</param>
/// <param name="Instead">The day that may have been meant, from today on.</param>
internal readonly record struct WrittenDate(bool Written, LocalDate? On, LocalDate? Instead)
{
    /// <summary>The day that may have been meant as well.</summary>
    public LocalDate? Or { get; init; }

    /// <summary>The time of that day, as typed.</summary>
    public string? Time { get; init; }
}
