namespace MeetingBot.Times;

/// <summary>Reads the words that say how to take the rest.</summary>
internal static class MarkReader
{
    private static readonly (TermKind Kind, Mark Mark)[] Words =
    [
        (TermKind.Usual, Mark.Usual), (TermKind.SameTime, Mark.SameTime), (TermKind.Often, Mark.Recurring),
        (TermKind.Every, Mark.Recurring), (TermKind.EndOfDay, Mark.EndOfDay), (TermKind.By, Mark.By),
        (TermKind.Before, Mark.Before), (TermKind.After, Mark.After), (TermKind.Or, Mark.Or), (TermKind.And, Mark.And),
        (TermKind.Approx, Mark.Approx), (TermKind.Now, Mark.Now), (TermKind.To, Mark.Until),
        (TermKind.Between, Mark.Between),
    ];

    public static Item? Read(TokenLine line, int at, Item? before)
    {
        if (line.Term(at, TermKind.PartOfDay) is { } part && (!line.Is(at, "morgen") || before is DayItem))
            return new MarkItem(Mark.PartOfDay, part.Next, part.Value);
        Item? longest = null;
        foreach (var (kind, mark) in Words)
            if (line.Term(at, kind) is { } found && found.Next > (longest?.End ?? at))
                longest = new MarkItem(mark is Mark.By && IsUntil(line, at, before) ? Mark.Until : mark, found.Next);
        return longest ?? Sign(line, at);
    }

    // Between two times "until" and "bis" join them.
    private static bool IsUntil(TokenLine line, int at, Item? before) =>
        line.Term(at, TermKind.To) is not null && before is ClockItem or DayItem or ZoneItem;

    private static MarkItem? Sign(TokenLine line, int at) => line.Has(at)
        ? line[at].Key switch
        {
            "-" or ">" => new MarkItem(Mark.Until, at + 1),
            "/" or "=" => new MarkItem(Mark.Slash, at + 1),
            "," or ";" => new MarkItem(Mark.Comma, at + 1),
            _ => null,
        }
        : null;
}
