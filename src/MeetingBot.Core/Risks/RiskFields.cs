using System.Collections.Immutable;
using MeetingBot.Conversations;

namespace MeetingBot.Risks;

/// <summary>
/// Named parts of what was typed: <c>Stolen token | asset: A-1 | mitigation: short lifetimes</c>, or a line each.
/// </summary>
/// <param name="Head">What stands before the first name.</param>
/// <param name="Named">The parts by the name they were given, in order.</param>
internal sealed record RiskFields(string Head, ImmutableArray<(string Name, string Value)> Named)
{
    private const int MostName = 24;

    /// <param name="bare">A name at the beginning of a part may stand without its colon: <c>title Stolen token</c>.</param>
    public static RiskFields Read(string text, IReadOnlyCollection<string> names, bool bare = false)
    {
        var head = new List<string>();
        var named = new List<(string Name, List<string> Lines)>();
        foreach (var part in text.Split(['|', '\n']).Select(part => part.Trim()).Where(part => part.Length > 0))
        {
            if (Name(part, ':', names) is { } name)
                named.Add((name, [part[(part.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()]));
            else if (bare && Name(part, ' ', names) is { } word)
                named.Add((word, [part[(part.IndexOf(' ', StringComparison.Ordinal) + 1)..].Trim()]));
            else (named.Count > 0 ? named[^1].Lines : head).Add(part);
        }
        return new RiskFields(
            string.Join('\n', head), [.. named.Select(field => (field.Name, string.Join('\n', field.Lines)))]);
    }

    /// <summary>A list: commas and semicolons part it.</summary>
    public static ImmutableArray<string> List(string value) =>
        [.. value.Split([',', ';', '\n']).Select(Phrases.Words).Where(part => part.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase)];

    private static string? Name(string part, char end, IReadOnlyCollection<string> names)
    {
        var length = part.IndexOf(end, StringComparison.Ordinal);
        if (length is < 1 or > MostName) return null;
        var name = part[..length].Trim().ToLowerInvariant();
        return names.FirstOrDefault(known => known == name || known + "s" == name);
    }
}
