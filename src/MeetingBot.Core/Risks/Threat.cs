using System.Collections.Immutable;

namespace MeetingBot.Risks;

/// <summary>Something that may be done to an asset, in the group's catalogue.</summary>
/// <param name="Id">As imported, or <c>T-3</c>.</param>
/// <param name="Stride">Its label, which is no score; null for none.</param>
public sealed record Threat(string Id, string Name, Stride? Stride = null, string Description = "")
{
    public const int Most = 500;

    public ImmutableArray<string> References { get; init; } = [];

    public bool Equals(Threat? other) =>
        other is not null && (Id, Name, Stride, Description) == (other.Id, other.Name, other.Stride, other.Description)
        && References.SequenceEqual(other.References);

    public override int GetHashCode() => HashCode.Combine(Id, Name, Stride);
}

/// <summary>What kind of threat it is.</summary>
public enum Stride
{
    Spoofing, Tampering, Repudiation, InformationDisclosure, DenialOfService, ElevationOfPrivilege,
}

/// <summary>How the labels are written.</summary>
public static class StrideLabels
{
    public static string Words(this Stride stride) => stride switch
    {
        Stride.InformationDisclosure => "Information disclosure",
        Stride.DenialOfService => "Denial of service",
        Stride.ElevationOfPrivilege => "Elevation of privilege",
        _ => stride.ToString(),
    };

    /// <summary>Reads a label by its words or its letter, as <c>E</c>; null for none.</summary>
    public static Stride? Read(string text)
    {
        var name = string.Concat(text.Where(char.IsAsciiLetter)).ToUpperInvariant();
        if (name.Length == 0) return null;
        foreach (var stride in Enum.GetValues<Stride>())
        {
            var words = stride.ToString().ToUpperInvariant();
            if (name == words || (name.Length == 1 && name[0] == words[0])) return stride;
        }
        return name is "PRIVILEGEESCALATION" or "EOP" ? Stride.ElevationOfPrivilege
            : name is "DOS" or "DDOS" ? Stride.DenialOfService
            : null;
    }
}
