using System.Text;

namespace MeetingBot.Conversations;

/// <summary>Writes typed text into CommonMark so that nothing in it is markup, a link, a mention or HTML.</summary>
public static class Markdown
{
    private const string Special = "\\`*_{}[]()<>#+-!|~@.:&=\"'$^";

    /// <summary>The text with every character that could be markup escaped; line ends become spaces.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (c is '\n' or '\r' or '\t' or ' ') Space(escaped);
            else if (char.IsControl(c) || IsBidiControl(c)) continue;
            else if (c is '&') escaped.Append("&amp;");
            else if (c is '<') escaped.Append("&lt;");
            else if (c is '>') escaped.Append("&gt;");
            else if (c is '@') escaped.Append("&#64;");
            else if (Special.Contains(c, StringComparison.Ordinal) && NeedsEscape(c, escaped))
                escaped.Append('\\').Append(c);
            else escaped.Append(c);
        }
        return escaped.ToString();
    }

    // None at the start, where four would make code of the line.
    private static void Space(StringBuilder escaped)
    {
        if (escaped.Length > 0) escaped.Append(' ');
    }

    // Punctuation that is markup only at the start of a line stays readable elsewhere.
    private static bool NeedsEscape(char c, StringBuilder before) => c switch
    {
        '.' or ')' or '+' or '-' or '=' => before.Length == 0 || OnlyDigits(before) || before[^1] == '-',
        '#' => before.Length == 0 || before[^1] is ' ',
        '(' or '{' or '}' or '"' or '\'' or '$' or '^' or '!' or ':' => false,
        _ => true,
    };

    private static bool OnlyDigits(StringBuilder text)
    {
        for (var i = 0; i < text.Length; i++) if (!char.IsAsciiDigit(text[i])) return false;
        return text.Length < 10;
    }

    /// <summary>Marks that turn the direction of the text around them.</summary>
    public static bool IsBidiControl(char c) =>
        c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
