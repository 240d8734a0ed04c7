namespace MeetingBot.Times;

/// <summary>
/// Reads one time of day: <c>16:00</c>, <c>4 pm</c>, <c>16h30</c>, <c>1600</c>, <c>noon</c>, <c>half past four</c>.
/// </summary>
internal static class ClockPoints
{
    /// <summary>The time that begins there, or null. A number alone is one too; whether it may be, its neighbours
    /// tell.</summary>
    public static ClockPoint? Read(TokenLine line, int at)
    {
        if (line.Term(at, TermKind.Noon) is { } noon) return new(12, 0, ClockStyle.Noon, DayHalf.None, noon.Next);
        if (line.Term(at, TermKind.Midnight) is { } night)
            return new(0, 0, ClockStyle.Midnight, DayHalf.None, night.Next);
        return Spoken(line, at) ?? Written(line, at);
    }

    // "half past four", "Viertel vor vier", "halb vier".
    private static ClockPoint? Spoken(TokenLine line, int at)
    {
        if (line.Term(at, TermKind.Minutes) is not { } minutes || Hour(line, minutes.Next) is not { } hour) return null;
        var (h, m) = minutes.Value < 0 ? ((hour.Value + 11) % 12, 60 + minutes.Value) : (hour.Value, minutes.Value);
        return WithHalf(line, new(h == 0 ? 12 : h, m, ClockStyle.Spoken, DayHalf.None,
            line.Skip(hour.Next, TermKind.Hour)));
    }

    private static Found? Hour(TokenLine line, int at) => line.Number(at) is { } number
        ? new Found(number, at + 1)
        : line.Term(at, TermKind.Count) is { Value: <= 12 } word ? word : null;

    private static ClockPoint? Written(TokenLine line, int at)
    {
        if (line.Number(at, 4, 4) is { } four) return Compact(line, at, four);
        if (line.Number(at) is { } hour)
            return Minutes(line, at, hour, ":", ClockStyle.Colon) ?? Minutes(line, at, hour, ".", ClockStyle.Dotted)
                ?? Lettered(line, at, hour) ?? WithHalf(line, new(hour, 0, ClockStyle.Bare, DayHalf.None, at + 1));
        return line.Term(at, TermKind.Count) is { Value: <= 12 } word
            ? Lettered(line, word.Next - 1, word.Value)
                ?? WithHalf(line, new(word.Value, 0, ClockStyle.Bare, DayHalf.None, word.Next))
            : null;
    }

    private static ClockPoint? Compact(TokenLine line, int at, int digits)
    {
        var next = line.Term(at + 1, TermKind.Hour) is { Value: 1 or 3 } hours ? hours.Next : at + 1;
        return new(digits / 100, digits % 100, ClockStyle.Compact, DayHalf.None, next);
    }

    private static ClockPoint? Minutes(TokenLine line, int at, int hour, string sign, ClockStyle style)
    {
        if (!line.Is(at + 1, sign) || !line.Glued(at + 1) || !line.Glued(at + 2)) return null;
        if (line.Number(at + 2, 2, 2) is not { } minute) return null;
        var next = at + 3;
        next = BehindSeconds(line, next);
        if (line.Is(next, sign) && line.Glued(next) && line.Sticks(next + 1)) return null;
        var point = WithHalf(line, new(hour, minute, style, DayHalf.None, next));
        return point.Half is DayHalf.None && line.Term(point.Next, TermKind.Hour) is { Value: 1 } letter
            ? point with { Style = ClockStyle.Colon, Next = letter.Next }
            : point;
    }

    // Seconds, and parts of them, are of no use to a meeting.
    private static int BehindSeconds(TokenLine line, int at)
    {
        if (!(line.Is(at, ":") && line.Glued(at) && line.Glued(at + 1)
            && line.Number(at + 1, 2, 2) is <= 59)) return at;
        return line.Is(at + 2, ".") && line.Glued(at + 2) && line.Glued(at + 3) && line.Number(at + 3, 9) is not null
            ? at + 4 : at + 2;
    }

    // "16h", "16 h 30", "16 Uhr 30", "16 heures"; "4 o'clock" tells no half of the day.
    private static ClockPoint? Lettered(TokenLine line, int at, int hour)
    {
        if (line.Term(at + 1, TermKind.Half) is { } worded && line[worded.Next - 2].Key == "uhr")
            return new(hour, 0, ClockStyle.Bare, (DayHalf)worded.Value, worded.Next);
        if (line.Term(at + 1, TermKind.Hour) is not { Value: not 3 } letter) return null;
        if (letter.Value == 4) return WithHalf(line, new(hour, 0, ClockStyle.Spoken, DayHalf.None, letter.Next));
        var next = letter.Next;
        var minute = line.Number(next, 2, 2) is { } told && !line.Is(next + 1, ":") && !line.Is(next + 1, ".")
            ? told
            : 0;
        if (line.Number(next, 2, 2) is not null && !line.Is(next + 1, ":") && !line.Is(next + 1, ".")) next++;
        return WithHalf(line, new(hour, minute, ClockStyle.Letter, DayHalf.None, next));
    }

    private static ClockPoint WithHalf(TokenLine line, ClockPoint point) =>
        line.Term(point.Next, TermKind.Half) is { } half && !OnDay(line, point.Next)
            ? point with { Half = (DayHalf)half.Value, Next = half.Next }
            : point;

    // "11 am Freitag", "16 Uhr am 8. Juli": the German "am".
    private static bool OnDay(TokenLine line, int at) => line.Is(at, "am") && line.Has(at - 1)
        && (line[at - 1].Key == "uhr" || (line.Number(at + 1) is not null && line.Is(at + 2, "."))
            || (line.Term(at + 1, TermKind.Weekday) is not null && IsGerman(line[at + 1].Key)));

    private static bool IsGerman(string weekday) =>
        weekday.EndsWith("tag", StringComparison.Ordinal) || weekday is "mittwoch" or "sonnabend";
}
