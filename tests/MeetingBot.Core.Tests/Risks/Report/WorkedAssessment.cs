using System.Collections.Immutable;
using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Rounds;
using MeetingBot.Risks.Scoring;
using NodaTime;

namespace MeetingBot.Risks.Report;

/// <summary>
/// Eight members and five risks, whose figures were reckoned elsewhere, as a version that was frozen; with everything
/// that a report can show.
/// </summary>
internal static class WorkedAssessment
{
    private static readonly ImmutableArray<RiskDimension> Both = [RiskDimension.Likelihood, RiskDimension.Impact];
    private static readonly ImmutableArray<int> Weights = [3, 3, 3, 3, 2, 1, 1, 1];

    /// <summary>What the fixture says beyond the table; members M1 to M8.</summary>
    public static AssessmentDocument Document { get; } = Make();

    /// <summary>Counts of the scores written as in the table: <c>?</c> don't know, <c>-</c> abstain, <c>.</c> no reply.</summary>
    public static DimensionResult Result(RiskDimension dimension, string scores, bool weighed = false)
    {
        var given = scores.Split(' ');
        var values = given.Select((score, place) => (score, place)).Where(one => char.IsAsciiDigit(one.score[0]))
            .Select(one => (Value: one.score[0] - '0', Weight: (double)Weights[one.place % Weights.Length])).ToList();
        return new DimensionResult(
            dimension, [.. Enumerable.Range(1, 5).Select(value => values.Count(one => one.Value == value))], given.Length,
            given.Count(score => score == "?"), given.Count(score => score == "-"),
            weighed
                ? new WeightedValue(
                    Statistics.WeightedScores.HighMedian(values) ?? 1, Statistics.WeightedScores.Mean(values) ?? 1)
                : null,
            []);
    }

    public static RiskResult Scored(int round, string likelihood, string impact, bool weighed = false) => new(
        round, Instant.FromUtc(2026, 10, 9, 16, 0),
        [Result(RiskDimension.Likelihood, likelihood, weighed), Result(RiskDimension.Impact, impact, weighed)]);

    /// <summary>The same counts as one round record over all risks.</summary>
    public static ImmutableArray<ValueCounts> Cast(IEnumerable<RiskScenario> risks) =>
    [
        .. Both.Select(dimension => risks.Select(risk => risk.Result![dimension]!).ToList() is var results
            ? new ValueCounts(
                dimension, [.. Enumerable.Range(0, 5).Select(place => results.Sum(one => one.Counts[place]))],
                results.Sum(one => one.DontKnow), results.Sum(one => one.Abstained))
            : null!),
    ];

    // One that is shown, and one that would name who scored.
    private static RiskResult ByCommunity(RiskResult result) => result with
    {
        Dimensions =
        [
            .. result.Dimensions.Select(one => one with
            {
                Communities = [new CommunityResult("Operations", [0, 1, 0, 2, 0]), new CommunityResult("Pair", [0, 1, 0, 1, 0])],
            }),
        ],
    };

