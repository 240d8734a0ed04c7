using System.Collections.Frozen;
using System.Text.RegularExpressions;
using MeetingBot.Conversations;

namespace MeetingBot.Meetings.People;

/// <summary>
/// Initials as minutes use them, <c>ML</c> or <c>DCK</c>: they mean the one person whom they fit. Where they fit nobody
/// or several, or are a word besides, they are kept as typed, and that is said.
/// </summary>
internal static partial class Initials
{
    private const int MostSaid = 5;

    public static bool Are(string name) => Capitals().IsMatch(name.Trim());

    /// <summary>Whether they are more often a word, of a unit or an office: who is meant is not guessed then.</summary>
    public static bool AreWord(string name) => Words.Contains(name.Trim());

    /// <summary>
    /// What is said of those among the names that are kept as typed, a sentence without its full stop; empty where
    /// there are none.
    /// </summary>
    public static string Remark(IEnumerable<string> names, KnownPeople known)
    {
        var open = names.Select(name => name.Trim()).Where(name => Are(name) && known.Listed(name) == name)
            .Where(name => !known.IsAccount(name)).Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(name => (Name: name, Fits: known.WithInitials(name))).ToList();
        var nobody = open.FindAll(one => one.Fits.IsEmpty).ConvertAll(one => one.Name);
        var several = open.FindAll(one => !one.Fits.IsEmpty)
            .ConvertAll(one => $"\"{one.Name}\" may be {string.Join(" or ", one.Fits)}");
        var said = several.Take(MostSaid).ToList();
        if (nobody.Count > 0)
            said.Add($"{Phrases.Some([.. nobody.Select(name => $"\"{name}\"")], ", ", 100)} "
                + (nobody.Count == 1 ? "fits" : "fit") + " nobody that I know here");
        return said.Count == 0 ? "" : string.Join("; ", said) + ": kept as typed";
    }

    private static readonly FrozenSet<string> Words = new[]
    {
        "AI", "CA", "EC", "EU", "HR", "IT", "PI", "PM", "PO", "PR", "QA", "RA", "SC", "TF", "UK", "UN", "US", "USA",
        "VO", "WG", "WP",
    }.ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"^\p{Lu}{2,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Capitals();
}
