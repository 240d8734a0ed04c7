using NodaTime;

namespace MeetingBot.Times;

/// <summary>Reads days by number without a month: <c>Friday 11th</c>, <c>the 8th</c>, <c>the 8th of next
/// month</c>.</summary>
internal static class NumberedDayReader
{
    public static Item? Read(TokenLine line, int at, Item? before)
    {
        var start = line.Skip(at, TermKind.On);
        var name = line.Skip(start, TermKind.The);
        var weekday = line.Term(name, TermKind.Weekday) ?? DateReader.Short(line, name);
        var day = weekday is { } word ? DateReader.BehindWeekday(line, word.Next) : line.Skip(start, TermKind.The);
        if (DateNumbers.Day(line, day) is not { } number) return null;
        var told = number.IsOrdinal || (weekday is null ? IsPointed(line, at, day) : IsAlone(line, number.Next));
        if (!told) return null;
        // "Tuesday 4 or 5pm" and "Tuesday 9 in the morning" tell times.
        if (weekday is not null && !number.IsOrdinal && IsHour(line, day)) return null;
        // "The 8th meeting" and "Friday 11 people" count something else.
        if (IsCounted(line, number.Next)) return null;
        var named = weekday is { } found ? DateNumbers.Weekday(found) : (IsoDayOfWeek?)null;
        if (named is null && OfMonth(line, number) is { } of) return of;
        return new DayItem(new NumberedDay(number.Day, named), number.Next);
    }

    private static DayItem? OfMonth(TokenLine line, DateNumbers.DayNumber number)
    {
        var of = line.Skip(number.Next, TermKind.Of);
        return of > number.Next && MonthNames.Relative(line, of) is { } month
            ? new DayItem(new DayOfMonth(number.Day, month.Month), month.Next)
            : null;
    }

    private static bool IsHour(TokenLine line, int at) => ClockReader.Choice(line, at, told: false) is not null
        || (line.Term(at + 1, TermKind.PartOfDay) is { } part && part.Next > at + 2 && !line.Is(at + 1, "le"));

    // "le 8 à 15h", "den 8", "the 8".
    private static bool IsPointed(TokenLine line, int at, int day) => day > at
        && (IsAlone(line, day + 1) || line.Term(day + 1, TermKind.At) is not null);

    private static bool IsAlone(TokenLine line, int at)
    {
        if (!line.Has(at) || (line.Is(at, ".") && !line.Has(at + 1))) return true;
        // "Monday 14 - Friday 18 July", but "Thursday 3 - 4 pm".
        var until = line.Skip(line.SkipSign(at, "->"), TermKind.To);
        if (until > at) return line.Term(until, TermKind.Weekday) is not null;
        return line[at].Kind is not TokenKind.Number && !(line.Glued(at) && line[at].Key is ":" or "." or "/" or "%")
            && (line.Term(at, TermKind.Half) ?? line.Term(at, TermKind.Hour) ?? line.Term(at, TermKind.Unit)) is null;
    }

    private static bool IsCounted(TokenLine line, int at) => line.Has(at) && line[at].Kind is TokenKind.Word
        && (line.Known(at) is null || line.Term(at, TermKind.NoDate) is not null
            || (line.Term(at, TermKind.Unit) is not null && line.Term(at, TermKind.Hour) is null));
}
