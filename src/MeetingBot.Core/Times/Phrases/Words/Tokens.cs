using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace MeetingBot.Times;

/// <summary>Cuts a text into tokens, one pass over it.</summary>
internal static class Tokens
{
    private const int MostDigits = 9;

    /// <summary>The tokens of a text.</summary>
    public static ImmutableArray<Token> Of(string text)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var glued = false;
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                (glued, at) = (false, at + 1);
                continue;
            }
            var end = at + 1;
            var kind = KindOf(text[at]);
            while (kind is not TokenKind.Sign && end < text.Length && KindOf(text[end]) == kind) end++;
            // "->" is an arrow.
            if (text[at] == '-' && end < text.Length && text[end] == '>') end++;
            Add(tokens, Make(kind, text[at..end], glued));
            (glued, at) = (true, end);
        }
        return tokens.ToImmutable();
    }

    // "Freitagnachmittag" is two words.
    private static void Add(ImmutableArray<Token>.Builder tokens, Token token)
    {
        var first = token.Kind is TokenKind.Word ? GermanWords.FirstOfCompound(token.Key) : 0;
        if (first == 0)
        {
            tokens.Add(token);
            return;
        }
        tokens.Add(token with { Text = token.Text[..first], Key = token.Key[..first] });
        tokens.Add(new(TokenKind.Word, token.Text[first..], token.Key[first..], -1, Glued: false));
    }

    private static Token Make(TokenKind kind, string text, bool glued) => kind switch
    {
        TokenKind.Number => new(
            kind, text, text,
            text.Length <= MostDigits ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : -1, glued),
        TokenKind.Word => new(kind, text, Fold(text), -1, glued),
        _ => new(kind, text, Sign(text), -1, glued),
    };

    private static TokenKind KindOf(char c) =>
        char.IsAsciiDigit(c) ? TokenKind.Number : char.IsLetter(c) ? TokenKind.Word : TokenKind.Sign;

    private static string Sign(string text) => text switch
    {
        "–" or "—" or "−" or "‑" or "‐" => "-",
        "→" or "->" or "⇒" or "►" => ">",
        "’" or "`" or "´" => "'",
        "≈" or "∼" => "~",
        "，" => ",",
        _ => text,
    };

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text) Fold(char.ToLowerInvariant(letter), folded);
        return folded.ToString();
    }

    private static void Fold(char lower, StringBuilder folded)
    {
        if (Plain(lower) is { } plain) folded.Append(plain);
        else folded.Append(lower);
    }

    // Without its accent; null where it has none.
    private static string? Plain(char lower) => lower switch
    {
        < '\u0080' => null,
        'à' or 'â' or 'ä' or 'á' or 'ã' or 'å' => "a",
        'ç' => "c",
        'é' or 'è' or 'ê' or 'ë' => "e",
        'î' or 'ï' or 'í' or 'ì' => "i",
        'ñ' => "n",
        'ô' or 'ö' or 'ó' or 'ò' => "o",
        'û' or 'ü' or 'ù' or 'ú' => "u",
        'œ' => "oe",
        'ß' => "ss",
        _ => null,
    };
}
