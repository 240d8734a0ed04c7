using System.Collections.Immutable;

namespace MeetingBot.Risks.Criteria;

/// <summary>The whole numbers that a score is one of, each with what it means in words.</summary>
public sealed record Scale(int Lowest, int Highest)
{
    /// <summary>More levels nobody tells apart.</summary>
    public const int MostLevels = 10;

    /// <summary>1 to 5, without anchors.</summary>
    public static Scale Five { get; } = new(1, 5);

    /// <summary>What each value means, lowest first; empty for a scale without words.</summary>
    public ImmutableArray<string> Anchors { get; init; } = [];

    /// <summary>Between its ends: 4 on a scale of 1 to 5.</summary>
    public int Width => Highest - Lowest;

    /// <summary>Its values, lowest first.</summary>
    public IEnumerable<int> Values => Enumerable.Range(Lowest, Width + 1);

    public bool Has(int value) => value >= Lowest && value <= Highest;

    /// <summary>What a value means; null where it was not written down.</summary>
    public string? Anchor(int value) =>
        Has(value) && !Anchors.IsDefaultOrEmpty && value - Lowest < Anchors.Length ? Anchors[value - Lowest] : null;

    /// <summary>A value with its words: <c>5, monthly or more</c>.</summary>
    public string Say(int value) =>
        FormattableString.Invariant($"{value}") + (Anchor(value) is { } anchor ? ", " + anchor : "");

    /// <summary>Whether it has the same values in the same words.</summary>
    public bool IsSame(Scale other) =>
        (Lowest, Highest) == (other.Lowest, other.Highest)
        && Values.All(value => Anchor(value) == other.Anchor(value));

    public static Scale Of(params ReadOnlySpan<string> anchors) => new(1, anchors.Length) { Anchors = [.. anchors] };
}
