using System.Globalization;
using System.Text;
using MeetingBot.Conversations;

namespace MeetingBot.Slack.Blocks;

/// <summary>
/// Typed text for the elements that read no markup: <c>plain_text</c> without emoji, and the runs of <c>rich_text</c>.
/// </summary>
internal static class ShownText
{
    // Code units; what piles more marks than that upon one character is cut there.
    private const int LongestCharacter = 16;

    /// <summary>The text without controls and direction marks; its line ends are <c>\n</c>.</summary>
    public static string Plain(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~')) return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\r') { if (i + 1 == text.Length || text[i + 1] != '\n') plain.Append('\n'); }
            else if (c is '\u2028' or '\u2029' or '\u0085') plain.Append('\n');
            else if (c is not ('\n' or '\t') && (char.IsControl(c) || Markdown.IsBidiControl(c))) continue;
            else plain.Append(c);
        }
        return plain.ToString();
    }

    /// <summary>The same on one line.</summary>
    public static string Line(string text) => Plain(text).Replace('\n', ' ').Replace('\t', ' ');

    /// <summary>How long Slack counts it: escaped.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        var length = text.Length;
        foreach (var c in text) length += Length(c) - 1;
        return length;
    }

    /// <summary>At most so long, on one line; an ellipsis says that there is more.</summary>
    public static string Brief(string text, int most)
    {
        var line = Line(text);
        return Length(line) <= most ? line : string.Concat(line.AsSpan(0, Fitting(line, 0, most - 1)), "\u2026");
    }

    /// <summary>
    /// Parts a text into pieces of at most so much length that are the text together: at a line end or a space where
    /// there is one in the last half, else between characters as people count them.
    /// </summary>
    public static IEnumerable<string> Pieces(string text, int most)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = start + Fitting(text, start, most);
            if (end < text.Length) end = Break(text, start, end);
            yield return text[start..end];
            start = end;
        }
    }

    private static int Break(string text, int start, int end)
    {
        var reach = (end - start) / 2;
        if (reach == 0) return end;
        var at = text.LastIndexOf('\n', end - 1, reach) + 1;
        if (at == 0) at = text.LastIndexOf(' ', end - 1, reach) + 1;
        return at == 0 ? end : at;
    }

    // How many code units from the start are at most so long; at least one character.
    private static int Fitting(string text, int start, int most)
    {
        var at = start;
        for (var left = most; at < text.Length;)
        {
            var next = Math.Min(StringInfo.GetNextTextElementLength(text, at), LongestCharacter);
            if (next == LongestCharacter && at + next < text.Length && char.IsLowSurrogate(text[at + next])) next--;
            left -= Length(text.AsSpan(at, next));
            if (left < 0 && at > start) break;
            at += next;
        }
        return at - start;
    }

    private static int Length(char c) => c switch
    {
        '&' => 5,
        '<' or '>' => 4,
        _ => 1,
    };
}
