namespace MeetingBot.Times;

/// <summary>Reads a time of day, or from when until when, where its neighbours let it be one.</summary>
internal static class ClockReader
{
    private const int WorkBegins = 7;

    public static Item? Read(TokenLine line, int at, Item? before)
    {
        var from = line.Skip(at, TermKind.From, TermKind.Between);
        var told = line.Skip(from, TermKind.At);
        var between = line.Term(at, TermKind.Between) is not null;
        // "A4" is paper.
        if (told > from && line.Glued(told) && line[told - 1].Kind is TokenKind.Word) told = from;
        if ((from == at || told > from) && Choice(line, told, told > from) is { } choice) return choice;
        if (told > from || from > at)
            return Point(line, at, told, told > from, from > at, between, before)
                ?? Point(line, at, from, false, true, between, before);
        return Point(line, at, at, false, false, false, before);
    }

    private static ClockItem? Point(
        TokenLine line, int at, int start, bool told, bool from, bool between, Item? before)
    {
        if (ClockPoints.Read(line, start) is not { } point) return null;
        if (Range(line, point, told, from, between, before) is { } range) return range;
        // Behind a time "2h" is how long it lasts.
        if (point.Style is ClockStyle.Letter && !told && before is ClockItem or ZoneItem) return null;
        if (IsFrenchLength(line, point, told, before)) return null;
        if (point.Style is ClockStyle.Compact && !told && before is DayItem { Day: not MonthDays }
            && !IsCompactTime(line, point) && ClockRules.Exists(point))
            return new ClockItem(point, null, point.Next, Told: true) { Doubtful = true };
        // "Tuesday three thirty".
        var worded = point is { Style: ClockStyle.Bare, Minute: > 0 } && before is DayItem;
        if (!point.IsStrong && !told && !worded && !IsTime(line, point)) return null;
        if (point.Style is ClockStyle.Compact && point.Minute > 59) return null;
        if (from && !told && point.Style is ClockStyle.Dotted) return null;
        return new ClockItem(point, null, point.Next, told)
        {
            Weak = !told && point is { Style: ClockStyle.Dotted, Half: DayHalf.None },
        };
    }

    private static ClockItem? Range(
        TokenLine line, ClockPoint begin, bool told, bool prefixed, bool between, Item? before)
    {
        // "T10:30-04:00" tells a distance to UTC.
        if (line.Is(begin.Next - 4, "t") && line.Is(begin.Next, "-")) return null;
        if (Until(line, begin, between) is not { } start || ClockPoints.Read(line, start) is not { } to) return null;
        if (begin.Style is ClockStyle.Dotted != to.Style is ClockStyle.Dotted && !to.IsStrong) return null;
        var strong = begin.IsStrong || to.IsStrong;
        var compact = begin.Style is ClockStyle.Compact && to.Style is ClockStyle.Compact;
        if (compact && !(told || IsCompactTime(line, to) || before is DayItem)) return null;
        if (!strong && !compact && !(told || before is DayItem || (prefixed && DayFollows(line, to.Next)))) return null;
        if (begin.Style is ClockStyle.Compact != to.Style is ClockStyle.Compact && !(begin.IsStrong || to.IsStrong))
            return null;
        // "15:00 - 9 July": a day.
        if (!to.IsStrong && (line.Term(to.Next, TermKind.Month)
            ?? line.Term(to.Next, TermKind.OrdinalEnding)) is not null) return null;
        return new ClockItem(begin, to, to.Next, Told: true) { Weak = !strong };
    }

    // Where the second time begins: behind "to" or a dash, or at once as in a timetable ("9:00 AM 9:30 AM").
    private static int? Until(TokenLine line, ClockPoint begin, bool between)
    {
        var at = line.SkipSign(begin.Next, "->");
        if (at == begin.Next) at = line.Skip(begin.Next, between ? TermKind.And : TermKind.To);
        if (at == begin.Next && between) at = line.Skip(begin.Next, TermKind.To);
        if (at > begin.Next) return line.Skip(at, TermKind.At);
        return begin.Style is ClockStyle.Colon && ClockPoints.Read(line, at) is { Style: ClockStyle.Colon } pair
            && (pair.Half is DayHalf.None) == (begin.Half is DayHalf.None) && !line.Glued(at)
            ? at
            : null;
    }

    // "1600 CET", "16 CET", "10 in the morning".
    private static bool IsTime(TokenLine line, ClockPoint point) => point.Style is ClockStyle.Compact
        ? IsCompactTime(line, point)
        : (line.Term(point.Next, TermKind.PartOfDay) is { } part && part.Next > point.Next + 1)
            || (line.Has(point.Next) && ZoneNames.Find(line[point.Next].Text, behindTime: false) is not null);

    private static bool IsCompactTime(TokenLine line, ClockPoint point) =>
        line.Has(point.Next - 1) && line[point.Next - 1].Key is "hrs" or "hours" or "h" or "uhr"
        || ZoneReader.Read(line, point.Next, new ClockItem(point, null, point.Next)) is not null;

    // "3 heures" is how long, "à 15 heures" and "mardi 15 heures" when.
    private static bool IsFrenchLength(TokenLine line, ClockPoint point, bool told, Item? before) =>
        !told && point.Style is ClockStyle.Letter or ClockStyle.Spoken
        && line[point.Next - 1].Key is "heures" or "heure"
        && before is not DayItem
        && (point.Hour <= 12 || before is ClockItem or ZoneItem);

    /// <summary>Two hours of which the second tells how both are meant: <c>4 or 5pm</c>, <c>at 4 or 5</c>.</summary>
    public static Items? Choice(TokenLine line, int at, bool told)
    {
        if (ClockPoints.Read(line, at) is not { Style: ClockStyle.Bare, Half: DayHalf.None } one) return null;
        var or = line.Skip(one.Next, TermKind.Or);
        if (or == one.Next || ClockPoints.Read(line, line.Skip(or, TermKind.At)) is not { } other) return null;
        if (!told && !other.IsStrong) return null;
        if ((line.Term(other.Next, TermKind.Month) ?? line.Term(other.Next, TermKind.Unit)
            ?? line.Term(other.Next, TermKind.OrdinalEnding)) is not null) return null;
        if (other.Half is not DayHalf.None) one = one with { Half = HalfBeside(one.Hour, other) };
        else if (other.Style is ClockStyle.Colon or ClockStyle.Letter or ClockStyle.Dotted)
            one = one with { Style = ClockStyle.Colon };
        return new Items(
            [
                new ClockItem(one, null, one.Next, Told: true), new MarkItem(Mark.Or, or),
                new ClockItem(other, null, other.Next, Told: true),
            ], other.Next);
    }

    // "11 or 1pm" is before and after noon.
    private static DayHalf HalfBeside(int hour, ClockPoint other) =>
        hour is >= WorkBegins and < 12 && hour >= other.Hour % 12
            ? other.Half is DayHalf.Afternoon ? DayHalf.Morning : DayHalf.Afternoon
            : other.Half;

    private static bool DayFollows(TokenLine line, int at)
    {
        at = line.Skip(at, TermKind.On);
        return (line.Term(at, TermKind.Weekday) ?? line.Term(at, TermKind.Day)
            ?? line.Term(at, TermKind.Next)) is not null;
    }
}
