using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace MeetingBot.Times;

/// <summary>
/// The words of all languages. A word may stand for several things; which one, who reads it asks for. The lists have
/// one line a meaning: <c>kind value: phrase, phrase</c>.
/// </summary>
internal static class Vocabulary
{
    private static readonly FrozenDictionary<string, ImmutableArray<Entry>> ByFirst =
        Entries(EnglishWords.List).Concat(Entries(FrenchWords.List)).Concat(Entries(GermanWords.List))
            .GroupBy(entry => entry.Keys[0])
            .ToFrozenDictionary(
                group => group.Key, group => group.OrderByDescending(entry => entry.Keys.Length).ToImmutableArray());

    /// <summary>The longest phrase of that kind that begins there, or null.</summary>
    public static Found? Find(ImmutableArray<Token> tokens, int at, TermKind kind)
    {
        if (at >= tokens.Length || !ByFirst.TryGetValue(tokens[at].Key, out var entries)) return null;
        foreach (var entry in entries)
            if (entry.Kind == kind && entry.Begins(tokens, at)) return new Found(entry.Value, at + entry.Keys.Length);
        return null;
    }

    /// <summary>The longest phrase of any kind that begins there, or null.</summary>
    public static Found? Find(ImmutableArray<Token> tokens, int at)
    {
        if (at >= tokens.Length || !ByFirst.TryGetValue(tokens[at].Key, out var entries)) return null;
        foreach (var entry in entries)
            if (entry.Begins(tokens, at)) return new Found(entry.Value, at + entry.Keys.Length);
        return null;
    }

    /// <summary>The one word of that kind from which it differs by one letter or by two that changed places; null for
    /// none, or where it is a word itself.</summary>
    public static int? Like(Token token, TermKind kind)
    {
        if (token.Kind is not TokenKind.Word || token.Key.Length is < 4 or > LongestLike
            || ByFirst.ContainsKey(token.Key)) return null;
        foreach (var entry in ByKind.GetValueOrDefault(kind, []))
            if (IsNear(token.Key, entry.Keys[0])) return entry.Value;
        return null;
    }

    private const int LongestLike = 16;

    private static bool IsNear(string typed, string word) =>
        word.Length >= 4 && Math.Abs(word.Length - typed.Length) <= 1 && typed[0] == word[0]
        && Spelling.Distance(typed, word) == 1;

    private static readonly FrozenDictionary<TermKind, ImmutableArray<Entry>> ByKind = ByFirst.Values
        .SelectMany(entries => entries)
        .Where(entry => entry.Keys.Length == 1 && entry.Kind is TermKind.Month or TermKind.Weekday)
        .GroupBy(entry => entry.Kind)
        .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());

    private static IEnumerable<Entry> Entries(string list) =>
        from line in list.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        let colon = line.IndexOf(':', StringComparison.Ordinal)
        let head = line[..colon].Split(' ')
        let kind = Enum.Parse<TermKind>(head[0])
        let value = head.Length > 1 ? int.Parse(head[1], CultureInfo.InvariantCulture) : 0
        from phrase in line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries)
        select new Entry([.. Tokens.Of(phrase).Select(token => token.Key)], kind, value);

    private sealed record Entry(ImmutableArray<string> Keys, TermKind Kind, int Value)
    {
        public bool Begins(ImmutableArray<Token> tokens, int at)
        {
            if (at + Keys.Length > tokens.Length) return false;
            for (var i = 0; i < Keys.Length; i++) if (tokens[at + i].Key != Keys[i]) return false;
            return true;
        }
    }
}

/// <summary>Something that was read, and where what follows it begins.</summary>
internal readonly record struct Found(int Value, int Next);
