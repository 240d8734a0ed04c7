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
        if ((line.Term(at, TermKind.Minutes) ?? Counted(line, at)) is not { } minutes
            || Hour(line, minutes.Next) is not { } hour) return null;
        var next = line.Skip(hour.Next, TermKind.Hour);
        // In "halb vier" the hour is the one to come.
        var before = minutes.Value < 0;
        var m = before ? 60 + minutes.Value : minutes.Value;
        if (hour.Value > 12)
            return new(before ? hour.Value - 1 : hour.Value, m, ClockStyle.Colon, DayHalf.None, next);
        var h = before ? (hour.Value + 11) % 12 : hour.Value;
        return WithHalf(line, new(h == 0 ? 12 : h, m, ClockStyle.Spoken, DayHalf.None, next));
    }

    // "5 to 4", "20 past four", "10 minutes to 4"; "10 to 4" and "9 to 5" are rather from when until when.
    private static Found? Counted(TokenLine line, int at)
    {
        if (line.Number(at) is not (>= 1 and <= 29) || line.Sticks(at + 1)) return null;
        var minutes = line[at].Number;
        var unit = line.Term(at + 1, TermKind.Unit) is { Value: (int)SpanUnit.Minute } found ? found.Next : at + 1;
        var hour = line.Number(unit + 1) ?? line.Term(unit + 1, TermKind.Count)?.Value ?? 0;
        if (line.Is(unit, "past")) return new Found(minutes, unit + 1);
        if (!line.Is(unit, "to") && !(line.Is(unit, "before") && unit > at + 1)) return null;
        return unit > at + 1 || (hour <= 12 && minutes is 20 or 25) || (minutes == 5 && hour < 5)
            ? new Found(-minutes, unit + 1)
            : null;
    }

    private static Found? Hour(TokenLine line, int at) => line.Number(at) is { } number
        ? new Found(number, at + 1)
        : line.Term(at, TermKind.Count) is { Value: <= 12 } word && !IsArticle(line, at) ? word : null;

    // "Half a day", "at a hotel".
    private static bool IsArticle(TokenLine line, int at) => line[at].Key is "a" or "an";

    private static ClockPoint? Written(TokenLine line, int at)
    {
        if (line.Number(at, 4, 3) is { } digits && Joined(line, at, digits) is { } joined) return joined;
        if (line.Number(at, 4, 4) is { } four) return Compact(line, at, four);
        if (line.Number(at) is { } hour)
            return Minutes(line, at, hour, ":", ClockStyle.Colon) ?? Minutes(line, at, hour, ".", ClockStyle.Dotted)
                ?? Lettered(line, at, hour) ?? WithHalf(line, new(hour, 0, ClockStyle.Bare, DayHalf.None, at + 1));
        return line.Term(at, TermKind.Count) is { Value: <= 24 } word && !IsArticle(line, at)
            ? Worded(line, word)
            : null;
    }

    // "Four", "quatre heures", "sechzehn Uhr", "fifteen hundred hours": up to twelve of which half of the day?
    private static ClockPoint? Worded(TokenLine line, Found word)
    {
        if (line.Is(word.Next, "hundred"))
            return new(word.Value, 0, ClockStyle.Compact, DayHalf.None, line.Skip(word.Next + 1, TermKind.Hour));
        if (Lettered(line, word.Next - 1, word.Value) is { } lettered)
            return MinutesBehind(line, lettered is { Style: ClockStyle.Letter, Half: DayHalf.None } && word.Value <= 12
                ? lettered with { Style = ClockStyle.Spoken }
                : lettered);
        // "Three thirty", "fifteen thirty".
        if (WordedMinute(line, word.Next) is { } minute)
            return WithHalf(line, new(
                word.Value, minute.Value, word.Value > 12 ? ClockStyle.Compact : ClockStyle.Bare, DayHalf.None,
                minute.Next));
        return word.Value <= 12
            ? WithHalf(line, new(word.Value, 0, ClockStyle.Bare, DayHalf.None, word.Next))
            : null;
    }

    private static Found? WordedMinute(TokenLine line, int at) =>
        line.Term(at, TermKind.Count) is { Value: >= 10 and <= 55 } minute
        && line.Term(line.SkipSign(minute.Next, "-"), TermKind.Unit) is null
            ? minute
            : null;

    // "Dix-huit heures trente", "quatre heures et demie", "quatre heures moins le quart".
    private static ClockPoint MinutesBehind(TokenLine line, ClockPoint point)
    {
        var at = point.Next;
        if (point.Minute == 0 && WordedMinute(line, at) is { } minute)
            return point with { Minute = minute.Value, Next = minute.Next };
        if (line[at - 1].Key is not ("heures" or "heure") || point.Hour == 0) return point;
        if (line.Is(at, "moins") && line.Is(at + 1, "le") && line.Is(at + 2, "quart"))
            return point with { Hour = point.Hour == 1 ? 12 : point.Hour - 1, Minute = 45, Next = at + 3 };
        if (!line.Is(at, "et") || !line.Has(at + 1)) return point;
        return line[at + 1].Key switch
        {
            "demie" => point with { Minute = 30, Next = at + 2 },
            "quart" => point with { Minute = 15, Next = at + 2 },
            _ => point,
        };
    }

    // "430pm", "1130 am".
    private static ClockPoint? Joined(TokenLine line, int at, int digits) =>
        WithHalf(line, new(digits / 100, digits % 100, ClockStyle.Colon, DayHalf.None, at + 1)) is var point
        && point.Half is not DayHalf.None
            ? point
            : null;

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
