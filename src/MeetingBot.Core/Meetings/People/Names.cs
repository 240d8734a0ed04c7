using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace MeetingBot.Meetings.People;

/// <summary>What names look like, and when a short form that minutes use means one.</summary>
public static partial class Names
{
    /// <summary>
    /// Regex of those who are given something to do: a name of up to three capitalized words, a mention, or everybody;
    /// several with commas or "and" between them. Atomic: a name once read is not given up piece by piece, which
    /// "A.and A.and …" would make slow.
    /// </summary>
    public const string Owners = Owner + @"(?:\s*(?:,|&|\band\b|,\s*and\b)\s*" + Owner + "){0,9}";

    private const string Owner = @"(?>@?\p{Lu}[\p{L}\p{M}\p{N}_'’.-]{0,40}(?:\s(?!and\b|to\b)\p{Lu}[\p{L}\p{M}'’.-]{0,40}){0,2}|@[^\s,:@]{1,60}|all|everyone|everybody|me|I)";

    /// <summary>Written as names are: <c>Luna</c>, <c>ML</c>, <c>@luna</c>, <c>Mara van der Lind</c>.</summary>
    public static bool IsWritten(string text) => Written().IsMatch(text);

    /// <summary>Written as names are, or a single word, which may be one: <c>luna</c>.</summary>
    public static bool MayBe(string text) => IsWritten(text) || (text.Length <= 40 && text.All(char.IsLetter));

    public static bool Same(string a, string b) =>
        string.Equals(a.Trim(), b.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is the name itself or a short form of it.</summary>
    public static bool Means(string shortForm, string name) =>
        Same(shortForm, name) || ShortForms(name).Any(known => Same(shortForm, known));

    /// <summary>
    /// First name and initials: <c>Mara</c>, <c>ML</c>, <c>MaraL</c> and <c>Mara L.</c> for "Mara Lind"; of "MaraL" the
    /// last letter is the initial of the surname.
    /// </summary>
    public static IEnumerable<string> ShortForms(string name)
    {
        var parts = WithInitial().Match(name.Trim()) is { Success: true } camel
            ? [camel.Groups["first"].Value, camel.Groups["last"].Value]
            : name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > 0) yield return parts[0];
        if (parts.Length < 2) yield break;
        yield return string.Concat(parts.Select(part => part[0]));
        if (parts.Length > 2) yield return $"{parts[0][0]}{parts[^1][0]}";
        yield return $"{parts[0]}{parts[^1][0]}";
        yield return $"{parts[0]} {parts[^1][0]}";
        yield return $"{parts[0]} {parts[^1][0]}.";
    }

    /// <summary>Whether the words mean everybody, or anybody: they are nobody's name.</summary>
    public static bool IsEverybody(string words) => Everybody.Contains(words.Trim());

    private static readonly FrozenSet<string> Everybody = new[]
    {
        "all", "all of us", "everyone", "everybody", "anyone", "anybody", "someone", "somebody", "nobody", "no one",
        "both", "alle", "jeder", "jemand", "niemand", "tous", "toutes", "tout le monde", "personne", "todos", "todas",
        "nadie", "tutti", "iedereen",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"^(?<first>\p{Lu}\p{L}*\p{Ll}{2})(?<last>\p{Lu})$", RegexOptions.CultureInvariant)]
    private static partial Regex WithInitial();

    [GeneratedRegex(@"^(?:@\S{1,60}|@?\p{Lu}[\p{L}\p{M}\p{N}'’.-]{0,40}(?:\s+(?:(?:van|von|der|den|de|la|le|di|da|del|dos|du|al|el|bin|ten|ter|zu)\s+){0,2}\p{Lu}[\p{L}\p{M}\p{N}'’.-]{0,40}){0,3})$", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
