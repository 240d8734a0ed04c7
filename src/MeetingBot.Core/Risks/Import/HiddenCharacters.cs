using System.Globalization;

namespace MeetingBot.Risks.Import;

/// <summary>
/// Characters that show nothing and change what is read: controls, and marks that turn the direction of the text. They
/// are refused, for what people agree to import must be what they see.
/// </summary>
internal static class HiddenCharacters
{
    private const int MostLines = 5;

    /// <summary>What is wrong in which line; empty for nothing. Line ends are <c>\n</c>.</summary>
    public static IReadOnlyList<string> In(string text)
    {
        var found = new List<string>();
        var line = 1;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n') line++;
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (Name(c) is { } name)
            {
                found.Add(string.Create(CultureInfo.InvariantCulture,
                    $"line {line}: {name} (U+{(int)c:X4}); take it out."));
                if (found.Count == MostLines) break;
                i = text.IndexOf('\n', i) is var end && end < 0 ? text.Length : end - 1;
            }
        }
        return found;
    }

    /// <summary>What the first such character of a typed text is called; null for none.</summary>
    public static string? First(string text) => In(text) is [var found, ..] ? found[(found.IndexOf(':') + 2)..] : null;

    private static string? Name(char c) => c switch
    {
        '\t' or '\n' => null,
        '\0' => "a NUL character",
        '\u202A' or '\u202B' or '\u202D' or '\u202E' => "a mark that overrides the direction of the text",
        '\u202C' => "a mark that ends a direction of the text",
        >= '\u2066' and <= '\u2069' => "a mark that sets the direction of the text apart",
        '\u2028' or '\u2029' => "a line separator",
        '\uFEFF' => "a byte order mark inside the text",
        '\uFFFD' => "a character that was lost, as the text was not UTF-8",
        '\uFFFE' or '\uFFFF' => "what is no character",
        _ when char.IsSurrogate(c) => "half a character",
        _ when char.IsControl(c) => "a control character",
        _ => null,
    };
}
