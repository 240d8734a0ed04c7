using System.Globalization;
using NodaTime;

namespace MeetingBot.Calendars;

/// <summary>A rule as people say it.</summary>
public static class RecurrenceWords
{
    private static readonly string[] Ordinals = ["", "", "second", "third", "fourth", "fifth", "sixth"];

    /// <summary>
    /// <c>every Tuesday</c>, <c>every second week on Tuesday</c>, <c>on the last Friday of every month</c>.
    /// </summary>
    public static string Of(RecurrencePattern rule, CalDateTime start) => rule.Frequency switch
    {
        FrequencyType.Daily => Every(rule.Interval, "day"),
        FrequencyType.Weekly when rule.Interval == 1 && IsWorkweek(rule) => "every working day",
        FrequencyType.Weekly when rule.Interval == 1 => "every " + Days(rule, start),
        FrequencyType.Weekly => $"{Every(rule.Interval, "week")} on {Days(rule, start)}",
        FrequencyType.Monthly => $"on the {DayOfMonth(rule, start)} of {Every(rule.Interval, "month")}",
        _ => Every(rule.Interval, "year"),
    };

    private static string Every(int interval, string what) => interval switch
    {
        1 => "every " + what,
        < 7 => $"every {Ordinals[interval]} {what}",
        _ => string.Create(CultureInfo.InvariantCulture, $"every {interval} {what}s"),
    };

    private static bool IsWorkweek(RecurrencePattern rule) =>
        rule.ByDay.Length == 5 && rule.ByDay.All(day => day.Day <= IsoDayOfWeek.Friday);

    private static string Days(RecurrencePattern rule, CalDateTime start) => rule.ByDay.IsEmpty
        ? start.Date.DayOfWeek.ToString()
        : Join([.. rule.ByDay.Select(day => day.Day.ToString())]);

    private static string DayOfMonth(RecurrencePattern rule, CalDateTime start) => rule switch
    {
        { ByDay: [var day, ..] } => day.Offset switch
        {
            -1 => $"last {day.Day}",
            1 => $"first {day.Day}",
            > 1 and < 6 => $"{Ordinals[day.Offset]} {day.Day}",
            _ => day.Day.ToString(),
        },
        { ByMonthDay: [-1, ..] } => "last day",
        { ByMonthDay: [var number, ..] } => Ordinal(number),
        _ => Ordinal(start.Date.Day),
    };

    private static string Ordinal(int number) => number.ToString(CultureInfo.InvariantCulture) + (number switch
    {
        11 or 12 or 13 => "th",
        _ when number % 10 == 1 => "st",
        _ when number % 10 == 2 => "nd",
        _ when number % 10 == 3 => "rd",
        _ => "th",
    });

    private static string Join(string[] days) => days.Length == 1
        ? days[0]
        : string.Join(", ", days[..^1]) + " and " + days[^1];
}
