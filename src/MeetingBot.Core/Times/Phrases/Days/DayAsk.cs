using NodaTime;

namespace MeetingBot.Times;

/// <summary>What a day is told from.</summary>
/// <param name="Today">The day it is where it was said.</param>
/// <param name="Zone">Where it was said: America writes the month first.</param>
/// <param name="IsAhead">Whether what is meant on that day is still to come.</param>
internal sealed record DayAsk(LocalDate Today, DateTimeZone Zone, Func<LocalDate, bool> IsAhead)
{
    /// <summary>A date without its year that is further away was more likely meant in the past.</summary>
    public const int FarAway = 300;

    public LocalDate Monday => Today.PlusDays(1 - (int)Today.DayOfWeek);

    public LocalDate NextMonday => Monday.PlusWeeks(1);

    public bool MonthMayBeFirst => Zone.Id is var id
        && (id.StartsWith("America/", StringComparison.Ordinal) || id.StartsWith("US/", StringComparison.Ordinal)
            || id.StartsWith("Canada/", StringComparison.Ordinal) || id is "Pacific/Honolulu");

    /// <summary>The same, seen from another day.</summary>
    public DayAsk From(LocalDate day) => this with { Today = day, IsAhead = _ => true };

    /// <summary>A day of a year that was not told: far away it is asked about.</summary>
    public DayChoice Judge(DayChoice choice) =>
        choice.Question is null && Period.DaysBetween(Today, choice.Spans[0].First) > FarAway
            ? choice with { Question = TimeReason.JustPast }
            : choice;
}
