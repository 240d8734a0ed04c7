namespace MeetingBot.Times;

/// <summary>
/// Reads periods: <c>next week</c>, <c>end of month</c>, <c>early May</c>, <c>September/October</c>, <c>Q3 2025</c>,
/// <c>week of 14 July</c>, <c>week 29</c>; and today and tomorrow.
/// </summary>
internal static class PeriodReader
{
    public static Item? Read(TokenLine line, int at, Item? before) => Relative(line, at, before)
        ?? WeekOf(line, at) ?? End(line, at) ?? Part(line, at) ?? NthDay(line, at) ?? Slice(line, at)
        ?? Quarter(line, at) ?? Unit(line, at) ?? Months(line, at)
        ?? Week(line, at) ?? Year(line, at);

    // "Dienstag morgen" is a morning.
    private static DayItem? Relative(TokenLine line, int at, Item? before)
    {
        if (line.Term(at, TermKind.Day) is not { } day
            || (line.Is(at, "morgen") && before is DayItem { Day: WeekdayDay })) return null;
        // "Tomorrow week".
        return line.Term(day.Next, TermKind.WeeksLater) is { } later && line.Number(later.Next) is null
            ? new DayItem(new SpanDay(later.Value, SpanUnit.Week, new RelativeDay(day.Value)), later.Next)
            : new DayItem(new RelativeDay(day.Value), day.Next);
    }

    private static DayItem? WeekOf(TokenLine line, int at)
    {
        if (line.Term(at, TermKind.WeekOf) is not { } week) return null;
        var start = line.Skip(line.Skip(week.Next, TermKind.On), TermKind.The);
        var day = IsoReader.Read(line, start, null) ?? NumericDateReader.Read(line, start, null)
            ?? DateReader.ReadDay(line, start);
        if (day is DayItem found) return new DayItem(new WeekOfDay(found.Day), found.End);
        return DateNumbers.Day(line, start) is { } number
            ? new DayItem(new WeekOfDay(new NumberedDay(number.Day)), number.Next)
            : null;
    }

    private static DayItem? End(TokenLine line, int at)
    {
        if (line.Term(at, TermKind.EndOfUnit) is { } word)
            return new DayItem(EndOf((SpanUnit)word.Value, 0), word.Next);
        if (line.Term(at, TermKind.End) is not { } end) return null;
        var start = line.Skip(end.Next, TermKind.The);
        if (Quarter(line, start) is { } quarter) return new DayItem(new EndOfPeriod(quarter.Day), quarter.End);
        if (UnitAt(line, start, alone: true) is { } unit) return new DayItem(EndOf(unit.Unit, unit.Ahead), unit.Next);
        if (MonthNames.Named(line, start) is { } month)
            return new DayItem(new EndOfPeriod(new MonthDays(month.Month)), month.Next);
        return line.Number(start, 4, 4) is { } year && DateNumbers.IsYear(year)
            ? new DayItem(new EndOfPeriod(new YearDays(year)), start + 1)
            : null;
    }

    private static DayPart EndOf(SpanUnit unit, int ahead) => unit is SpanUnit.Day
        ? new RelativeDay(ahead)
        : new EndOfPeriod(new PeriodDays(unit, ahead), Week: unit is SpanUnit.Week);

    private static DayItem? Part(TokenLine line, int at)
    {
        if (line.Term(at, TermKind.MonthPart) is not { } part) return null;
        var start = line.Skip(line.SkipSign(part.Next, "-"), TermKind.In, TermKind.Of);
        if (MonthNames.Read(line, start) is { } month)
            return new DayItem(new MonthDays(month.Month, (MonthPart)part.Value), month.Next);
        if (UnitAt(line, line.Skip(start, TermKind.The), alone: true) is { } unit)
            return new DayItem(new Vague(new PeriodDays(unit.Unit, unit.Ahead)), unit.Next);
        return line.Number(start, 4, 4) is { } year && DateNumbers.IsYear(year)
            ? new DayItem(new YearDays(year, Vague: true), start + 1)
            : null;
    }

