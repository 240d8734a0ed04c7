namespace MeetingBot.Times;

/// <summary>Reads halves and quarters of an hour, as minutes: <c>half an hour</c>, <c>three quarters of an hour</c>,
/// <c>einer Viertelstunde</c>.</summary>
internal static class HourParts
{
    /// <summary>A part of an hour by itself.</summary>
    public static Found? Read(TokenLine line, int at)
    {
        var word = line.Term(at, TermKind.Count) is { Value: 1 } one ? one.Next : at;
        if (Whole(line, word) is { } whole) return whole;
        return Part(line, at) is { } part && Hour(line, part.Next) is { } next ? part with { Next = next } : null;
    }

    /// <summary>A part behind "and", without the hour: <c>a half</c>, <c>three quarters</c>.</summary>
    public static Found? Behind(TokenLine line, int at) =>
        Part(line, at) is { } part && line.Term(part.Next, TermKind.Unit) is null ? part : null;

    // "Half", "a half", "three quarters", "trois quarts".
    private static Found? Part(TokenLine line, int at)
    {
        var count = line.Term(at, TermKind.Count) is { Value: 1 or 3 } told ? told : new Found(1, at);
        var name = line.SkipSign(count.Next, "-");
        if (!line.Has(name)) return null;
        return (line[name].Key, count.Value) switch
        {
            ("half" or "demi" or "demie" or "halbe" or "halben", 1) => new Found(30, name + 1),
            ("quarter" or "quarters" or "quart" or "quarts" or "viertel", var quarters) =>
                new Found(15 * quarters, name + 1),
            _ => null,
        };
    }

    private static Found? Whole(TokenLine line, int at) => line.Has(at)
        ? line[at].Key switch
        {
            "viertelstunde" => new Found(15, at + 1),
            "halbstunde" => new Found(30, at + 1),
            "dreiviertelstunde" => new Found(45, at + 1),
            _ => null,
        }
        : null;

    // Behind "of an hour", "-hour", "d'heure".
    private static int? Hour(TokenLine line, int at)
    {
        var start = line.Skip(line.Skip(line.SkipSign(at, "-"), TermKind.Of), TermKind.Count);
        return line.Term(start, TermKind.Unit) is { Value: (int)SpanUnit.Hour } hour ? hour.Next : null;
    }
}
