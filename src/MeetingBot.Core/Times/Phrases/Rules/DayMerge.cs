namespace MeetingBot.Times;

/// <summary>Joins days that stand beside each other: a weekday tells of a date what day it should be.</summary>
internal static class DayMerge
{
    public static DayPart Join(DayPart one, DayPart other) =>
        Weekday(one, other) ?? Weekday(other, one) ?? Ranges(one, other) ?? Ranges(other, one) ?? InWeek(one, other)
            ?? InWeek(other, one)
        ?? (one is WeekdayDay && other is WeekdayDay && one != other ? OneOf(one, other) : new SameDay(one, other));

    public static DayPart OneOf(DayPart one, DayPart other) =>
        one is OneOfDays many ? new OneOfDays(many.Days.Add(other)) : new OneOfDays([Completed(one, other), other]);

    /// <summary>"Tuesday 8 or Thursday 10 July" tells the month once.</summary>
    public static DayPart Completed(DayPart one, DayPart other) => (one, other) switch
    {
        (NumberedDay day, CalendarDay date) => new CalendarDay(day.Day, date.Month, date.Year, day.Weekday),
        (CalendarDay { Year: null } day, CalendarDay { Year: not null } date) => day with { Year = date.Year },
        _ => one,
    };

    private static DayPart? Weekday(DayPart day, DayPart date) => (day, date) switch
    {
        (WeekdayDay name, CalendarDay { Weekday: null } told) => told with { Weekday = name.Weekday },
        (WeekdayDay name, SlashedDay { Weekday: null } told) => told with { Weekday = name.Weekday },
        (WeekdayDay name, NumberedDay { Weekday: null } told) => told with { Weekday = name.Weekday },
        _ => null,
    };

    /// <summary>In "Mon-Fri 14-18 July" the second weekday is the last day's.</summary>
    public static DayPart Range(DayPart from, DayPart to) => (from, to) switch
    {
        (WeekdayDay first, DayRange { From: CalendarDay { Weekday: { } last } begin, To: CalendarDay end }) =>
            new DayRange(begin with { Weekday = first.Weekday }, end with { Weekday = last }),
        _ => new DayRange(from, to),
    };

    // "Mon-Wed, 14-16 July".
    private static DayRange? Ranges(DayPart days, DayPart dates) => (days, dates) switch
    {
        (DayRange { From: WeekdayDay, To: WeekdayDay } names, DayRange { From: CalendarDay, To: CalendarDay } told) =>
            new DayRange(Join(names.From, told.From), Join(names.To, told.To)),
        _ => null,
    };

    private static WeekdayDay? InWeek(DayPart week, DayPart day) => (week, day) switch
    {
        (PeriodDays { Unit: SpanUnit.Week, Ahead: 0 }, WeekdayDay name) => name with { Which = WhichWeekday.This },
        (PeriodDays { Unit: SpanUnit.Week, Ahead: > 0 } period, WeekdayDay name) =>
            name with { Which = WhichWeekday.OfNextWeek, WeeksLater = period.Ahead - 1 },
        _ => null,
    };
}