    // "The first working day of July", "last day of the month".
    private static DayItem? NthDay(TokenLine line, int at)
    {
        var start = line.Skip(at, TermKind.The);
        var nth = line.Term(start, TermKind.Ordinal)
            ?? (DateNumbers.Day(line, start) is { IsOrdinal: true } number ? new Found(number.Day, number.Next) : null);
        if (nth is not { } count || line.Term(count.Next, TermKind.Unit) is not { } unit
            || (SpanUnit)unit.Value is not (SpanUnit.Day or SpanUnit.WorkingDay)) return null;
        var of = line.Skip(unit.Next, TermKind.Of, TermKind.In);
        if (of == unit.Next || Period(line, of) is not { } period) return null;
        var working = (SpanUnit)unit.Value is SpanUnit.WorkingDay;
        return new DayItem(!working && count.Value < 0 && period.Day is PeriodDays { Unit: SpanUnit.Week }
            ? new EndOfPeriod(period.Day, Week: true)
            : new NthDay(count.Value, working, period.Day), period.End);
    }

    private static DayItem? Period(TokenLine line, int at)
    {
        var start = line.Skip(at, TermKind.The);
        if (Quarter(line, start) is { } quarter) return quarter;
        if (MonthNames.Named(line, start) is { } month) return new DayItem(new MonthDays(month.Month), month.Next);
        return UnitAt(line, start, alone: true) is { Unit: not SpanUnit.Day } unit
            ? new DayItem(new PeriodDays(unit.Unit, unit.Ahead), unit.Next)
            : null;
    }

    // "The first week of August", "second half of July".
    private static DayItem? Slice(TokenLine line, int at)
    {
        var start = line.Skip(at, TermKind.The);
        var nth = line.Term(start, TermKind.Ordinal)
            ?? (DateNumbers.Day(line, start) is { IsOrdinal: true } number ? new Found(number.Day, number.Next) : null);
        if (nth is not { } count) return null;
        var half = line.Term(count.Next, TermKind.HalfOf);
        if ((half ?? line.Term(count.Next, TermKind.Unit)) is not { } unit) return null;
        if (half is null && unit.Value != (int)SpanUnit.Week) return null;
        var of = line.Skip(unit.Next, TermKind.Of, TermKind.In);
        return of > unit.Next && MonthNames.Read(line, of) is { } month
            ? new DayItem(new MonthSlice(count.Value, half is not null, month.Month), month.Next)
            : null;
    }

    private static DayItem? Unit(TokenLine line, int at) =>
        UnitAt(line, line.Skip(at, TermKind.The), alone: false) is { Unit: not SpanUnit.Day } unit
            ? new DayItem(new PeriodDays(unit.Unit, unit.Ahead), unit.Next)
            : null;

    private readonly record struct FoundUnit(SpanUnit Unit, int Ahead, int Next);

    /// <summary><c>next week</c>, <c>semaine prochaine</c>; where it may stand alone, also <c>week</c>.</summary>
    private static FoundUnit? UnitAt(TokenLine line, int at, bool alone)
    {
        if (line.Term(at, TermKind.AfterNext) is { } after) return new(SpanUnit.Week, 2, after.Next);
        var next = line.Term(at, TermKind.Next);
        var last = line.Term(at, TermKind.Last);
        var start = line.Skip(at, TermKind.Next, TermKind.This, TermKind.Coming, TermKind.Last);
        if (line.Term(start, TermKind.Unit) is not { } found
            || (SpanUnit)found.Value is var unit && unit is SpanUnit.Minute or SpanUnit.Hour or SpanUnit.WorkingDay)
            return null;
        if (start > at) return new(unit, next is not null ? 1 : last is not null ? -1 : 0, found.Next);
        if (line.Term(found.Next, TermKind.Next) is { } behind && line.Term(behind.Next, TermKind.Weekday) is null)
            return new(unit, 1, behind.Next);
        if (line.Term(found.Next, TermKind.Last) is { } past) return new(unit, -1, past.Next);
        return alone || unit is SpanUnit.Weekend ? new(unit, 0, found.Next) : null;
    }

