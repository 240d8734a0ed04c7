using System.Collections.Immutable;

namespace MeetingBot.Risks.Report;

/// <summary>What one kind of people is asked to do, the gravest risk first.</summary>
/// <param name="Addressee">Developers, sites, VOs, issuers; empty where nobody was named.</param>
public sealed record AddresseeAdvice(string Addressee, ImmutableArray<RiskEntry> Risks)
{
    public string Title => Addressee.Length > 0 ? Addressee : "Not addressed to anybody yet";

    /// <param name="risks">In the order of the report.</param>
    public static ImmutableArray<AddresseeAdvice> Of(ImmutableArray<RiskEntry> risks) =>
    [
        .. risks.Where(entry => entry.Risk.Treatment?.Recommendation is { Length: > 0 })
            .GroupBy(entry => entry.Risk.Treatment!.Addressee.Trim(), StringComparer.OrdinalIgnoreCase)
            .Select(group => new AddresseeAdvice(group.Key, [.. group]))
            .OrderBy(group => group.Addressee.Length == 0),
    ];
}
