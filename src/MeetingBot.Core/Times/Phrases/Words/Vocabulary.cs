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
