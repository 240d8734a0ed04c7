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

    /// <param name="bare">
    /// A name at the beginning of a part may stand without its colon: <c>title Stolen token</c>. In the lines below it
    /// is a word like any other: <c>threats are many</c>.
    /// </param>
    public static RiskFields Read(string text, IReadOnlyCollection<string> names, bool bare = false)
    {
        var head = new List<string>();
        var named = new List<(string Name, List<string> Lines)>();
        foreach (var (line, begins) in text.Split('|').SelectMany(Lines))
        {
            if (Name(line, ':', names) is { } name)
                named.Add((name, [line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()]));
            else if (bare && begins && Name(line, ' ', names) is { } word)
                named.Add((word, [line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..].Trim()]));
            else (named.Count > 0 ? named[^1].Lines : head).Add(line);
        }
        return new RiskFields(
            string.Join('\n', head), [.. named.Select(field => (field.Name, string.Join('\n', field.Lines)))]);
    }

    /// <summary>A list: commas and semicolons part it.</summary>
    public static ImmutableArray<string> List(string value) =>
        [.. value.Split([',', ';', '\n']).Select(Phrases.Words).Where(part => part.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase)];

    private static IEnumerable<(string Line, bool Begins)> Lines(string part) =>
        part.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)
            .Select((line, index) => (line, index == 0));

    private static string? Name(string part, char end, IReadOnlyCollection<string> names)
    {
        var length = part.IndexOf(end, StringComparison.Ordinal);
        if (length is < 1 or > MostName) return null;
        var name = part[..length].Trim().ToLowerInvariant();
        return names.FirstOrDefault(known => known == name || known + "s" == name);
    }
}
