namespace MeetingBot.Times;

/// <summary>
/// Reads weekdays: <c>Friday</c>, <c>next Friday</c>, <c>Tuesday week</c>, <c>Tuesday next week</c>, <c>first Tuesday
/// of August</c>, <c>Fridays</c>.
/// </summary>
internal static class WeekdayReader
{
    public static Item? Read(TokenLine line, int at, Item? before)
    {
        var start = line.Skip(at, TermKind.On);
        return Nth(line, start) ?? OfWeek(line, start) ?? Plural(line, start) as Item ?? Named(line, start);
    }

    private static Items? Plural(TokenLine line, int at) => line.Term(at, TermKind.Weekdays) is { } days
        ? new Items(
            [new MarkItem(Mark.Recurring, days.Next),
                new DayItem(new WeekdayDay(DateNumbers.Weekday(days), WhichWeekday.Bare), days.Next)],
            days.Next)
        : null;

    private static DayItem? Named(TokenLine line, int at)
    {
        var start = line.Skip(at, TermKind.The);
        var (which, name) = Prefix(line, start);
        if ((line.Term(name, TermKind.Weekday) ?? DateReader.Short(line, name)) is not { } found) return null;
        var day = new WeekdayDay(DateNumbers.Weekday(found), which);
        return Behind(line, day, found.Next) ?? new DayItem(day, found.Next) { Weak = IsWord(line, name, found) };
    }

    private static (WhichWeekday, int) Prefix(TokenLine line, int at)
    {
        if (line.Term(at, TermKind.Coming) is { } coming) return (WhichWeekday.Coming, coming.Next);
        if (line.Term(at, TermKind.Next) is { } next) return (WhichWeekday.Next, next.Next);
        if (line.Term(at, TermKind.This) is { } current) return (WhichWeekday.This, current.Next);
        return line.Term(at, TermKind.Last) is { } last ? (WhichWeekday.Past, last.Next) : (WhichWeekday.Bare, at);
    }

    // What stands behind the name: "week", "next week", "of next week", "prochain".
    private static DayItem? Behind(TokenLine line, WeekdayDay day, int at)
    {
        if (line.Term(at, TermKind.WeeksLater) is { } later && line.Number(later.Next) is null)
            return new DayItem(day with { WeeksLater = later.Value }, later.Next);
        // "Tuesday after next".
        if (line.Is(at, "after") && line.Is(at + 1, "next") && line.Known(at) is { } after && after.Next == at + 1
            && line.Term(at + 2, TermKind.Unit) is null && line.Term(at + 2, TermKind.Weekday) is null)
            return new DayItem(day with { Which = WhichWeekday.Next, WeeksLater = 1 }, at + 2);
        var of = line.Skip(line.Skip(line.SkipSign(at, ","), TermKind.Of), TermKind.The);
        if (Week(line, of) is { } week)
            return new DayItem(week.Value == 0
                ? day with { Which = WhichWeekday.This }
                : day with { Which = WhichWeekday.OfNextWeek, WeeksLater = week.Value - 1 }, week.Next);
        return day.Which is WhichWeekday.Bare && line.Term(at, TermKind.Next) is { } next
            && line.Term(next.Next, TermKind.Weekday) is null && line.Term(next.Next, TermKind.Unit) is null
            ? new DayItem(day with { Which = WhichWeekday.Next }, next.Next)
            : null;
    }

    // This week 0, the next 1, the one after that 2.
    private static Found? Week(TokenLine line, int at)
    {
        if (line.Term(at, TermKind.AfterNext) is { } after) return new(2, after.Next);
        var ahead = line.Term(at, TermKind.Next) is not null ? 1 : 0;
        var unit = line.Skip(at, TermKind.Next, TermKind.This);
        if (line.Term(unit, TermKind.Unit) is not { Value: (int)SpanUnit.Week } week) return null;
        if (unit > at) return new(ahead, week.Next);
        return line.Term(week.Next, TermKind.Next) is { } behind ? new(1, behind.Next) : null;
    }

    // "Next week on Tuesday".
    private static DayItem? OfWeek(TokenLine line, int at)
    {
        if (Week(line, line.Skip(at, TermKind.The)) is not { } week) return null;
        var name = line.Skip(line.SkipSign(week.Next, ",("), TermKind.On);
        return line.Term(name, TermKind.Weekday) is { } found && line.Number(found.Next) is null
            ? new DayItem(week.Value == 0
                ? new WeekdayDay(DateNumbers.Weekday(found), WhichWeekday.This)
                : new WeekdayDay(DateNumbers.Weekday(found), WhichWeekday.OfNextWeek, week.Value - 1), found.Next)
            : null;
    }

    private static Item? Nth(TokenLine line, int at)
    {
        var start = line.Skip(at, TermKind.The);
        var nth = line.Term(start, TermKind.Ordinal)
            ?? (DateNumbers.Day(line, start) is { IsOrdinal: true, Day: <= 5 } number
                ? new Found(number.Day, number.Next) : null);
        if (nth is not { } count || line.Term(count.Next, TermKind.Weekday) is not { } day) return null;
        var weekday = DateNumbers.Weekday(day);
        var of = line.Skip(day.Next, TermKind.Of, TermKind.In);
        var every = line.Term(of, TermKind.Every) is not null;
        if (of > day.Next && MonthNames.Read(line, of) is { } month)
            return every
                ? new Items([new MarkItem(Mark.Recurring, month.Next),
                    new DayItem(new NthWeekday(count.Value, weekday, null), month.Next)], month.Next)
                : new DayItem(new NthWeekday(count.Value, weekday, Recurs(month.Month)), month.Next);
        // "Last Friday" was; "second Friday" comes.
        return count.Value > 0 ? new DayItem(new NthWeekday(count.Value, weekday, null), day.Next) : null;
    }

    // Of "the month": of this one, or of the next where it has passed.
    private static MonthName? Recurs(MonthName month) => month is { Month: null, Ahead: 0 } ? null : month;

    // "Sat" and "sun" in small letters are words besides.
    private static bool IsWord(TokenLine line, int at, Found found) =>
        found.Next == at + 1
        && line[at] is { Text: "sat" or "sun" or "wed" or "mon" or "mer" or "sam" or "ven" or "mar" };
}
