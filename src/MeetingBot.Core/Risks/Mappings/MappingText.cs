using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Conversations;
using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Import;

namespace MeetingBot.Risks.Mappings;

/// <summary>
/// A mapping as people write it, a line each: the other scales' name, <c>likelihood: 1=1; 2=1; 3=2; 4=3; 5=4</c>,
/// <c>impact: …</c>, one of them or both, and what the other's values mean: <c>to: egi</c> of a set that is shipped, or
/// <c>likelihood means: rare; often</c>, <c>impact means: …</c>.
/// </summary>
internal static class MappingText
{
    private const int MostAnchor = 160;
    private static readonly string[] Names = ["likelihood", "impact", "likelihood means", "impact means", "to"];

    /// <summary>The mapping, or the first thing that is wrong.</summary>
    public static (ScaleMapping? Mapping, string? Problem) Read(string text, RiskCriteria criteria)
    {
        if (HiddenCharacters.First(text) is { } hidden) return (null, $"There is {hidden}");
        var parts = new Dictionary<string, string>();
        var name = "";
        foreach (var line in text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            if (Of(line) is not var (part, value))
            {
                if (name.Length > 0) return (null, $"I can't read \"{Phrases.Shorten(line, 60)}\".");
                name = Phrases.Words(line.Trim('"', ':'));
            }
            else if (!parts.TryAdd(part, value)) return (null, $"\"{part}\" is said twice.");
        }
        var to = parts.TryGetValue("to", out var set) ? ShippedCriteria.Find(set) : null;
        if (set is not null && to is null)
            return (null, $"\"{Phrases.Shorten(set, 30)}\" is no set of scales that I have.");
        if (name.Length == 0) name = to?.Name ?? "";
        if (name.Length is 0 or > ScaleMapping.MostName)
            return (null, $"The first line is the name of the other scales, up to {ScaleMapping.MostName} characters.");
        var (likelihood, wrong) = Table("likelihood", parts, criteria.Likelihood);
        if (wrong is not null) return (null, wrong);
        (var impact, wrong) = Table("impact", parts, criteria.Impact);
        if (wrong is not null) return (null, wrong);
        var mapping = new ScaleMapping(name, likelihood, impact)
        {
            LikelihoodAnchors = Anchors("likelihood means", parts, likelihood.IsEmpty ? null : to?.Likelihood),
            ImpactAnchors = Anchors("impact means", parts, impact.IsEmpty ? null : to?.Impact),
            Matrix = likelihood.IsEmpty || impact.IsEmpty ? null : to?.Matrix,
        };
        var anchors = mapping.LikelihoodAnchors.Concat(mapping.ImpactAnchors).ToList();
        if (anchors.Exists(anchor => anchor.Length > MostAnchor))
            return (null, $"What a value means has up to {MostAnchor} characters.");
        return mapping.Problem(criteria.Likelihood, criteria.Impact) is { } problem ? (null, problem) : (mapping, null);
    }

    private static (string Part, string Value)? Of(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1) return null;
        var name = Phrases.Words(line[..colon]).ToLowerInvariant();
        return Names.Contains(name) ? (name, line[(colon + 1)..].Trim()) : null;
    }

    // Each value once, and all of them: which the others are nobody guesses.
    private static (ImmutableArray<int> Table, string? Problem) Table(
        string what, Dictionary<string, string> parts, Scale scale)
    {
        if (!parts.TryGetValue(what, out var text)) return ([], null);
        var found = new SortedDictionary<int, int>();
        foreach (var pair in text.Split(
            [';', ',', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var sides = pair.Replace("->", "=", StringComparison.Ordinal).Replace('→', '=').Split('=');
            if (sides.Length != 2 || Number(sides[0]) is not { } from || Number(sides[1]) is not { } to)
                return ([], $"I can't read \"{Phrases.Shorten(pair, 30)}\" of the {what}; a value and its other are "
                    + "such as 3=2.");
            if (!scale.Has(from))
                return ([], FormattableString.Invariant(
                    $"There is no {what} {from} here; it goes from {scale.Lowest} to {scale.Highest}."));
            if (!found.TryAdd(from, to)) return ([], FormattableString.Invariant($"{what} {from} is said twice."));
        }
        var missing = scale.Values.Where(value => !found.ContainsKey(value)).ToList();
        if (missing.Count == 0) return ([.. found.Values], null);
        var names = Phrases.Join([.. missing.Select(value => value.ToString(CultureInfo.InvariantCulture))]);
        var are = missing.Count == 1 ? "is" : "are";
        return ([], $"Of the {what} {names} {are} missing: every value needs its other.");
    }

    private static ImmutableArray<string> Anchors(string part, Dictionary<string, string> parts, Scale? shipped) =>
        parts.TryGetValue(part, out var text)
            ? [.. text.Split([';', '|']).Select(Phrases.Words).Where(word => word.Length > 0)]
            : shipped?.Anchors ?? [];

    private static int? Number(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
