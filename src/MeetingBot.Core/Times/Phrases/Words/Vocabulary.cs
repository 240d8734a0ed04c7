using System.Collections.Immutable;
using System.Globalization;

namespace MeetingBot.Times;

/// <summary>
/// The words of all languages. A word may stand for several things; which one, who reads it asks for. The lists have
/// one line a meaning: <c>kind value: phrase, phrase</c>.
/// </summary>
internal static class Vocabulary
{
    // Plain arrays in a plain dictionary, made in plain loops: what is generic over types of our own is compiled anew
    // in each process, before its first phrase is read.
    private static readonly Dictionary<string, Entry[]> ByFirst = Read(
        EnglishWords.List, FrenchWords.List, GermanWords.List);

    // Names of months and weekdays of one word.
    private static readonly Entry[] Names = NamesOf(ByFirst);

    private const int LongestLike = 16;

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
        foreach (var entry in Names)
            if (entry.Kind == kind && IsNear(token.Key, entry.Keys[0])) return entry.Value;
        return null;
    }

    private static bool IsNear(string typed, string word) =>
        word.Length >= 4 && Math.Abs(word.Length - typed.Length) <= 1 && typed[0] == word[0]
        && Spelling.Distance(typed, word) == 1;

    private static Entry[] NamesOf(Dictionary<string, Entry[]> byFirst)
    {
        var names = new List<Entry>();
        foreach (var entries in byFirst.Values)
            foreach (var entry in entries)
                if (entry.Keys.Length == 1 && entry.Kind is TermKind.Month or TermKind.Weekday) names.Add(entry);
        return [.. names];
    }

    // By their first words, the longest first.
    private static Dictionary<string, Entry[]> Read(params string[] lists)
    {
        var found = new Dictionary<string, List<Entry>>(StringComparer.Ordinal);
        foreach (var list in lists)
        {
            foreach (var line in list.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                foreach (var entry in Entries(line))
                {
                    if (!found.TryGetValue(entry.Keys[0], out var same)) found[entry.Keys[0]] = same = [];
                    same.Add(entry);
                }
        }
        var byFirst = new Dictionary<string, Entry[]>(found.Count, StringComparer.Ordinal);
        foreach (var (first, same) in found) byFirst[first] = [.. same.OrderByDescending(entry => entry.Keys.Length)];
        return byFirst;
    }

    private static IEnumerable<Entry> Entries(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var head = line[..colon].Split(' ');
        var kind = Enum.Parse<TermKind>(head[0]);
        var value = head.Length > 1 ? int.Parse(head[1], CultureInfo.InvariantCulture) : 0;
        foreach (var phrase in line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries))
        {
            var tokens = Tokens.Of(phrase);
            var keys = new string[tokens.Length];
            for (var i = 0; i < keys.Length; i++) keys[i] = tokens[i].Key;
            yield return new Entry(keys, kind, value);
        }
    }

    private sealed record Entry(string[] Keys, TermKind Kind, int Value)
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
