namespace MeetingBot.Times;

/// <summary>Reads dates with the year first: <c>2025-07-11</c>, <c>2025-07-11T14:00Z</c>,
/// <c>20250711T140000Z</c>.</summary>
internal static class IsoReader
{
    public static Item? Read(TokenLine line, int at, Item? before) =>
        (Separated(line, at) as Item ?? Basic(line, at)) ?? Week(line, at);

    private static DayItem? Separated(TokenLine line, int at)
    {
        if (line.Number(at, 4, 4) is not { } year || !DateNumbers.IsYear(year)) return null;
        if (!line.Has(at + 4) || line[at + 1].Key is not ("-" or "/" or ".")
            || line[at + 3].Key != line[at + 1].Key) return null;
        for (var i = at + 1; i <= at + 4; i++) if (!line.Glued(i)) return null;
        if (line.Number(at + 2) is not { } month || line.Number(at + 4) is not { } day) return null;
        var end = at + 5;
        if (line.Is(end, "t") && line.Glued(end) && line.Number(end + 1) is not null && line.Glued(end + 1)) end++;
        return new DayItem(new CalendarDay(day, month, year), end) { Weak = line[at + 1].Key == "." };
    }

    private static Items? Basic(TokenLine line, int at)
    {
        if (line.Number(at, 8, 8) is not { } date || !line.Is(at + 1, "t") || !line.Sticks(at + 1)
            || !line.Glued(at + 2))
            return null;
        var time = line.Number(at + 2, 6, 6) / 100 ?? line.Number(at + 2, 4, 4);
        if (time is not { } clock || !DateNumbers.IsYear(date / 10_000)) return null;
        var end = at + 3;
        return new Items(
            [
                new DayItem(new CalendarDay(date % 100, date / 100 % 100, date / 10_000), end),
                new ClockItem(new(clock / 100, clock % 100, ClockStyle.Colon, DayHalf.None, end), null, end,
                    Told: true),
            ], end);
    }

    private static DayItem? Week(TokenLine line, int at) =>
        line.Number(at, 4, 4) is { } year && DateNumbers.IsYear(year) && line.Is(at + 1, "-") && line.Is(at + 2, "w")
        && line.Number(at + 3, 2, 2) is { } week && line.Glued(at + 1) && line.Glued(at + 2) && line.Glued(at + 3)
            ? new DayItem(new NumberedWeek(week, year), at + 4)
            : null;
}
