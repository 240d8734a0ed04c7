using System.Collections.Immutable;
using MeetingBot.Risks.Criteria;

namespace MeetingBot.Risks.Mappings;

/// <summary>
/// What the values of an assessment's scales are called on another's, such as those of a centre that measures impact
/// differently. It is a table that people have agreed on: between scales there is no arithmetic.
/// </summary>
/// <param name="Name">The other's scales, as the report prints them.</param>
/// <param name="Likelihood">Of each value, lowest first, the other's; empty where likelihood is not mapped.</param>
/// <param name="Impact">The same of impact.</param>
public sealed record ScaleMapping(string Name, ImmutableArray<int> Likelihood, ImmutableArray<int> Impact)
{
    public const int MostName = 60;

    /// <summary>More in a report nobody compares.</summary>
    public const int Most = 3;

    /// <summary>What the other's values mean, lowest first; empty without words.</summary>
    public ImmutableArray<string> LikelihoodAnchors { get; init; } = [];

    public ImmutableArray<string> ImpactAnchors { get; init; } = [];

    /// <summary>By which the other looks its levels up; null where it is not known.</summary>
    public RiskMatrix? Matrix { get; init; }

    /// <summary>What is wrong with it beside scales, in words; null for nothing.</summary>
    public string? Problem(Scale likelihood, Scale impact) =>
        Likelihood.IsDefaultOrEmpty && Impact.IsDefaultOrEmpty
            ? "It maps neither likelihood nor impact."
            : Wrong("likelihood", Likelihood, likelihood, LikelihoodAnchors)
                ?? Wrong("impact", Impact, impact, ImpactAnchors)
                ?? (Matrix is { } matrix && !Fits(matrix)
                    ? $"The matrix {matrix.Name} has no cell for a value."
                    : null);

    /// <summary>What a risk of these values is on the other's scales, in words; empty where nothing is known.</summary>
    public string Say(int? likelihood, int? impact)
    {
        var (other, damage) = (Of(Likelihood, likelihood), Of(Impact, impact));
        return string.Join("; ", new[]
        {
            other is { } one ? "likelihood " + Said(one, LikelihoodAnchors) : "",
            damage is { } two ? "impact " + Said(two, ImpactAnchors) : "",
            Matrix is { } matrix && other is { } row && damage is { } column
                ? FormattableString.Invariant(
                    $"{matrix.Level(row, column)} ({matrix[row, column] + 1} of {matrix.Levels.Length})")
                : "",
        }.Where(part => part.Length > 0));
    }

    /// <summary>
    /// The table of one scale, highest first: <c>5, monthly or more</c> and what that is on the other.
    /// </summary>
    public IEnumerable<string[]> Rows(bool ofLikelihood, Scale scale)
    {
        var table = ofLikelihood ? Likelihood : Impact;
        return table.IsDefaultOrEmpty || table.Length != scale.Width + 1
            ? []
            : scale.Values.Reverse().Select(value => new[]
        {
            scale.Say(value), Said(table[value - scale.Lowest], ofLikelihood ? LikelihoodAnchors : ImpactAnchors),
        });
    }

    private bool Fits(RiskMatrix matrix) =>
        !Likelihood.IsDefaultOrEmpty && !Impact.IsDefaultOrEmpty
        && Likelihood.Max() <= matrix.Cells.Length && Impact.Max() <= matrix.Cells[0].Length;

    private static string? Wrong(string what, ImmutableArray<int> table, Scale scale, ImmutableArray<string> anchors)
    {
        if (table.IsDefaultOrEmpty) return null;
        if (table.Length != scale.Width + 1)
            return FormattableString.Invariant(
                $"The {what} goes from {scale.Lowest} to {scale.Highest} here; the table has {table.Length} values.");
        var most = anchors.IsDefaultOrEmpty ? Scale.MostLevels : anchors.Length;
        if (table.FirstOrDefault(value => value < 1 || value > most, -1) is var off && off != -1)
            return FormattableString.Invariant(
                $"There is no {what} {off} on the other's scale; it goes from 1 to {most}.");
        for (var place = 1; place < table.Length; place++)
            if (table[place] < table[place - 1])
                return FormattableString.Invariant(
                    $"{what} {place + scale.Lowest} becomes {table[place]} and {place + scale.Lowest - 1} ")
                    + FormattableString.Invariant(
                        $"becomes {table[place - 1]}: a greater value would count as a smaller one.");
        return null;
    }

    private static int? Of(ImmutableArray<int> table, int? value) =>
        !table.IsDefaultOrEmpty && value is { } known && known >= 1 && known <= table.Length ? table[known - 1] : null;

    private static string Said(int value, ImmutableArray<string> anchors) =>
        FormattableString.Invariant($"{value}")
        + (!anchors.IsDefaultOrEmpty && value <= anchors.Length ? $", {anchors[value - 1]}" : "");
}
