using System.Collections.Immutable;
using System.Text;

namespace MeetingBot.Slack.Blocks;

/// <summary>A line of a text in markdown, as it is to be drawn.</summary>
/// <param name="Heading">The level of a heading, from 1; 0 for none.</param>
internal readonly record struct MarkedLine(RichLine Line, int Heading);

/// <summary>
/// Reads the CommonMark of our own making (<see cref="MeetingBot.Conversations.Markdown"/>): headings, paragraphs with
/// line breaks, points, bold words, links, escapes and entities. Anything else is text.
/// </summary>
internal static class CommonMarkLines
{
    private const string Escapable = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private static readonly (string Entity, char Character)[] Entities =
        [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&#64;", '@'), ("&quot;", '"')];

    public static IEnumerable<MarkedLine> Of(string markdown) =>
        from line in markdown.Split('\n')
        where !string.IsNullOrWhiteSpace(line)
        select Read(line);

    /// <summary>The text without its marks.</summary>
    public static string Plain(string markdown) => string.Join(
        '\n', Of(markdown).Select(line => string.Concat(line.Line.Runs.Select(run => run.Text))));

    private static MarkedLine Read(string line)
    {
        var indent = line.Length - line.TrimStart(' ').Length;
        var text = line.Trim(' ');
        var level = text.Length - text.TrimStart('#').Length;
        if (level is > 0 and <= 6 && text.Length > level && text[level] == ' ')
            return new MarkedLine(new RichLine(Runs(text[(level + 1)..])), level);
        return text is ['*' or '-'] or ['*' or '-', ' ', ..]
            ? new MarkedLine(new RichLine(Runs(text[1..].TrimStart(' ')), Depth: indent / 2), 0)
            : new MarkedLine(new RichLine(Runs(text)), 0);
    }

    private static ImmutableArray<RichRun> Runs(string text)
    {
        var runs = ImmutableArray.CreateBuilder<RichRun>();
        var (run, bold) = (new StringBuilder(), false);
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '*' && i + 1 < text.Length && text[i + 1] == '*')
            {
                End(runs, run, bold);
                (bold, i) = (!bold, i + 2);
            }
            else if (text[i] == '[' && Link(text, i) is var (words, address, end))
            {
                End(runs, run, bold);
                runs.Add(new RichRun(words, bold, address));
                i = end;
            }
            else i = Character(text, i, run);
        }
        End(runs, run, bold);
        return runs.ToImmutable();
    }

    private static void End(ImmutableArray<RichRun>.Builder runs, StringBuilder run, bool bold)
    {
        if (run.Length > 0) runs.Add(new RichRun(run.ToString(), bold));
        run.Clear();
    }

    // [words](https://address), in which a bracket of the words is escaped.
    private static (string Words, string Address, int End)? Link(string text, int start)
    {
        var words = new StringBuilder();
        var at = start + 1;
        while (at < text.Length && text[at] != ']') at = Character(text, at, words);
        if (at + 1 >= text.Length || text[at + 1] != '(') return null;
        var end = text.IndexOf(')', at + 2);
        return end > 0 && Uri.TryCreate(text[(at + 2)..end], UriKind.Absolute, out var address)
            && WebAddress.IsForLinks(address) && address.AbsoluteUri.Length <= BlockLimits.Address
            && !string.IsNullOrWhiteSpace(words.ToString())
            ? (words.ToString(), address.AbsoluteUri, end + 1)
            : null;
    }

    private static int Character(string text, int at, StringBuilder into)
    {
        if (text[at] == '\\' && at + 1 < text.Length && Escapable.Contains(text[at + 1], StringComparison.Ordinal))
        {
            into.Append(text[at + 1]);
            return at + 2;
        }
        foreach (var (entity, character) in Entities)
        {
            if (string.CompareOrdinal(text, at, entity, 0, entity.Length) != 0) continue;
            into.Append(character);
            return at + entity.Length;
        }
        into.Append(text[at]);
        return at + 1;
    }
}
