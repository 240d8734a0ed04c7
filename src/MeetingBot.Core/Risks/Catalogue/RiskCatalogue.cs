using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Catalogue;

/// <summary>What the group has to protect, and against what; shared by its assessments.</summary>
public sealed record RiskCatalogue(ImmutableArray<Asset> Assets, ImmutableArray<Threat> Threats)
{
    public static Reads Reads { get; } = Tables.Reads.Of(RiskRows.Assets, RiskRows.Threats);

    /// <summary>The assessment that is worked on is read too: who began it may change the catalogue.</summary>
    internal static Reads WithAssessment(Turn turn) => turn.OpenRounds().Current is > 0 and var current
        ? Reads.And(Tables.Reads.OfKeys(RiskRows.Key(current)))
        : Reads;

    public static RiskCatalogue From(RowSet rows) => new(
        [.. rows.In(RiskRows.Assets).Select(RiskRows.ReadAsset).OrderBy(asset => asset.Id, ById)],
        [.. rows.In(RiskRows.Threats).Select(RiskRows.ReadThreat).OrderBy(threat => threat.Id, ById)]);

    /// <summary>The assessment that is worked on, where it was read; null for none.</summary>
    internal static Assessment? Current(Turn turn, RowSet rows) =>
        turn.OpenRounds().Current is > 0 and var current && rows[RiskRows.Key(current)] is { } row
            ? RiskRows.ReadAssessment(row)
            : null;

    /// <summary>
    /// Why somebody may not change what others have written; null where they may: the group's chairs, who began the
    /// assessment, and anyone while the group has no chair.
    /// </summary>
    internal static Refusal? Hindrance(Turn turn, Assessment? assessment) =>
        turn.Group.Chairs.IsEmpty || turn.Group.IsChair(turn.Actor) || assessment?.Author.Key == turn.Actor.Key
            ? null
            : new Refusal("That is for the group's chairs and who began the assessment: " + Phrases.Join(
                [.. turn.Group.Chairs.Append(assessment?.Author).OfType<Person>().Select(person => person.Name)
                    .Distinct(StringComparer.OrdinalIgnoreCase)]) + ".");

    // A-2 before A-10.
    private static readonly IComparer<string> ById = Comparer<string>.Create((one, other) =>
    {
        var (first, second) = (Ending(one), Ending(other));
        var names = string.CompareOrdinal(one[..^first.Length].ToUpperInvariant(),
            other[..^second.Length].ToUpperInvariant());
        if (names != 0) return names;
        var lengths = first.TrimStart('0').Length.CompareTo(second.TrimStart('0').Length);
        return lengths != 0 ? lengths : string.CompareOrdinal(first, second);
    });

    private static string Ending(string id)
    {
        var start = id.Length;
        while (start > 0 && char.IsAsciiDigit(id[start - 1])) start--;
        return id[start..];
    }
}
