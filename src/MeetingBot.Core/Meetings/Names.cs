using System.Text.RegularExpressions;

namespace MeetingBot.Meetings;

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

    /// <summary>
    /// The name itself, its first name, or its initials: <c>ML</c> for "Mara Lind", <c>DavidC</c> for "David Cole".
    /// </summary>
    public static bool Means(string shortForm, string name)
    {
        if (Same(shortForm, name)) return true;
        var parts = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0) return false;
        if (Same(shortForm, parts[0])) return true;
        if (parts.Length < 2) return false;
        var initials = string.Concat(parts.Select(part => part[0]));
        return Same(shortForm, initials)
            || Same(shortForm, $"{parts[0][0]}{parts[^1][0]}")
            || Same(shortForm, $"{parts[0]}{parts[^1][0]}");
    }

    [GeneratedRegex(@"^(?:@\S{1,60}|@?\p{Lu}[\p{L}\p{M}\p{N}'’.-]{0,40}(?:\s+(?:(?:van|von|der|den|de|la|le|di|da|del|dos|du|al|el|bin|ten|ter|zu)\s+){0,2}\p{Lu}[\p{L}\p{M}\p{N}'’.-]{0,40}){0,3})$", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
