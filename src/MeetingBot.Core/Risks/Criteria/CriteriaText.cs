using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Risks.Import;

namespace MeetingBot.Risks.Criteria;

/// <summary>
/// A group's own criteria as it writes them, a line each: <c>likelihood: rare; sometimes; often</c>, <c>impact: …</c>,
/// <c>levels: Low; Medium; High</c>, <c>matrix: Low Low Medium / Low Medium High / …</c> from the lowest likelihood on,
/// each with the impacts from the lowest on, and <c>high: High</c>.
/// </summary>
internal static class CriteriaText
{
    public const int MostName = 60;
    private const int MostAnchor = 160;
    private static readonly string[] Names = ["likelihood", "impact", "level", "matrix", "high"];

    /// <summary>The criteria, or the first thing that is wrong.</summary>
    public static (RiskCriteria? Criteria, string? Problem) Read(string text)
    {
        if (HiddenCharacters.First(text) is { } hidden) return (null, $"There is {hidden}");
        var lines = text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        var name = lines.Count > 0 && Of(lines[0]) is null ? Phrases.Words(lines[0].Trim('"')) : "Own criteria";
        if (name.Length > MostName) return (null, $"The name has up to {MostName} characters.");
        var parts = new Dictionary<string, string>();
        foreach (var line in lines)
        {
            if (Of(line) is not var (part, value)) continue;
            if (!parts.TryAdd(part, value)) return (null, $"\"{part}\" is said twice.");
        }
        if (Names.FirstOrDefault(part => !parts.ContainsKey(part)) is { } missing)
            return (null, $"The line \"{missing}: …\" is missing.");
        var (likelihood, impact, levels) = (List(parts["likelihood"]), List(parts["impact"]), List(parts["level"]));
        if ((Wrong("likelihood", likelihood) ?? Wrong("impact", impact) ?? Wrong("levels", levels)) is { } wrong)
            return (null, wrong);
        if (levels.Distinct(StringComparer.OrdinalIgnoreCase).Count() != levels.Length)
            return (null, "A level is named twice.");
        var high = Level(parts["high"], levels);
        if (high < 0) return (null, $"\"{Phrases.Shorten(parts["high"], 40)}\" is none of the levels.");
        var (cells, problem) = Cells(parts["matrix"], likelihood.Length, impact.Length, levels);
        if (cells is not { } rows) return (null, problem);
        var matrix = new RiskMatrix(name, levels, rows);
        return matrix.IsMonotone
            ? (new RiskCriteria("own", name, new Scale(1, likelihood.Length) { Anchors = likelihood },
                new Scale(1, impact.Length) { Anchors = impact }, matrix, high), null)
            : (null, "In the matrix a level falls where likelihood or impact rises: a greater risk would count as a "
                + "smaller one.");
    }

    private static (string Part, string Value)? Of(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1) return null;
        var name = line[..colon].Trim().ToLowerInvariant();
        return Names.FirstOrDefault(known => known == name || known + "s" == name
            || (known == "high" && name == "high from")) is { } part
            ? (part, line[(colon + 1)..].Trim())
            : null;
    }

    private static ImmutableArray<string> List(string value) =>
        [.. value.Split([';', '|']).Select(Phrases.Words).Where(part => part.Length > 0)];

    private static string? Wrong(string name, ImmutableArray<string> values) =>
        values.Length is < 2 or > Scale.MostLevels
        ? $"The {name} has {values.Length} values; 2 to {Scale.MostLevels} fit, with ; between."
        : values.Any(value => value.Length > MostAnchor) ? $"A value of the {name} has up to {MostAnchor} characters."
        : null;

    private static (ImmutableArray<ImmutableArray<int>>? Cells, string? Problem) Cells(
        string text, int likelihoods, int impacts, ImmutableArray<string> levels)
    {
        var rows = text.Split('/').Select(row => row.Trim()).Where(row => row.Length > 0).ToList();
        if (rows.Count != likelihoods)
            return (null, $"The matrix has {rows.Count} rows with / between; there is one for each of the "
                + $"{likelihoods} likelihoods.");
        var read = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        foreach (var row in rows)
        {
            // Levels of one word need no comma.
            var cells = row.Split(
                row.Contains(',', StringComparison.Ordinal) ? [','] : [' '], StringSplitOptions.RemoveEmptyEntries);
            if (cells.Length != impacts)
                return (null, $"\"{Phrases.Shorten(row, 60)}\" has {cells.Length} levels; there is one for each of "
                    + $"the {impacts} impacts.");
            ImmutableArray<int> found = [.. cells.Select(cell => Level(cell, levels))];
            if (found.Contains(-1))
                return (null, $"\"{Phrases.Shorten(cells[found.IndexOf(-1)].Trim(), 40)}\" in the matrix is none of "
                    + "the levels.");
            read.Add(found);
        }
        return (read.ToImmutable(), null);
    }

    private static int Level(string text, ImmutableArray<string> levels)
    {
        for (var level = 0; level < levels.Length; level++)
            if (levels[level].Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)) return level;
        return -1;
    }
}
