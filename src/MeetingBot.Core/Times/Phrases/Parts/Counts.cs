using System.Globalization;

namespace MeetingBot.Times;

/// <summary>
/// Reads how many: <c>90</c>, <c>two</c>, <c>1.5</c>, <c>1 1/2</c>, <c>1½</c>, <c>two and a half</c>.
/// </summary>
internal static class Counts
{
    public readonly record struct Counted(decimal Value, int Next);

    public static Counted? Read(TokenLine line, int at)
    {
        if (line.Number(at, 4) is { } whole) return Digits(line, at, whole);
        if (line.Has(at) && Halves(line[at].Key) is { } halves) return new(halves, at + 1);
        if (line.Term(at, TermKind.Count) is { } word)
            return AndHalf(line, word.Next) is { } half ? new(word.Value + 0.5m, half) : new(word.Value, word.Next);
        // "Fortnight" counts itself.
        return line.Term(at, TermKind.Unit) is { Value: (int)SpanUnit.Fortnight } ? new(1, at) : null;
    }

    private static Counted Digits(TokenLine line, int at, int whole)
    {
        if (line.Has(at + 1) && line[at + 1].Key is "." or "," && line.Glued(at + 1) && line.Glued(at + 2)
            && line.Number(at + 2) is not null)
            return new(decimal.Parse($"{line[at].Text}.{line[at + 2].Text}", CultureInfo.InvariantCulture), at + 3);
        if (line.Is(at + 1, "½")) return new(whole + 0.5m, at + 2);
        if (Fraction(line, at) is { } part) return new(part, at + 3);
        if (Fraction(line, at + 1) is { } more && !line.Glued(at + 1)) return new(whole + more, at + 4);
        return AndHalf(line, at + 1) is { } half ? new(whole + 0.5m, half) : new(whole, at + 1);
    }

    // Halves and quarters: "1/2", "3/4".
    private static decimal? Fraction(TokenLine line, int at) =>
        line.Number(at, 1) is { } above && line.Is(at + 1, "/") && line.Glued(at + 1) && line.Glued(at + 2)
        && line.Number(at + 2, 1) is { } below && below is 2 or 4 && above > 0 && above < below
            ? (decimal)above / below
            : null;

    // "One and a half hours".
    private static int? AndHalf(TokenLine line, int at)
    {
        var half = line.Skip(line.Skip(at, TermKind.And), TermKind.Count);
        return half > at && line.Term(at, TermKind.And) is not null && line.Is(half, "half")
            && line.Term(half + 1, TermKind.Unit) is not null
            ? half + 1
            : null;
    }

    private static decimal? Halves(string word) => word switch
    {
        "anderthalb" or "eineinhalb" => 1.5m,
        "zweieinhalb" => 2.5m,
        "dreieinhalb" => 3.5m,
        _ => null,
    };
}
