using System.Collections.Immutable;
using NodaTime;

namespace MeetingBot.Calendars;

/// <summary>The days that a rule gives within one of its days, weeks, months or years (RFC 5545, 3.3.10).</summary>
internal static class RecurrencePeriod
{
    /// <param name="first">The first day of the period.</param>
    /// <param name="start">The first start of the series, which tells what the rule leaves open.</param>
    /// <returns>In order.</returns>
    public static IEnumerable<LocalDate> Days(RecurrencePattern rule, LocalDate first, LocalDate start)
    {
        var days = rule.Frequency switch
        {
            FrequencyType.Daily => OfDay(rule, first),
            FrequencyType.Weekly => OfWeek(rule, first, start),
            FrequencyType.Monthly => OfMonth(rule, first, start),
            _ => OfYear(rule, first, start),
        };
        return rule.BySetPosition.IsEmpty ? days : AtPositions([.. days], rule.BySetPosition);
    }

    /// <summary>About how many days are looked at for one period; never fewer than the rule gives in it.</summary>
    public static int Cost(RecurrencePattern rule)
    {
        var days = rule.Frequency switch
        {
            FrequencyType.Daily => 1,
            FrequencyType.Weekly => Math.Min(rule.ByDay.Length, 7),
            FrequencyType.Monthly => CostOfMonth(rule),
            _ when !rule.ByMonth.IsEmpty => rule.ByMonth.Length * CostOfMonth(rule),
            _ when !rule.ByMonthDay.IsEmpty => 12 * CostOfMonth(rule),
            _ => rule.ByDay.Sum(by => by.Offset == 0 ? 53 : 1),
        };
        return Math.Max(days, 1) + rule.BySetPosition.Length;
    }

    private static int CostOfMonth(RecurrencePattern rule) =>
        Math.Max(1, rule.ByMonthDay.Length + rule.ByDay.Sum(by => by.Offset == 0 ? 5 : 1));

    private static IEnumerable<LocalDate> OfDay(RecurrencePattern rule, LocalDate day)
    {
        var fits = IsInMonth(rule, day)
            && (rule.ByMonthDay.IsEmpty || IsOneOf(rule.ByMonthDay, day))
            && (rule.ByDay.IsEmpty || rule.ByDay.Any(by => by.Day == day.DayOfWeek));
        return fits ? [day] : [];
    }

    private static IEnumerable<LocalDate> OfWeek(RecurrencePattern rule, LocalDate first, LocalDate start) =>
        Enumerable.Range(0, 7).Select(first.PlusDays)
            .Where(day => rule.ByDay.IsEmpty
                ? day.DayOfWeek == start.DayOfWeek
                : rule.ByDay.Any(by => by.Day == day.DayOfWeek))
            .Where(day => IsInMonth(rule, day));

    private static IEnumerable<LocalDate> OfMonth(RecurrencePattern rule, LocalDate first, LocalDate start) =>
        IsInMonth(rule, first) ? WithinMonth(rule, first, start) : [];

    private static IEnumerable<LocalDate> OfYear(RecurrencePattern rule, LocalDate first, LocalDate start)
    {
        if (!rule.ByMonth.IsEmpty)
            return rule.ByMonth.Distinct().Order()
                .SelectMany(month => WithinMonth(rule, new LocalDate(first.Year, month, 1), start));
        if (!rule.ByMonthDay.IsEmpty)
            return Enumerable.Range(1, 12)
                .SelectMany(month => WithinMonth(rule, new LocalDate(first.Year, month, 1), start));
        return rule.ByDay.IsEmpty
            ? Day(new LocalDate(first.Year, start.Month, 1), start.Day)
            : OfWeekDays(rule.ByDay, first, first.PlusYears(1).PlusDays(-1));
    }

    private static IEnumerable<LocalDate> WithinMonth(RecurrencePattern rule, LocalDate first, LocalDate start)
    {
        if (rule.ByMonthDay.IsEmpty)
            return rule.ByDay.IsEmpty
                ? Day(first, start.Day)
                : OfWeekDays(rule.ByDay, first, first.With(DateAdjusters.EndOfMonth));
        var days = OfMonthDays(rule.ByMonthDay, first);
        return rule.ByDay.IsEmpty
            ? days
            : days.Intersect(OfWeekDays(rule.ByDay, first, first.With(DateAdjusters.EndOfMonth)));
    }

    private static IEnumerable<LocalDate> Day(LocalDate first, int day) =>
        day <= first.Calendar.GetDaysInMonth(first.Year, first.Month) ? [first.PlusDays(day - 1)] : [];

    private static bool IsOneOf(ImmutableArray<int> days, LocalDate day) =>
        days.Contains(day.Day) || days.Contains(day.Day - 1 - day.Calendar.GetDaysInMonth(day.Year, day.Month));

    private static List<LocalDate> OfMonthDays(ImmutableArray<int> days, LocalDate month)
    {
        var length = month.Calendar.GetDaysInMonth(month.Year, month.Month);
        return
        [
            .. days.Select(day => day > 0 ? day : length + 1 + day).Where(day => day >= 1 && day <= length)
                .Distinct().Order().Select(day => new LocalDate(month.Year, month.Month, day)),
        ];
    }

    private static IEnumerable<LocalDate> OfWeekDays(ImmutableArray<WeekDay> days, LocalDate first, LocalDate last) =>
        days.SelectMany(day => OfWeekDay(day, first, last)).Distinct().Order();

    private static IEnumerable<LocalDate> OfWeekDay(WeekDay by, LocalDate first, LocalDate last)
    {
        var earliest = first.With(DateAdjusters.NextOrSame(by.Day));
        var count = (Period.DaysBetween(earliest, last) / 7) + 1;
        if (by.Offset == 0) return Enumerable.Range(0, count).Select(earliest.PlusWeeks);
        var index = by.Offset > 0 ? by.Offset - 1 : count + by.Offset;
        return index >= 0 && index < count ? [earliest.PlusWeeks(index)] : [];
    }

    private static IEnumerable<LocalDate> AtPositions(List<LocalDate> days, ImmutableArray<int> positions) =>
        positions.Select(position => position > 0 ? position - 1 : days.Count + position)
            .Where(index => index >= 0 && index < days.Count).Distinct().Order().Select(index => days[index]);

    private static bool IsInMonth(RecurrencePattern rule, LocalDate day) =>
        rule.ByMonth.IsEmpty || rule.ByMonth.Contains(day.Month);
}