    private static AssessmentDocument Make()
    {
        ImmutableArray<RiskScenario> risks =
        [
            new RiskScenario("TR-1", "A token is logged in clear text", 1)
            {
                Description = "Services write bearer tokens into their logs. Whoever reads the logs can use them until they "
                    + "expire.",
                Assets = ["A-2"], Threats = ["T-2"], Mitigation = "Tokens live for six hours at most.",
                Workflow = "Data transfer", References = ["https://www.rfc-editor.org/rfc/rfc6750"],
                Result = Scored(1, "3 3 2 3 2 3 ? 3", "2 2 3 2 2 2 2 3", weighed: true),
                Treatment = new Treatment(
                    TreatmentKind.Reduce, "Mask tokens in log lines from the next release on.", "developers",
                    "Storage team", new LocalDate(2027, 3, 1), 4),
                History = [new RiskEvent(Instant.FromUtc(2026, 9, 1, 14, 0), "Written.")],
            },
            new RiskScenario("TR-2", "A refresh token is stolen from a submit host", 1)
            {
                Description = "Long-lived refresh tokens lie on hosts where many people log in. Who takes one can act as the "
                    + "workflow for weeks.",
                Assets = ["A-1", "A-2"], Threats = ["T-1", "T-3"], Tlp = null,
                Mitigation = "Two experiments keep them in a vault; the others on disk.",
                Differences = "Where a vault holds the refresh tokens, a stolen host gives away access tokens only.",
                Communities = ["ATLAS", "CMS"], Aliases = ["TR-6"],
                References = ["https://www.rfc-editor.org/rfc/rfc6819", "Incident drill, spring"],
                Result = ByCommunity(Scored(1, "2 4 2 5 2 4 2 4", "4 4 4 5 4 4 4 4", weighed: true)),
                Treatment = new Treatment(
                    TreatmentKind.Reduce, "Keep refresh tokens in a vault, never on submit hosts. Rotate them on every use.",
                    "VOs", "Operations", new LocalDate(2027, 1, 10), 5),
                Residual = Scored(2, "2 2 2 1 2 2 2 2", "4 4 3 4 4 4 4 4"),
                Discussion = ["Those who run a vault see it less often; the others had two cases in a year."],
                History =
                [
                    new RiskEvent(Instant.FromUtc(2026, 9, 1, 14, 0), "Written."),
                    new RiskEvent(Instant.FromUtc(2026, 9, 20, 14, 0), "TR-6 was merged into it."),
                ],
            },
            new RiskScenario("TR-3", "The token issuer is compromised", 1)
            {
                Description = "Whoever holds the signing key can issue any token for any service.",
                Assets = ["A-1"], Threats = ["T-3"], Mitigation = "Keys are in hardware modules at two sites.",
                Result = Scored(1, "1 1 2 1 1 2 1 .", "5 5 4 5 5 4 5 .", weighed: true),
                Treatment = new Treatment(
                    TreatmentKind.Accept, "", "", "", null, null, new LocalDate(2027, 6, 30)),
            },
            new RiskScenario("TR-4", "Group membership is out of date", 1)
            {
                Description = "People who have left keep their groups, and with them their rights.",
                Assets = ["A-2"], Threats = ["T-3"], Mitigation = "Membership ends after a year.",
                Result = Scored(1, "4 3 4 4 3 4 4 3", "3 3 4 3 3 3 3 4", weighed: true),
                Treatment = new Treatment(
                    TreatmentKind.Reduce, "Update the membership service to version 2.4 or later.", "sites", "",
                    new LocalDate(2027, 2, 1)),
                Residual = Scored(2, "2 2 2 2 3 2 2 2", "3 3 3 3 3 3 2 3"),
            },
            new RiskScenario("TR-5", "A library accepts tokens that are not signed", 1)
            {
                Description = "One of the libraries in use may skip the check of a signature.",
                Assets = ["A-2"], Threats = ["T-1"],
                Result = Scored(1, "? ? 3 ? - 4 ? .", "3 4 3 - ? 3 4 .", weighed: true),
                Treatment = new Treatment(
                    TreatmentKind.Reduce, "Test every library with unsigned tokens.", "developers"),
            },
            new RiskScenario("TR-6", "A robot's token is copied", 1)
            {
                State = RiskState.Merged, Successors = ["TR-2"],
            },
        ];
        var scored = risks.Where(risk => risk.Active).ToList();
        var before = new AssessmentDocument(
            1, "Tokens in a research grid", "0.9", Instant.FromUtc(2026, 9, 30, 12, 0), true, ShippedCriteria.Wlcg, [],
            [
                risks[0] with { Result = null, Treatment = null }, risks[1] with { Result = Scored(1, "2 2 2 2 2 2 2 2", "4 4 4 4 4 4 4 4") },
                risks[2], risks[3], risks[5] with { State = RiskState.Active, Successors = [] },
            ], [])
        { ScopeIn = "Tokens.", ScopeOut = "" };
        return new AssessmentDocument(
            1, "Tokens in a research grid", "1.0", Instant.FromUtc(2026, 11, 28, 15, 0), true, ShippedCriteria.Wlcg,
            ["Nova Quill", "Tarn Ibarra"], risks,
            [
                new RoundRecord(
                    1, Instant.FromUtc(2026, 10, 2, 14, 0), Instant.FromUtc(2026, 10, 9, 16, 0), false,
                    [.. scored.Select(risk => risk.Id)],
                    new RoundFigures(8, 8,
                    [
                        new DimensionAgreement(RiskDimension.Likelihood, 1781197.0 / 3435264, 110.0 / 159, 6, 4),
                        new DimensionAgreement(RiskDimension.Impact, 297389.0 / 384264, 209.0 / 224, 7, 4),
                    ]), Cast(scored)),
                new RoundRecord(
                    2, Instant.FromUtc(2026, 11, 6, 14, 0), Instant.FromUtc(2026, 11, 13, 16, 0), true, ["TR-2", "TR-4"],
                    new RoundFigures(8, 8, [new DimensionAgreement(RiskDimension.Likelihood, null, null, 8, 2)]), []),
            ])
        {
            Group = "Token trust and traceability",
            ScopeIn = "Tokens with which people and workflows reach storage and computing at the sites of the grid.",
            ScopeOut = "Web single sign-on, and certificates that services show each other.",
            Tlp = Tlp.Amber,
            Workflows = ["Job submission", "Data transfer"],
            Communities = [new WeighedCommunity("ATLAS", 3), new WeighedCommunity("CMS", 3), new WeighedCommunity("OPS", 1)],
            Assets =
            [
                new Asset("A-1", "Signing keys", AssetKind.Primary, "Keys of the token issuers.", "Issuers", 5, 5, 3)
                {
                    References = ["Key ceremony, 2025"],
                },
                new Asset("A-2", "Access to stored data", AssetKind.Primary, "Whatever a token opens.", "Sites", 3, 5, 4),
            ],
            Threats =
            [
                new Threat("T-1", "Somebody shows a token that is not theirs", Stride.Spoofing),
                new Threat("T-2", "Somebody reads what was not meant for them", Stride.InformationDisclosure, "In logs and memory."),
                new Threat("T-3", "Somebody gets rights that they should not have", Stride.ElevationOfPrivilege)
                {
                    References = ["STRIDE"],
                },
            ],
            Rationales =
            [
                new RiskRationales(
                    "TR-2", ["Our tokens are in a vault.", "Nobody but robots logs in there."],
                    ["We had two such cases last year.", "The hosts are shared by hundreds."]),
            ],
            Previous = before,
        };
    }
}
