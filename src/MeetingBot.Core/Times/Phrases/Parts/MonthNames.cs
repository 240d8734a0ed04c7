namespace MeetingBot.Times;

/// <summary>Reads a month: by its name, or as this or the next one.</summary>
internal static class MonthNames
{
    public readonly record struct FoundMonth(MonthName Month, int Next);

    /// <summary>Whether the text begins with the name of a month.</summary>
    public static bool Begins(string text) => Vocabulary.Find(Tokens.Of(text), 0, TermKind.Month) is not null;

    public static FoundMonth? Read(TokenLine line, int at) => Named(line, at) ?? Relative(line, at);

    public static FoundMonth? Named(TokenLine line, int at)
    {
        var start = line.Skip(at, TermKind.This, TermKind.Next);
        if (line.Term(start, TermKind.Month) is not { } name) return null;
        var year = DateNumbers.Year(line, name.Next);
        return new(new MonthName(name.Value, year?.Value), year?.Next ?? name.Next);
    }

    /// <summary>A word that is a month but for one slip of the hand: <c>Jully</c>.</summary>
    public static Found? Misspelt(TokenLine line, int at) =>
        line.Has(at) && Vocabulary.Like(line[at], TermKind.Month) is { } month ? new Found(month, at + 1) : null;

    /// <summary><c>next month</c>, <c>this month</c>, <c>the month</c>, <c>mois prochain</c>.</summary>
    public static FoundMonth? Relative(TokenLine line, int at)
    {
        var start = line.Skip(at, TermKind.The);
        var ahead = line.Term(start, TermKind.Next) is not null ? 1 : 0;
        start = line.Skip(start, TermKind.Next, TermKind.This, TermKind.Every);
        if (line.Term(start, TermKind.Unit) is not { Value: (int)SpanUnit.Month } unit) return null;
        return line.Term(unit.Next, TermKind.Next) is { } behind
            ? new(new MonthName(null, Ahead: 1), behind.Next)
            : new(new MonthName(null, Ahead: ahead), unit.Next);
    }
}
