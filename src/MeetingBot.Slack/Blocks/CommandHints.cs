using System.Collections.Frozen;
using System.Text;
using MeetingBot.Slack.Payloads;

namespace MeetingBot.Slack.Blocks;

/// <summary>
/// Spells the commands in the bot's own words so that Slack takes them: of <c>/undo</c> it knows nothing, and
/// <c>/me</c> is its own; <c>/meetingbot undo</c> it has. Those that it was told of (<see cref="SlashCommand.Names"/>)
/// stay, and so does what only looks like a command: a path, an address, what stands in quotation marks because somebody
/// typed it.
/// </summary>
internal static class CommandHints
{
    // By the letters that they begin with, the longest first.
    private static readonly Lazy<FrozenDictionary<string, string[]>> Known = new(() => MeetingCommands.Reader.Table.Forms
        .SelectMany(form => form.Aliases.Prepend(form.Words))
        .Where(words => char.IsAsciiLetter(words[0]))
        .GroupBy(words => words[..Letters(words, 0)], StringComparer.OrdinalIgnoreCase)
        .Where(same => !SlashCommand.Names.Contains("/" + same.Key))
        .ToFrozenDictionary(
            same => same.Key, same => same.OrderByDescending(words => words.Length).ToArray(),
            StringComparer.OrdinalIgnoreCase));

    /// <summary>The same words with commands that work; what is spelt already stays so.</summary>
    public static string Spelled(string text)
    {
        if (!text.Contains('/')) return text;
        StringBuilder? spelled = null;
        var (from, quoted) = (0, -1);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '"') quoted = at > quoted ? Closing(text, at) : quoted;
            if (text[at] != '/' || at < quoted || !Begins(text, at) || !IsCommand(text, at + 1)) continue;
            spelled = (spelled ?? new StringBuilder()).Append(text, from, at - from).Append(SlashCommand.Own).Append(' ');
            from = at + 1;
        }
        return spelled?.Append(text, from, text.Length - from).ToString() ?? text;
    }

    /// <summary>Where the quotation that begins there ends; itself where none does on its line.</summary>
    private static int Closing(string text, int at)
    {
        var end = text.AsSpan(at + 1).IndexOfAny('"', '\n');
        return end >= 0 && text[at + 1 + end] == '"' ? at + 1 + end : at;
    }

    private static bool Begins(string text, int at) =>
        at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '[' or '\u2022';

    private static bool IsCommand(string text, int at)
    {
        var end = Letters(text, at);
        if (!Known.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.AsSpan(at, end - at), out var known))
            return false;
        foreach (var words in known)
        {
            if (string.Compare(text, at, words, 0, words.Length, StringComparison.OrdinalIgnoreCase) == 0
                && Ends(text, at + words.Length)) return true;
        }
        return false;
    }

    private static int Letters(string text, int at)
    {
        while (at < text.Length && char.IsAsciiLetter(text[at])) at++;
        return at;
    }

    // At a blank, or at a sign that nothing is joined to: "/undo." but not "/undo.txt" nor "/undo/redo".
    private static bool Ends(string text, int at)
    {
        if (at >= text.Length || char.IsWhiteSpace(text[at])) return true;
        return text[at] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '\u2026' or '\u201D'
            && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]) && text[at + 1] is not ('/' or '_'));
    }
}
