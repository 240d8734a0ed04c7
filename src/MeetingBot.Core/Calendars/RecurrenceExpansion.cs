using NodaTime;

namespace MeetingBot.Calendars;

/// <summary>The starts of a series, in the wall time of its zone.</summary>
public static class RecurrenceExpansion
{
    /// <summary>So many days, weeks, months or years are looked at; then the series is taken to be over.</summary>
    public const int MostPeriods = 10_000;

    private const int LastYear = 2_500;

    /// <summary>
    /// The starts in order, the first one first. Endless where the rule is; ends after <see cref="MostPeriods"/> of
    /// the rule, or in the year 2500.
    /// </summary>
    /// <param name="from">Starts before it may be left out.</param>
    /// <param name="until">Starts after it may be left out; a rule that fits no day is looked at no longer.</param>
    /// <param name="budget">Shared by all rules of a file; the series ends where it is spent.</param>
    public static IEnumerable<CalDateTime> Expand(
        this RecurrencePattern rule, CalDateTime start, LocalDateTime? from = null, LocalDateTime? until = null,
        ExpansionBudget? budget = null)
    {
        var given = 0;
        var skipped = rule.Count is null && from is { } later ? Skippable(rule, start.Value, later) : 0;
        // It is the first start, whether it fits the rule or not.
        if (skipped == 0)
        {
            yield return start;
            if (++given >= rule.Count) yield break;
        }
        foreach (var day in Days(rule, start.Date, skipped, LastDay(rule, until), budget))
        {
            if (day <= start.Date) continue;
            var next = start.At(day + start.Value.TimeOfDay);
            if (IsAfter(next, rule.Until)) yield break;
            yield return next;
            if (++given >= rule.Count) yield break;
        }
    }

    /// <summary>The days that fit the rule from one on, in order; the rule counts from it.</summary>
    public static IEnumerable<LocalDate> DaysFrom(this RecurrencePattern rule, LocalDate day) =>
        Days(rule with { Count = null, Until = null, Interval = 1 }, day, 0, LocalDate.MaxIsoValue, null)
            .Where(fit => fit >= day);

    private static IEnumerable<LocalDate> Days(
        RecurrencePattern rule, LocalDate start, int skipped, LocalDate last, ExpansionBudget? budget)
    {
        var cost = RecurrencePeriod.Cost(rule);
        for (var period = skipped; period < skipped + MostPeriods; period++)
        {
            if (FirstOf(rule, start, (long)period * rule.Interval) is not { Year: <= LastYear } first) yield break;
            if (first > last || budget?.TakePeriod(cost) is false) yield break;
            foreach (var day in RecurrencePeriod.Days(rule, first, start)) yield return day;
        }
    }

    // The rule's own end may be told in another zone, in which it is the day after.
    private static LocalDate LastDay(RecurrencePattern rule, LocalDateTime? until)
    {
        var asked = until?.Date ?? LocalDate.MaxIsoValue;
        return rule.Until is { Date: { Year: <= LastYear } end } ? LocalDate.Min(asked, end.PlusDays(1)) : asked;
    }

    /// <summary>The first day of the day, week, month or year that is so many after that of the start.</summary>
    private static LocalDate? FirstOf(RecurrencePattern rule, LocalDate start, long count)
    {
        if (count > 1_000_000) return null;
        var periods = (int)count;
        return rule.Frequency switch
        {
            FrequencyType.Daily => Within(start, periods / 365) ? start.PlusDays(periods) : null,
            FrequencyType.Weekly => Within(start, periods / 52)
                ? FirstOfWeek(start, rule.FirstDayOfWeek).PlusWeeks(periods)
                : null,
            FrequencyType.Monthly => Within(start, periods / 12)
                ? new LocalDate(start.Year, start.Month, 1).PlusMonths(periods)
                : null,
            _ => Within(start, periods) ? new LocalDate(start.Year, 1, 1).PlusYears(periods) : null,
        };
    }

    private static bool Within(LocalDate start, int years) => start.Year + years <= LastYear;

    private static LocalDate FirstOfWeek(LocalDate day, IsoDayOfWeek first) =>
        day.PlusDays(-(((int)day.DayOfWeek - (int)first + 7) % 7));

    // Two less than there are until then, so that no start after it is left out.
    private static int Skippable(RecurrencePattern rule, LocalDateTime start, LocalDateTime from)
    {
        if (from <= start) return 0;
        var days = Period.DaysBetween(start.Date, from.Date);
        var periods = rule.Frequency switch
        {
            FrequencyType.Daily => days,
            FrequencyType.Weekly => days / 7,
            FrequencyType.Monthly => days / 31,
            _ => days / 366,
        };
        return Math.Max(0, (periods / rule.Interval) - 2);
    }

    private static bool IsAfter(CalDateTime start, CalDateTime? until) => until switch
    {
        null => false,
        { HasTime: false } => start.Date > until.Date,
        { IsUtc: true } when start is { HasTime: true, Zone: { } zone } =>
            start.ToInstant(zone) > until.ToInstant(DateTimeZone.Utc),
        _ => start.HasTime ? start.Value > until.Value : start.Date > until.Date,
    };
}
