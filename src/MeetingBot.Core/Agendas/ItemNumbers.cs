using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MeetingBot.Agendas;

/// <summary>Which items are named by number: <c>3</c>, <c>3 4 5</c>, <c>3-5</c>, <c>#1, 3 and 7</c>.</summary>
/// <param name="Spans">From and until which number; of a span those that are there are meant.</param>
public sealed partial record ItemNumbers(ImmutableArray<(int From, int Until)> Spans)
{
    /// <summary>The numbers that the whole text names, or null.</summary>
    public static ItemNumbers? Parse(string text)
    {
        if (text.Length > 500 || !List().IsMatch(text)) return null;
        var spans = One().Matches(text).Select(match => (Number(match.Groups["from"]), Until: match.Groups["until"]))
            .Select(span => (From: span.Item1, Until: span.Until.Success ? Number(span.Until) : span.Item1))
            .ToImmutableArray();
        return spans.All(span => span.From <= span.Until) ? new ItemNumbers(spans) : null;
    }

    public static ItemNumbers Of(int number) => new([(number, number)]);

    /// <summary>Those on the agenda, each once, and the first number that means none of them.</summary>
    public (IReadOnlyList<AgendaItem> Items, int? Missing) On(AgendaState agenda)
    {
        var items = new List<AgendaItem>();
        foreach (var (from, until) in Spans)
        {
            var meant = agenda.Items.Where(item => item.Number >= from && item.Number <= until).ToList();
            if (meant.Count == 0) return ([], from);
            items.AddRange(meant.OrderBy(item => item.Number).Where(item => !items.Contains(item)));
        }
        return (items, null);
    }

    private static int Number(System.Text.RegularExpressions.Group digits) =>
        int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private const string Span = @"#?(?<from>[0-9]{1,4})\.?(?:\s?(?:-|–|\bto\b|\.\.)\s?#?(?<until>[0-9]{1,4}))?";

    [GeneratedRegex(@"^(?:items?\s+)?" + Span + @"(?:(?:\s*(?:,|&|\band\b)\s*(?:and\s+)?|\s+)" + Span + "){0,79}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex List();

    [GeneratedRegex(Span, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex One();
}
