using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MeetingBot.Conversations;

/// <summary>What is named by number: <c>3</c>, <c>3 4 5</c>, <c>3-5</c>, <c>#1, 3 and 7</c>.</summary>
/// <param name="Spans">From and until which number; of a span those that are there are meant.</param>
public sealed partial record NumberList(ImmutableArray<(int From, int Until)> Spans)
{
    /// <summary>The numbers that the whole text names, or null.</summary>
    public static NumberList? Parse(string text)
    {
        if (text.Length > 500 || !List().IsMatch(text)) return null;
        var spans = One().Matches(text).Select(match => (Number(match.Groups["from"]), Until: match.Groups["until"]))
            .Select(span => (From: span.Item1, Until: span.Until.Success ? Number(span.Until) : span.Item1))
            .ToImmutableArray();
        return spans.All(span => span.From <= span.Until) ? new NumberList(spans) : null;
    }

    public static NumberList Of(int number) => new([(number, number)]);

    /// <summary>Those that are there, each once, as they are named; and the first numbers of spans that mean none.</summary>
    public (IReadOnlyList<int> Numbers, IReadOnlyList<int> Missing) Among(IEnumerable<int> there)
    {
        var known = there.Order().ToList();
        var meant = new List<int>();
        var missing = new List<int>();
        foreach (var (from, until) in Spans)
        {
            var within = known.Where(number => number >= from && number <= until).ToList();
            if (within.Count == 0 && !missing.Contains(from)) missing.Add(from);
            meant.AddRange(within.Where(number => !meant.Contains(number)));
        }
        return (meant, missing);
    }

    private static int Number(System.Text.RegularExpressions.Group digits) =>
        int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private const string Span = @"#?(?<from>[0-9]{1,7})\.?(?:\s?(?:-|–|\bto\b|\.\.)\s?#?(?<until>[0-9]{1,7}))?";

    [GeneratedRegex(@"^(?:(?:items?|actions?|numbers?)\s+|n[or]\.?\s?)?" + Span + @"(?:(?:\s*(?:,|;|&|\+|\band\b)\s*(?:and\s+)?|\s+)" + Span + @"){0,79}[.!]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex List();

    [GeneratedRegex(Span, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex One();
}
