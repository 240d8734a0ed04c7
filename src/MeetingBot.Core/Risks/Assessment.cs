using System.Collections.Immutable;
using System.Text.Json.Serialization;
using MeetingBot.Conversations;
using MeetingBot.Risks.Criteria;
using NodaTime;

namespace MeetingBot.Risks;

/// <summary>A risk assessment of a group: its scope, its criteria and how it goes on, version by version.</summary>
/// <param name="Number">From 1, stable for the life of the group.</param>
/// <param name="Author">Who began it, and may run it like a chair.</param>
/// <param name="Generation">
/// Counts the versions from 1. What is written now belongs to this one; a frozen one is read as it was, for rows keep
/// the generation in which they were written.
/// </param>
/// <param name="Version">What the generation is called: <c>0.1</c>, <c>1.0</c>.</param>
/// <param name="Frozen">The versions that change no more, oldest first.</param>
/// <param name="NextRisk">The number of the next risk scenario; none is given twice.</param>
/// <param name="NextRound">The number of the next scoring round.</param>
public sealed record Assessment(
    int Number,
    string Title,
    Person Author,
    Instant CreatedAt,
    RiskCriteria Criteria,
    int Generation = 1,
    string Version = "0.1",
    ImmutableArray<FrozenVersion> Frozen = default,
    int NextRisk = 1,
    int NextRound = 1)
{
    public const int MostTitle = 120;
    public const int MostScope = 4_000;
    public const int MostCommunities = 30;
    public const int MostRisks = 200;

    /// <summary>System characterisation: what is looked at.</summary>
    public string ScopeIn { get; init; } = "";

    /// <summary>What is not looked at.</summary>
    public string ScopeOut { get; init; } = "";

    public ImmutableArray<string> Workflows { get; init; } = [];

    /// <summary>Those whose members score, such as experiments.</summary>
    public ImmutableArray<Community> Communities { get; init; } = [];

    /// <summary>To whom its drafts and reports may be passed on; a risk may be stricter.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public Tlp Tlp { get; init; } = Tlp.Amber;

    /// <summary>
    /// Whether who scored what is named to those who run it once a round is revealed. Said on every card before
    /// anybody scores; changed only while nobody has.
    /// </summary>
    public bool Named { get; init; }

    /// <summary>
    /// Unguessable parts of the addresses of its reports, by what each shows (<see cref="Report.ReportSubject"/>). One
    /// that is taken out leads nowhere.
    /// </summary>
    public ImmutableSortedDictionary<string, string> Links { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>
    /// The first round that was scored by the scales it has: what came of earlier ones is on other scales, and no
    /// value of these (there is no arithmetic between scales).
    /// </summary>
    public int ScaledFrom { get; init; }

    /// <summary>
    /// Whose import is being written into it, a part after another; null for nobody's. Meanwhile it can't be frozen.
    /// </summary>
    public string? Importing { get; init; }

    /// <summary>
    /// A scenario as it stands by these scales: what was scored on others is among the earlier rounds.
    /// </summary>
    public RiskScenario Scaled(RiskScenario risk)
    {
        if (risk.Residual is { } left && !IsScaled(left)) risk = risk with { Residual = null };
        return risk.Result is { } result && !IsScaled(result)
            ? risk with { Result = null, Earlier = RiskScenario.Kept(risk.Earlier, result) }
            : risk;
    }

    private bool IsScaled(RiskResult result) => result.Round == 0 || result.Round >= ScaledFrom;

    /// <summary>What people call it: <c>"Tokens in WLCG" v0.1</c>.</summary>
    public string Name => $"\"{Title}\" v{Version}";

    /// <summary>The community of a member; null for none.</summary>
    public Community? CommunityOf(PersonKey member) =>
        Communities.FirstOrDefault(community => community.Members.Any(person => person.Key == member));

    /// <summary>With people in one of its communities, and in no other.</summary>
    public Assessment Move(ImmutableArray<Person> people, string community)
    {
        var moved = people.Select(person => person.Key).ToHashSet();
        return this with
        {
            Communities =
            [
                .. Communities.Select(one => one with
                {
                    Members =
                    [
                        .. one.Members.Where(person => !moved.Contains(person.Key)),
                        .. one.Name == community ? people : [],
                    ],
                }),
            ],
        };
    }

    /// <summary>What its scores weigh; 1 for whoever is in no community.</summary>
    public double WeightOf(PersonKey member) => CommunityOf(member)?.Weight ?? 1;

    /// <summary>Whether any weight differs, so that weighing may make a difference.</summary>
    public bool IsWeighted => Communities.Any(community => Math.Abs(community.Weight - 1) > 1e-9);

    /// <summary>The frozen version of that name; null for none.</summary>
    public FrozenVersion? FrozenAs(string version) =>
        Frozen.IsDefault ? null : Frozen.FirstOrDefault(frozen => frozen.Version == version);
}

/// <summary>A version that changes no more.</summary>
public sealed record FrozenVersion(string Version, int Generation, Instant At, Person By)
{
    /// <summary>What the assessment was called then; null before that was kept.</summary>
    public string? Title { get; init; }

    public string ScopeIn { get; init; } = "";

    public string ScopeOut { get; init; } = "";

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public Tlp Tlp { get; init; } = Tlp.Amber;

    /// <summary>By what it was judged, whatever the next version is judged by; null before that was kept.</summary>
    public RiskCriteria? Criteria { get; init; }

    public ImmutableArray<Community> Communities { get; init; } = [];

    public ImmutableArray<string> Workflows { get; init; } = [];
}

/// <summary>Members who belong together, such as an experiment.</summary>
/// <param name="Weight">What each of their scores weighs beside one of another's.</param>
public sealed record Community(string Name, double Weight = 1)
{
    public const int MostName = 40;

    public ImmutableArray<Person> Members { get; init; } = [];
}
