using NodaTime;

namespace MeetingBot.Times;

/// <summary>Numbers of days and years as they are written in a date.</summary>
internal static class DateNumbers
{
    /// <summary>A day's number: <c>11</c>, <c>11th</c>, <c>11.</c>, <c>1er</c>.</summary>
    /// <param name="IsOrdinal">Its ending says that it is one of a row.</param>
    public readonly record struct DayNumber(int Day, bool IsOrdinal, int Next);

    public static DayNumber? Day(TokenLine line, int at)
    {
        if (line.Number(at) is not { } day) return null;
        var next = at + 1;
        if (line.Glued(next) && line.Term(next, TermKind.OrdinalEnding) is { } ending && !line.Sticks(ending.Next))
            return new(day, true, ending.Next);
        if (line.Is(next, ".") && line.Glued(next) && !line.Sticks(next + 1) && line.Has(next + 1))
            return new(day, true, next + 1);
        return new(day, false, next);
    }

    /// <summary>A year behind a date, with the comma before it: <c>, 2025</c>, <c>'25</c>.</summary>
    public static Found? Year(TokenLine line, int at)
    {
        var start = line.SkipSign(at, ",");
        if (line.Is(start, "'") && line.Glued(start + 1) && line.Number(start + 1, 2, 2) is { } two)
            return new(2000 + two, start + 2);
        return line.Number(start, 4, 4) is { } year && IsYear(year) && !IsTime(line, start)
            ? new(year, start + 1)
            : null;
    }

    public static bool IsYear(int number) => number is >= 1900 and < 2200;

    /// <summary>A year of two or four digits between signs, or null.</summary>
    public static int? ShortYear(TokenLine line, int at) =>
        line.Number(at, 2, 2) is { } two ? 2000 + two : line.Number(at, 4, 4) is { } four && IsYear(four) ? four : null;

    // "8 July 2030 CEST" tells a time.
    private static bool IsTime(TokenLine line, int at) =>
        (line.Glued(at + 1) && line.Is(at + 1, ":"))
        || ZoneReader.Read(line, at + 1, new ClockItem(new(0, 0, ClockStyle.Compact, DayHalf.None, at + 1), null,
            at + 1)) is not null;

    public static IsoDayOfWeek Weekday(Found found) => (IsoDayOfWeek)found.Value;
}
