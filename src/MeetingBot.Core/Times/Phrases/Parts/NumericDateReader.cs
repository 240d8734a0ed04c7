namespace MeetingBot.Times;

/// <summary>Reads dates of numbers alone: <c>11/7/25</c>, <c>11.07.2025</c>, <c>11.7.</c>, <c>11-07-2025</c>.</summary>
internal static class NumericDateReader
{
    public static Item? Read(TokenLine line, int at, Item? before)
    {
        var start = line.Skip(at, TermKind.On);
        if (line.Number(start) is not { } first || !line.Glued(start + 1)
            || line.Number(start + 2) is not { } second) return null;
        var spaced = !line.Glued(start + 2);
        var sign = line[start + 1].Key;
        if (sign is not ("/" or "." or "-") || (spaced && sign != ".")) return null;
        return WithYear(line, start, sign, first, second) ?? (spaced ? null : sign switch
        {
            "/" => Slashed(line, start, first, second, told: start > at || before is DayItem),
            "." => Dotted(line, start, first, second, told: start > at),
            _ => null,
        });
    }

    private static DayItem? WithYear(TokenLine line, int at, string sign, int first, int second)
    {
        if (!line.Is(at + 3, sign) || !line.Glued(at + 3)) return null;
        if (!line.Glued(at + 4) && (sign != "." || line.Number(at + 4, 4, 4) is null)) return null;
        if (DateNumbers.ShortYear(line, at + 4) is not { } year) return null;
        var whole = line.Number(at + 4, 4, 4) is not null;
        if (sign == "-" && !whole) return null;
        // "2.4.87" and "45/99/12" are no dates.
        if (!whole && !IsPlausible(first, second) && !(sign == "/" && IsNoMonth(first) && IsNoMonth(second)))
            return null;
        return new DayItem(sign == "." ? new CalendarDay(first, second, year) : new SlashedDay(first, second, year),
            at + 5)
        {
            Weak = !whole && sign == ".",
        };
    }

    private static DayItem? Slashed(TokenLine line, int at, int first, int second, bool told)
    {
        if (line.Is(at + 3, "/") && line.Glued(at + 3)) return null;
        return IsPlausible(first, second) && (first, second) is not (24, 7)
            ? new DayItem(new SlashedDay(first, second, null), at + 3) { Weak = !told }
            : null;
    }

    // Without a year a date ends in a full stop or follows "on"; else it may be a time, which the clock's reader takes.
    private static DayItem? Dotted(TokenLine line, int at, int first, int second, bool told)
    {
        var closed = line.Is(at + 3, ".") && line.Glued(at + 3) && !line.Sticks(at + 4);
        if (!closed && !(told && line.Number(at + 2, 2, 2) is not null)) return null;
        return IsPlausible(first, second)
            ? new DayItem(new CalendarDay(first, second), closed ? at + 4 : at + 3) { Weak = !told }
            : null;
    }

    // "13/13/25" is meant as a date.
    private static bool IsNoMonth(int number) => number is > 12 and <= 31;

    private static bool IsPlausible(int first, int second) =>
        first is >= 1 and <= 31 && second is >= 1 and <= 31 && (first <= 12 || second <= 12);
}
