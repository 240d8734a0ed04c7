using System.Collections.Immutable;

namespace MeetingBot.Risks.Criteria;

/// <summary>The sets of criteria that are shipped.</summary>
public static class ShippedCriteria
{
    private static readonly Scale Frequencies = Scale.Of(
        "under once in 10 years", "every few years", "about yearly", "several times a year", "monthly or more");

    private static readonly Scale Damages = Scale.Of(
        "negligible", "local and under a week", "many users or over a week", "one experiment stopped or data lost",
        "the infrastructure stopped or trust in it lost");

    private static readonly Scale Grades = Scale.Of("very low", "low", "moderate", "high", "very high");

    private static readonly Scale FourFrequencies = Scale.Of(
        "unlikely", "less than yearly", "every few months", "every 2 to 3 months or more");

    private static readonly Scale FourDamages = Scale.Of(
        "minimal", "minor: local, under a week", "serious: many users, over a week",
        "serious disruption of the ability to deliver");

    /// <summary>1 to 5 with the 5 x 5 matrix of ISO/IEC 27005.</summary>
    public static RiskCriteria Wlcg { get; } = new(
        "wlcg", "1 to 5, ISO/IEC 27005 5x5", Frequencies, Damages, RiskMatrices.Iso, HighFrom: 3);

    public static ImmutableArray<RiskCriteria> All { get; } =
    [
        Wlcg,
        new("nist", "NIST SP 800-30", Grades, Grades, RiskMatrices.Nist, HighFrom: 3),
        new("iso", "ISO/IEC 27005:2022", Scale.Of(
                "very unlikely", "unlikely", "likely", "very likely", "almost certain"),
            Scale.Of("minor", "significant", "serious", "critical", "catastrophic"), RiskMatrices.Iso, HighFrom: 3),
        new("egi", "EGI and WISE, 1 to 4", FourFrequencies, FourDamages, RiskMatrices.Egi, HighFrom: 2),
        new("eosc", "EOSC-hub, 1 to 4", Scale.Of("unlikely", "possible", "likely", "almost certain"),
            Scale.Of("minor", "moderate", "major", "catastrophic"), RiskMatrices.Eosc, HighFrom: 2),
        new("lcg", "LCG 2003, 1 to 3", Scale.Of("low", "medium", "high"), Scale.Of("low", "medium", "high"),
            RiskMatrices.Three, HighFrom: 3),
    ];

    /// <summary>Other names of sets.</summary>
    private static readonly ImmutableDictionary<string, string> Names = ImmutableDictionary.CreateRange(
        StringComparer.OrdinalIgnoreCase,
        [
            KeyValuePair.Create("1-5", "wlcg"), KeyValuePair.Create("1-4", "egi"), KeyValuePair.Create("1-3", "lcg"),
            KeyValuePair.Create("wise", "egi"), KeyValuePair.Create("iso27005", "iso"),
            KeyValuePair.Create("iso 27005", "iso"), KeyValuePair.Create("nist 800-30", "nist"),
        ]);

    /// <summary>The set of that name; null for none.</summary>
    public static RiskCriteria? Find(string name)
    {
        var id = Names.GetValueOrDefault(name.Trim(), name.Trim());
        return All.FirstOrDefault(set => set.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
    }
}
