using System.Collections.Immutable;

namespace MeetingBot.Times;

/// <summary>The tokens of a phrase, asked about by place. What lies beyond the end is nothing.</summary>
internal sealed class TokenLine(ImmutableArray<Token> tokens)
{
    public int Count => tokens.Length;

    public Token this[int at] => tokens[at];

    public bool Has(int at) => at >= 0 && at < tokens.Length;

    /// <summary>Whether it is that sign.</summary>
    public bool Is(int at, string key) => Has(at) && tokens[at].Key == key;

    /// <summary>Whether it follows what is before it without a space.</summary>
    public bool Glued(int at) => Has(at) && tokens[at].Glued;

    /// <summary>Whether it is a letter or digit that sticks to what is before it.</summary>
    public bool Sticks(int at) => Glued(at) && tokens[at].Kind is not TokenKind.Sign;

    /// <summary>A number of at most so many digits, or null.</summary>
    public int? Number(int at, int mostDigits = 2, int leastDigits = 1) =>
        Has(at) && tokens[at] is { Kind: TokenKind.Number, Text.Length: var length, Number: >= 0 and var number }
            && length <= mostDigits && length >= leastDigits
            ? number
            : null;

    /// <summary>The longest phrase of the kind, with the full stop that shortens it.</summary>
    public Found? Term(int at, TermKind kind)
    {
        if (Vocabulary.Find(tokens, at, kind) is not { } found) return null;
        return kind is TermKind.Weekday or TermKind.ShortWeekday or TermKind.Month or TermKind.Unit
            && Is(found.Next, ".") && Glued(found.Next) && !Sticks(found.Next + 1)
            ? found with { Next = found.Next + 1 }
            : found;
    }

    /// <summary>Behind the phrase of one of the kinds, or the same place.</summary>
    public int Skip(int at, params ReadOnlySpan<TermKind> kinds)
    {
        foreach (var kind in kinds) if (Term(at, kind) is { } found) return found.Next;
        return at;
    }

    /// <summary>Behind one of the signs, or the same place.</summary>
    public int SkipSign(int at, string signs) =>
        Has(at) && tokens[at] is { Kind: TokenKind.Sign } sign && signs.Contains(sign.Key, StringComparison.Ordinal)
            ? at + 1
            : at;

    /// <summary>Any phrase that is known, whatever it stands for.</summary>
    public Found? Known(int at) => Vocabulary.Find(tokens, at);
}
