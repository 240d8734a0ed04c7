using System.Collections.Immutable;
using NodaTime;

namespace MeetingBot.Times;

/// <summary>
/// Reads dates with the month's name: <c>11 July</c>, <c>Friday, July 11th 2025</c>, <c>16-27 July</c>, <c>8 or 10
/// July</c>.
/// </summary>
internal static class DateReader
{
    public static Item? Read(TokenLine line, int at, Item? before) =>
        ReadDay(line, at, between: before is MarkItem { Mark: Mark.Between });

    /// <summary>A date, with the weekday before or behind it.</summary>
    /// <param name="between">"And" joins two ends.</param>
    public static DayItem? ReadDay(TokenLine line, int at, bool between = false)
    {
        var start = line.Skip(at, TermKind.On);
        start = line.Skip(start, TermKind.The) is var name && line.Term(name, TermKind.Weekday) is not null
            ? name
            : start;
        var weekday = line.Term(start, TermKind.Weekday) ?? Short(line, start);
        if (weekday is { } told) start = BehindWeekday(line, told.Next);
        start = line.Skip(start, TermKind.The);
        if ((DayFirst(line, start, between) ?? MonthFirst(line, start, between)) is not { } found) return null;
        if (weekday is not null) return found with { Day = With(found.Day, DateNumbers.Weekday(weekday.Value)) };
        var behind = line.SkipSign(line.SkipSign(found.End, ","), "(");
        return line.Term(behind, TermKind.Weekday) is { } last && found.Day is CalendarDay
            && !line.Glued(behind - 1) == behind > found.End
            && Ends(line, last.Next)
            ? new DayItem(With(found.Day, DateNumbers.Weekday(last)), last.Next)
            : found;
    }

    // "11 July, Tuesday 15 July" are two dates.
    private static bool Ends(TokenLine line, int at) =>
        line.Number(at) is null || line.Is(at + 1, ":") || line.Is(at + 1, ".");

    public static Found? Short(TokenLine line, int at) =>
        line.Term(at, TermKind.ShortWeekday) is { } found && char.IsUpper(line[at].Text[0])
        && line.Number(line.SkipSign(found.Next, ",")) is not null
        && line[line.SkipSign(found.Next, ",") + 1 is var next && line.Has(next) ? next : at].Key is "." or ":" or "uhr"
            ? found
            : null;

    /// <summary>Behind a weekday and what binds a date to it.</summary>
    public static int BehindWeekday(TokenLine line, int at)
    {
        at = line.SkipSign(line.SkipSign(line.SkipSign(at, "."), ","), "(");
        return line.Skip(line.Skip(at, TermKind.On), TermKind.The);
    }

    private static DayPart With(DayPart day, IsoDayOfWeek weekday) => day switch
    {
        CalendarDay date => date with { Weekday = weekday },
        DayRange { From: CalendarDay begin } range => range with { From = begin with { Weekday = weekday } },
        _ => day,
    };

    private static DayItem? DayFirst(TokenLine line, int at, bool between)
    {
        if (First(line, at) is not { } first) return null;
        var days = ImmutableArray.Create(first.Day);
        var (next, until) = (first.Next, false);
        while (More(line, next, between, out var isRange) is { } more && (days.Length == 1 || !until)
            && days.Length < 6)
        {
            days = days.Add(more.Day);
            (next, until) = (more.Next, isRange);
        }
        var month = line.SkipSign(next, "-") is var dash && dash > next && line.Glued(next)
            ? dash
            : line.Skip(next, TermKind.Of);
        var misspelt = MonthNames.Misspelt(line, month);
        if ((line.Term(month, TermKind.Month) ?? misspelt) is not { } name) return null;
        var year = DateNumbers.Year(line, name.Next) ?? DashedYear(line, name.Next, dash > next);
        return new DayItem(Days(days, name.Value, year?.Value, until), year?.Next ?? name.Next)
        {
            Doubtful = misspelt is not null,
        };
    }

    private static DateNumbers.DayNumber? First(TokenLine line, int at) =>
        DateNumbers.Day(line, at)
        ?? (line.Term(at, TermKind.Ordinal) is { Value: > 0 } word ? new(word.Value, true, word.Next) : null);

    private static DayItem? MonthFirst(TokenLine line, int at, bool between)
    {
        var misspelt = MonthNames.Misspelt(line, at);
        if ((line.Term(at, TermKind.Month) ?? misspelt) is not { } name) return null;
        var start = line.SkipSign(name.Next, "-") is var dash && dash > name.Next && line.Glued(name.Next)
            ? dash
            : line.Skip(name.Next, TermKind.The);
        if (DateNumbers.Day(line, start) is not { } first || IsClock(line, first.Next)) return null;
        var days = ImmutableArray.Create(first.Day);
        var (next, until) = (first.Next, false);
        if (More(line, next, between, out var isRange) is { } more && !IsClock(line, more.Next)
            && line.Term(more.Next, TermKind.Month) is null)
        {
            days = days.Add(more.Day);
            (next, until) = (more.Next, isRange);
        }
        var year = DateNumbers.Year(line, next);
        return new DayItem(Days(days, name.Value, year?.Value, until), year?.Next ?? next)
        {
            Doubtful = misspelt is not null,
        };
    }

    // A further day's number, behind "or" or, for a range, a dash.
    private static DateNumbers.DayNumber? More(TokenLine line, int at, bool between, out bool isRange)
    {
        var dash = line.Skip(line.SkipSign(at, "-"), TermKind.To);
        if (between && dash == at) dash = line.Skip(at, TermKind.And);
        isRange = dash > at;
        var next = isRange ? dash : line.Skip(line.SkipSign(at, ",/"), TermKind.Or, TermKind.And);
        return next > at ? DateNumbers.Day(line, line.Skip(next, TermKind.The)) : null;
    }

    private static DayPart Days(ImmutableArray<int> days, int month, int? year, bool until) => days.Length switch
    {
        1 => new CalendarDay(days[0], month, year),
        2 when until => new DayRange(new CalendarDay(days[0], month, year), new CalendarDay(days[1], month, year)),
        _ => new OneOfDays([.. days.Select(day => new CalendarDay(day, month, year))]),
    };

    // "11-Jul-25".
    private static Found? DashedYear(TokenLine line, int at, bool dashed) =>
        dashed && line.Is(at, "-") && line.Glued(at) && line.Glued(at + 1)
            && DateNumbers.ShortYear(line, at + 1) is { } year
            ? new Found(year, at + 2)
            : null;

    private static bool IsClock(TokenLine line, int at) =>
        (line.Is(at, ":") && line.Glued(at)) || (line.Is(at, ".") && line.Glued(at) && line.Sticks(at + 1))
        || (line.Term(at, TermKind.Half) ?? line.Term(at, TermKind.Hour)) is not null;
}
