using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Rounds;
using MeetingBot.Risks.Scoring;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Risks;

/// <summary>Every kind of row is read as it was written, whatever is set in it and whatever is not.</summary>
public sealed class RiskRowsTests
{
    private static readonly Person Anna = Room.Who("Anna");
    private static readonly Instant At = FakeTime.Start;

    private static readonly RiskResult Result = new(2, At,
    [
        new DimensionResult(
            RiskDimension.Likelihood, [1, 0, 2, 0, 0], 8, 1, 2, new WeightedValue(3, 2.5), [new CommunityResult("ATLAS", [0, 0, 3, 0, 0])])
            { Hidden = 1, Since = 1, Moved = 0 },
        new DimensionResult(RiskDimension.Impact, [0, 0, 0, 0, 0], 0, 0, 0, new WeightedValue(1, null)),
    ]) { Agreed = new AgreedValue(1, 5, "why", 3), Settled = true };

    public static TheoryData<string> Rows => [.. All.Select(row => row.Name)];

    private static readonly (string Name, object Value, JsonTypeInfo Type)[] All =
    [
        ("bare assessment", new Assessment(1, "T", Anna, At, ShippedCriteria.Wlcg), RiskJson.Default.Assessment),
        ("assessment", new Assessment(
            3, "T", Anna, At, ShippedCriteria.All[^1] with { ByNeed = true }, 4, "1.1",
            [
                new FrozenVersion("1.0", 2, At, Anna), new FrozenVersion("1.0.1", 3, At, Anna)
                {
                    ScopeIn = "in", ScopeOut = "out", Tlp = Tlp.Clear, Criteria = ShippedCriteria.Wlcg, Communities = [new Community("A")],
                    Workflows = ["w"],
                },
            ], 9, 8)
        {
            ScopeIn = "in", ScopeOut = "out", Workflows = ["a"], Communities = [new Community("ATLAS", 0.5) { Members = [Anna] }],
            Tlp = Tlp.Clear, Named = true, ScaledFrom = 2, Links = ImmutableSortedDictionary<string, string>.Empty.Add("3 v1.0", "token"),
        }, RiskJson.Default.Assessment),
        ("bare risk", new RiskScenario("TR-1", "T", 1), RiskJson.Default.RiskScenario),
        ("risk", new RiskScenario("TR-1", "T", 2)
        {
            Description = "d", Assets = ["A-1"], Threats = ["T-1"], Mitigation = "m", References = ["r"], Workflow = "w", Communities = ["c"],
            Differences = "x", Aliases = ["TR-0"], State = RiskState.Dropped, Successors = ["TR-9"], Tlp = Tlp.Clear, Result = Result,
            Earlier = [Result], Residual = Result, Discussion = ["said"], History = [new RiskEvent(At, "was", "Anna")],
            Treatment = new Treatment(TreatmentKind.Accept, "r", "a", "o", new LocalDate(2025, 1, 2), 3, new LocalDate(2026, 1, 2)),
        }, RiskJson.Default.RiskScenario),
        ("risk without treatment's parts", new RiskScenario("TR-1", "T", 1) { Treatment = new Treatment(TreatmentKind.Reduce), Tlp = Tlp.Red }, RiskJson.Default.RiskScenario),
        ("bare round", new ScoringRound(1, 1, 1, [], Anna, At, null, new ConversationReference("web", "", "r", ConversationKind.Personal)), RiskJson.Default.ScoringRound),
        ("round", new ScoringRound(
            1, 2, 3, ["TR-1"], Anna, At, At, new ConversationReference("teams", "t", "r", ConversationKind.Room, "th", "u", "b"), [Anna], [Anna], true,
            RoundStatus.Cancelled, At, new RoundFigures(3, 0, [new DimensionAgreement(RiskDimension.Likelihood, 0, null, 0, 0), new DimensionAgreement(RiskDimension.Availability, null, 0.5, 1, 2)])), RiskJson.Default.ScoringRound),
        ("bare score", new RiskScore(Anna, At, ImmutableSortedDictionary<RiskDimension, Score>.Empty), RiskJson.Default.RiskScore),
        ("score", new RiskScore(
            Anna, At, ImmutableSortedDictionary<RiskDimension, Score>.Empty.Add(RiskDimension.Likelihood, Score.DontKnow).Add(RiskDimension.Impact, Score.Abstained)
                .Add(RiskDimension.Integrity, Score.Of(5)).Add(RiskDimension.Availability, Score.Of(0)), "ATLAS", 3, "why"), RiskJson.Default.RiskScore),
        ("bare progress", new RoundProgress(Anna, ""), RiskJson.Default.RoundProgress),
        ("progress", new RoundProgress(Anna, "0101"), RiskJson.Default.RoundProgress),
        ("bare asset", new Asset("A", "n"), RiskJson.Default.Asset),
        ("asset", new Asset("A", "n", AssetKind.Supporting, "d", "o", 1, 0, 5) { References = ["r"] }, RiskJson.Default.Asset),
        ("bare threat", new Threat("T", "n"), RiskJson.Default.Threat),
        ("threat", new Threat("T", "n", Stride.Spoofing, "d") { References = ["r"] }, RiskJson.Default.Threat),
        ("no voters", RoundVoters.None, RiskJson.Default.RoundVoters),
        ("voters", new RoundVoters(RoundVoters.None.Last.Add("TR-1 Likelihood", "1 ab")), RiskJson.Default.RoundVoters),
        ("no open rounds", OpenRounds.None, RiskJson.Default.OpenRounds),
        ("open rounds", new OpenRounds([new OpenRound(1, 2)], 1), RiskJson.Default.OpenRounds),
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_IsReadAsItWasWritten(string name)
    {
        var (_, value, type) = All.Single(row => row.Name == name);
        var written = JsonSerializer.SerializeToUtf8Bytes(value, type);
        var read = JsonSerializer.Deserialize(written, type)!;
        Assert.Equal(Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(read, type)));
        // Seen without what the row's own form leaves out, so that nothing falls back to another default.
        Assert.Equal(Whole(value), Whole(read));
    }

    private static readonly JsonSerializerOptions Plain = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { WithoutMissingArrays } },
    };

    private static string Whole(object value) => JsonSerializer.Serialize(value, Plain);

    private static void WithoutMissingArrays(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            property.ShouldSerialize = (_, value) => value?.GetType().GetProperty("IsDefault")?.GetValue(value) is not true;
    }

    [Fact]
    public void KeysOfScores_OfARoundAndARisk_LieInTheirRangesAlone()
    {
        var ben = Room.Who("Ben").Key;
        foreach (var (risk, other) in ((string, string)[])[("TR-1", "TR-10"), ("TR-1", "TR-1a"), ("TR-1a", "TR-1")])
        {
            Assert.True(RiskRows.ScoresOf(1, 1, risk).Contains(RiskRows.ScoreKey(1, 1, risk, ben)));
            Assert.False(RiskRows.ScoresOf(1, 1, risk).Contains(RiskRows.ScoreKey(1, 1, other, ben)));
            Assert.False(RiskRows.RiskOf(1, risk).Contains(RiskRows.RiskKey(1, other, 1)));
        }
        Assert.False(RiskRows.ScoresOf(1, 1).Contains(RiskRows.ScoreKey(1, 11, "TR-1", ben)));
        Assert.False(RiskRows.ScoresOf(1, 1).Contains(RiskRows.VotersKey(1)));
        Assert.False(KeyRange.Under("score").Contains(RiskRows.ProgressKey(1, 1, ben)));
    }
}
