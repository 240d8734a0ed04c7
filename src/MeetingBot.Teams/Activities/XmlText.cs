using System.Net;
using System.Text;

namespace MeetingBot.Teams.Activities;

/// <summary>
/// Reads text of the format <c>xml</c>: a tag is formatting and goes, what ends a line ends one, entities are
/// decoded last, so that a typed <c>&lt;</c> stays what it was.
/// </summary>
internal static class XmlText
{
    public static string Decode(string text)
    {
        if (text.AsSpan().IndexOfAny('<', '&') < 0) return text;

        var plain = new StringBuilder(text.Length);
        var from = 0;
        var lastEnd = text.LastIndexOf('>');
        for (var at = text.IndexOf('<'); at >= 0; at = text.IndexOf('<', from))
        {
            plain.Append(text, from, at - from);
            from = at + 1;
            var end = at < lastEnd && IsTag(text, at) ? text.IndexOf('>', at) : -1;
            if (end < 0)
            {
                plain.Append('<');
                continue;
            }
            if (EndsLine(text.AsSpan(at + 1, end - at - 1))) plain.Append('\n');
            from = end + 1;
        }
        plain.Append(text, from, text.Length - from);
        return WebUtility.HtmlDecode(plain.ToString());
    }

    private static bool IsTag(string text, int at) =>
        at + 1 < text.Length && (char.IsAsciiLetter(text[at + 1]) || text[at + 1] == '/');

    private static bool EndsLine(ReadOnlySpan<char> tag)
    {
        var name = tag.TrimEnd('/').Trim();
        if (name.IndexOf(' ') is > 0 and var blank) name = name[..blank];
        return name.Equals("br", StringComparison.OrdinalIgnoreCase)
            || name.Equals("/p", StringComparison.OrdinalIgnoreCase)
            || name.Equals("/div", StringComparison.OrdinalIgnoreCase)
            || name.Equals("/li", StringComparison.OrdinalIgnoreCase);
    }
}
