using System.Collections.Immutable;

namespace MeetingBot.Risks;

/// <summary>Something worth protecting, in the group's catalogue.</summary>
/// <param name="Id">As imported, or <c>A-3</c>.</param>
/// <param name="Confidentiality">How much it needs that, 1 to 5; null where nobody said.</param>
public sealed record Asset(
    string Id, string Name, AssetKind Kind = AssetKind.Primary, string Description = "", string Owner = "",
    int? Confidentiality = null, int? Integrity = null, int? Availability = null)
{
    public const int Most = 500;
    public const int MostId = 24;
    public const int MostName = 160;
    public const int MostText = 2_000;

    public ImmutableArray<string> References { get; init; } = [];

    public bool Equals(Asset? other) =>
        other is not null && (Id, Name, Kind, Description, Owner) == (other.Id, other.Name, other.Kind,
            other.Description, other.Owner)
        && (Confidentiality, Integrity, Availability) == (other.Confidentiality, other.Integrity, other.Availability)
        && References.SequenceEqual(other.References);

    public override int GetHashCode() => HashCode.Combine(Id, Name, Kind);
}

/// <summary>Whether it is what the group exists for, or what that stands on.</summary>
public enum AssetKind { Primary, Supporting }
