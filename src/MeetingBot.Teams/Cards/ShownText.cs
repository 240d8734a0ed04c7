using System.Globalization;
using System.Text;
using MeetingBot.Conversations;

namespace MeetingBot.Teams.Cards;

/// <summary>Typed text for the places of a card that read no markdown.</summary>
internal static class ShownText
{
    /// <summary>WORD JOINER: invisible, joins no words, and parts characters that would be markup together.</summary>
    public const char Joiner = '\u2060';

    // Code units; what piles more marks than that upon one character is cut there.
    private const int LongestCharacter = 4;

    /// <summary>
    /// The text without controls and direction marks; its line ends are <c>\n</c>. Every text of a card is searched for
    /// <c>{{DATE(</c> and <c>{{TIME(</c> by the clients, so double braces are parted.
    /// </summary>
    public static string Plain(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', 'z')) return text;
        var plain = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\r') { if (i + 1 == text.Length || text[i + 1] != '\n') plain.Append('\n'); }
            else if (c is '\u2028' or '\u2029' or '\u0085') plain.Append('\n');
            else if (c is not ('\n' or '\t') && (char.IsControl(c) || Markdown.IsBidiControl(c))) continue;
            else if (c is '{' && plain.Length > 0 && plain[^1] == '{') plain.Append(Joiner).Append('{');
            else plain.Append(c);
        }
        return plain.ToString();
    }

    /// <summary>Up to a number of characters as people count them; an ellipsis says that there is more.</summary>
    public static string Brief(string text, int longest)
    {
        if (text.Length <= longest) return text;
        var length = 0;
        for (var n = 0; n < longest - 1 && length < text.Length; n++)
        {
            var next = StringInfo.GetNextTextElementLength(text, length);
            if (length + next > longest * LongestCharacter) break;
            length += next;
        }
        if (length == 0) length = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return length == text.Length ? text : string.Concat(text.AsSpan(0, length), "\u2026");
    }

    /// <summary>For reading aloud, where angle brackets and ampersands would be SSML.</summary>
    public static string Spoken(string text) =>
        Plain(text).Replace('<', ' ').Replace('>', ' ').Replace('&', ' ');
}