    private static DayItem? Months(TokenLine line, int at)
    {
        if (MonthNames.Named(line, line.Skip(at, TermKind.From, TermKind.In)) is not { } first) return null;
        var next = line.Skip(line.SkipSign(first.Next, "/-"), TermKind.To);
        if (next > first.Next && MonthNames.Named(line, next) is { } last && line.Number(last.Next) is null)
            return new DayItem(new MonthDays(first.Month, MonthPart.Whole, last.Month), last.Next);
        // "July and August" are one time, "July and October" two.
        next = line.Skip(first.Next, TermKind.And);
        if (next > first.Next && MonthNames.Named(line, next) is { } second && line.Number(second.Next) is null
            && second.Month.Month == (first.Month.Month % 12) + 1 && first.Month.Year is null)
            return new DayItem(new MonthDays(first.Month, MonthPart.Whole, second.Month), second.Next);
        return first.Month.Month is not null && line.Term(at, TermKind.From) is null
            ? new DayItem(new MonthDays(first.Month), first.Next) { Weak = IsWord(line, at, first.Next) }
            : null;
    }

    // "May" and "march" are words besides.
    private static bool IsWord(TokenLine line, int at, int next) =>
        next == at + 1 && line[at].Key is "may" or "march" or "mars" or "mar" or "dec";

    private static DayItem? Quarter(TokenLine line, int at)
    {
        if (line.Number(at, 4, 4) is { } year && DateNumbers.IsYear(year)
            && Bare(line, line.SkipSign(at + 1, "-/")) is { } behind)
            return new DayItem(new QuarterDays(behind.Value, year), behind.Next);
        var named = line.Skip(at, TermKind.In);
        if ((Bare(line, named) ?? Worded(line, named)) is not { } quarter) return null;
        var sign = line.Skip(line.SkipSign(quarter.Next, "/-"), TermKind.Of);
        return DateNumbers.Year(line, sign) is { } told
            ? new DayItem(new QuarterDays(quarter.Value, told.Value), told.Next)
            : new DayItem(new QuarterDays(quarter.Value, null),
                quarter.Next) { Weak = named == at && Bare(line, at) is not null };
    }

    private static Found? Bare(TokenLine line, int at) =>
        line.Term(at, TermKind.Quarter) is { } letter && line.Number(letter.Next, 1) is { } number and >= 1 and <= 4
        && (line.Glued(letter.Next) || line[at].Text.Length > 1)
            ? new Found(number, letter.Next + 1)
            : null;

    // "The third quarter", "3. Quartal".
    private static Found? Worded(TokenLine line, int at)
    {
        var start = line.Skip(at, TermKind.The);
        var nth = line.Term(start, TermKind.Ordinal) is { Value: > 0 and <= 4 } word
            ? word
            : DateNumbers.Day(line, start) is { IsOrdinal: true, Day: <= 4 } number ? new Found(number.Day, number.Next)
                : (Found?)null;
        return nth is { } found && line.Term(found.Next, TermKind.Unit) is { Value: (int)SpanUnit.Quarter } unit
            ? new Found(found.Value, unit.Next)
            : null;
    }

    private static DayItem? Week(TokenLine line, int at)
    {
        if (line.Term(line.Skip(at, TermKind.The), TermKind.WeekNumber) is not { } week) return null;
        if (line.Number(week.Next) is not { } number || (line.Is(week.Next - 1, "w") && !line.Glued(week.Next)))
            return null;
        var year = DateNumbers.Year(line, line.SkipSign(week.Next + 1, "/"))
            ?? DateNumbers.Year(line, line.Skip(week.Next + 1, TermKind.Of));
        return new DayItem(new NumberedWeek(number, year?.Value), year?.Next ?? week.Next + 1)
        {
            Weak = line.Is(week.Next - 1, "w"),
        };
    }

    private static DayItem? Year(TokenLine line, int at) =>
        line.Skip(at, TermKind.In) is var start && start > at && line.Number(start, 4, 4) is { } year
            && DateNumbers.IsYear(year)
            ? new DayItem(new YearDays(year), start + 1)
            : null;
}
