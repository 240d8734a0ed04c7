using System.Collections.Immutable;
using MeetingBot.Conversations;

namespace MeetingBot.Risks.Import;

/// <summary>References in one cell: addresses stand behind one another, anything else one a line.</summary>
internal static class ReferenceList
{
    private const int MostReference = 500;
    private static readonly char[] Ends = [' ', '\t', '\n', ',', ';'];

    public static (ImmutableArray<string> References, string? Problem) Read(string cell)
    {
        var words = cell.Split(Ends, StringSplitOptions.RemoveEmptyEntries);
        var parts = Array.TrueForAll(words, IsAddress)
            ? words
            : cell.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        ImmutableArray<string> references = [.. parts.Distinct(StringComparer.Ordinal)];
        if (references.Length > RiskScenario.MostReferences)
            return ([], FormattableString.Invariant(
                $"{references.Length} references; up to {RiskScenario.MostReferences} are kept."));
        return references.FirstOrDefault(reference => reference.Length > MostReference) is { } longest
            ? ([], FormattableString.Invariant(
                $"the reference \"{Phrases.Shorten(longest, 40)}\" is longer than {MostReference} characters."))
            : (references, null);
    }

    private static bool IsAddress(string word) =>
        word.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || word.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
}
