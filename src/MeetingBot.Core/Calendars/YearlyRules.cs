using NodaTime;

namespace MeetingBot.Calendars;

/// <summary>Finds the yearly rules by which clocks are changed.</summary>
internal static class YearlyRules
{
    /// <summary>
    /// The first year from which the same changes come every year, in the same months at the same times; null when they
    /// do not even in the last of the years.
    /// </summary>
    public static int? SteadyFrom(List<ClockChange> changes, int from, int until)
    {
        var last = ShapesOf(changes, until);
        int? steady = null;
        for (var year = until; year >= from && ShapesOf(changes, year).SequenceEqual(last); year--) steady = year;
        // A few years alike are chance: the Ramadan wanders slowly.
        return steady <= until - 12 ? steady : null;
    }

    /// <summary>The rules, one a change of the year; null where the days follow none that can be written.</summary>
    public static List<YearlyRule>? Of(List<ClockChange> changes)
    {
        var rules = changes.GroupBy(change => change.Shape)
            .Select(same => Rule([.. same]) is { } rule ? new YearlyRule(same.First(), rule) : null)
            .ToList();
        return rules.Contains(null) ? null : [.. rules.OfType<YearlyRule>()];
    }

    private static IEnumerable<object> ShapesOf(List<ClockChange> changes, int year) =>
        changes.Where(change => change.Year == year).Select(change => (object)change.Shape);

    private static RecurrencePattern? Rule(List<ClockChange> same)
    {
        var days = same.ConvertAll(change => change.At.Date);
        var rule = new RecurrencePattern(FrequencyType.Yearly) { ByMonth = [days[0].Month] };
        if (days.TrueForAll(day => day.Day == days[0].Day)) return rule with { ByMonthDay = [days[0].Day] };
        var weekday = days[0].DayOfWeek;
        if (!days.TrueForAll(day => day.DayOfWeek == weekday)) return null;
        if (days.TrueForAll(day => day.Day + 7 > day.Calendar.GetDaysInMonth(day.Year, day.Month)))
            return rule with { ByDay = [new WeekDay(weekday, -1)] };
        var (least, most) = (days.Min(day => day.Day), days.Max(day => day.Day));
        if (most - least > 6) return null;
        return (least - 1) / 7 == (most - 1) / 7
            ? rule with { ByDay = [new WeekDay(weekday, ((least - 1) / 7) + 1)] }
            : rule with { ByDay = [new WeekDay(weekday)], ByMonthDay = [.. Enumerable.Range(least, most - least + 1)] };
    }
}

/// <summary>A change of clocks that comes every year.</summary>
internal sealed record YearlyRule(ClockChange Change, RecurrencePattern Rule)
{
    /// <summary>The rule, beginning in that year.</summary>
    public Observance In(int year)
    {
        var first = new LocalDate(year, 1, 1);
        var day = RecurrencePeriod.Days(Rule, first, first).First();
        return new Observance(
            Change.IsDaylight, Change.Name, Change.From, Change.To, day + Change.At.TimeOfDay, Rule);
    }
}
