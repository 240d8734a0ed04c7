namespace MeetingBot.Times;

/// <summary>
/// Reads distances: <c>in two weeks</c>, <c>in 48 hours</c>, <c>a fortnight today</c>, <c>a week on Tuesday</c>, <c>two
/// days ago</c>; and how long something lasts.
/// </summary>
internal static class SpanReader
{
    public static Item? Read(TokenLine line, int at, Item? before) =>
        Within(line, at) ?? In(line, at) ?? Before(line, at) ?? Since(line, at) ?? From(line, at);

    /// <summary><c>for 90 minutes</c>, or without "for" behind a time.</summary>
    public static Item? ReadLength(TokenLine line, int at, Item? before)
    {
        // "+/- 10 minutes" is no length.
        if (line.Is(at - 1, "-") && line.Is(at - 2, "/")) return null;
        var start = line.Skip(at, TermKind.For);
        return Amounts.Read(line, start) is { Elapsed: { } length } amount ? new LengthItem(length, amount.Next) : null;
    }

    private static Item? In(TokenLine line, int at)
    {
        var start = line.Skip(at, TermKind.In);
        if (start == at || Amounts.Read(line, start) is not { } amount) return null;
        // "In two weeks' time".
        var next = line.SkipSign(amount.Next, "'");
        next = line.Is(next, "s") && next > amount.Next ? next + 1 : next;
        var end = line.Term(next, TermKind.TimeWord)?.Next ?? (next > amount.Next ? next : amount.Next);
        return Ahead(amount, end);
    }

    private static Items? Within(TokenLine line, int at)
    {
        var start = line.Skip(at, TermKind.Within);
        return start > at && Amounts.Read(line, start) is { } amount
            ? new Items([new MarkItem(Mark.By, amount.Next), Ahead(amount, amount.Next)], amount.Next)
            : null;
    }

    // "Il y a deux jours", "vor zwei Tagen": the word for "ago" comes first.
    private static DayItem? Before(TokenLine line, int at) =>
        line.Skip(at, TermKind.Ago) is var start && start > at && Amounts.Read(line, start) is { } amount
            ? new DayItem(new RelativeDay(-1), amount.Next)
            : null;

    // "Since Monday": that one is past.
    private static DayItem? Since(TokenLine line, int at)
    {
        var start = line.Skip(at, TermKind.Since);
        if (start == at) return null;
        var day = DateReader.ReadDay(line, start) ?? NumericDateReader.Read(line, start, null)
            ?? WeekdayReader.Read(line, start, null) ?? PeriodReader.Read(line, start, null);
        return day is null ? null : new DayItem(new RelativeDay(-1), day.End);
    }

    private static Item? From(TokenLine line, int at)
    {
        if (Amounts.Read(line, at) is not { } amount) return null;
        if (line.Term(amount.Next, TermKind.Ago) is { } ago) return new DayItem(new RelativeDay(-1), ago.Next);
        if (line.Term(amount.Next, TermKind.FromNow) is { } now) return Ahead(amount, now.Next);
        if (amount.Elapsed is not null) return null;
        var start = line.Skip(amount.Next, TermKind.On, TermKind.From);
        var day = line.Term(start, TermKind.Day) is { } relative
            ? new DayItem(new RelativeDay(relative.Value), relative.Next)
            : start > amount.Next
                ? DateReader.ReadDay(line, start) ?? WeekdayReader.Read(line, start, null) as DayItem
                : null;
        return day is null ? null : new DayItem(new SpanDay(amount.Count, amount.Unit, day.Day), day.End);
    }

    private static Item Ahead(Amounts.Amount amount, int end) => amount.Elapsed is { } elapsed
        ? new ElapsedItem(elapsed, end)
        : new DayItem(new SpanDay(amount.Count, amount.Unit), end);
}
