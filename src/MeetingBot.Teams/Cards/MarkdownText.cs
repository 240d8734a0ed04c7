using System.Text;

namespace MeetingBot.Teams.Cards;

/// <summary>
/// Typed text for the places of a card that read markdown (TextBlock, errors, open choices). Phones show a backslash
/// that they need not, so markup is parted by an invisible joiner where that is enough, and escaped only where a
/// second delimiter could pair with a first.
/// </summary>
internal static class MarkdownText
{
    private const string Punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    private const string BlockMarks = "-+#>*_`~=";

    /// <summary>The text on one line, which reads as typed and holds no emphasis, link, list, code or entity.</summary>
    public static string Escape(string text)
    {
        var line = ShownText.Plain(text).Replace('\n', ' ').Replace('\t', ' ');
        var escaped = new StringBuilder(line.Length + 8);
        if (StartsBlock(line)) escaped.Append(ShownText.Joiner);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c is '*' or '_' or '`' && CanPair(line, i)) escaped.Append('\\');
            escaped.Append(c);
            if (i + 1 < line.Length && IsMarkup(c, line[i + 1])) escaped.Append(ShownText.Joiner);
        }
        return escaped.ToString();
    }

    private static bool StartsBlock(string line)
    {
        var digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[digits])) digits++;
        if (digits == line.Length) return false;
        if (digits > 0) return line[digits] is '.' or ')';
        return char.IsWhiteSpace(line[0]) || BlockMarks.Contains(line[0], StringComparison.Ordinal);
    }

    // `a_b` is no emphasis, nor is a star that stands alone.
    private static bool CanPair(string line, int at)
    {
        var c = line[at];
        if (line.IndexOf(c) == line.LastIndexOf(c)) return false;
        return c != '_' || !IsWord(line, at - 1) || !IsWord(line, at + 1);
    }

    private static bool IsWord(string line, int at) =>
        at >= 0 && at < line.Length && char.IsAsciiLetterOrDigit(line[at]);

    private static bool IsMarkup(char first, char second) => first switch
    {
        '\\' => Punctuation.Contains(second, StringComparison.Ordinal),
        ']' => second is '(' or ':' or '[',
        '~' => second is '~',
        '<' => char.IsAsciiLetter(second) || second is '/' or '!' or '?',
        '&' => char.IsAsciiLetter(second) || second is '#',
        _ => false,
    };
}
