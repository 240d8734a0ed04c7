using System.Collections.Immutable;
using NodaTime;

namespace MeetingBot.Risks;

/// <summary>What may happen to which asset by which threat, with what already stands against it.</summary>
/// <param name="Id">Stable for good: <c>TR-3a</c>.</param>
/// <param name="Generation">The version in which this row was written.</param>
public sealed record RiskScenario(string Id, string Title, int Generation)
{
    public const int MostTitle = 160;
    public const int MostText = 2_000;
    public const int MostReferences = 20;
    public const int MostParts = 20;

    public string Description { get; init; } = "";

    /// <summary>Ids of assets in the catalogue.</summary>
    public ImmutableArray<string> Assets { get; init; } = [];

    /// <summary>Ids of threats in the catalogue.</summary>
    public ImmutableArray<string> Threats { get; init; } = [];

    /// <summary>What stands against it today.</summary>
    public string Mitigation { get; init; } = "";

    public ImmutableArray<string> References { get; init; } = [];

    public string Workflow { get; init; } = "";

    /// <summary>The communities it concerns; none for all.</summary>
    public ImmutableArray<string> Communities { get; init; } = [];

    /// <summary>How communities differ, and what protects the better one.</summary>
    public string Differences { get; init; } = "";

    /// <summary>Older ids under which it is known: what was merged into it, what it was split from.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    public RiskState State { get; init; } = RiskState.Active;

    /// <summary>What took its place: the parts it was split into, or what it was merged into.</summary>
    public ImmutableArray<string> Successors { get; init; } = [];

    /// <summary>Stricter than the assessment's; null for the same.</summary>
    public Tlp? Tlp { get; init; }

    /// <summary>What the group's scores came to; null until a round was revealed.</summary>
    public RiskResult? Result { get; init; }

    /// <summary>The rounds before, oldest first.</summary>
    public ImmutableArray<RiskResult> Earlier { get; init; } = [];

    /// <summary>What the group does about it; null until it has said so.</summary>
    public Treatment? Treatment { get; init; }

    /// <summary>The same as <see cref="Result"/> of what is left once it is treated.</summary>
    public RiskResult? Residual { get; init; }

    /// <summary>What was said about it in meetings: a line each, without who.</summary>
    public ImmutableArray<string> Discussion { get; init; } = [];

    /// <summary>What became of it, oldest first.</summary>
    public ImmutableArray<RiskEvent> History { get; init; } = [];

    /// <summary>Most events that are kept; the oldest but the first go.</summary>
    public const int MostHistory = 40;

    /// <summary>Most rounds before that are kept.</summary>
    public const int MostEarlier = 8;

    /// <summary>The earlier rounds with one more; the oldest goes where they are many.</summary>
    public static ImmutableArray<RiskResult> Kept(ImmutableArray<RiskResult> earlier, RiskResult before) =>
        earlier.Length < MostEarlier ? earlier.Add(before) : [.. earlier.RemoveAt(0), before];

    public bool Active => State is RiskState.Active;

    /// <summary>As it may be handed out (<see cref="DimensionResult.Shown"/>).</summary>
    public RiskScenario Shown() => this with
    {
        Result = Result?.Shown(), Residual = Residual?.Shown(), Earlier = [.. Earlier.Select(result => result.Shown())],
    };

    /// <summary>With one event more.</summary>
    public RiskScenario With(Instant at, string what, string by = "") => this with
    {
        History = (History.Length < MostHistory ? History : History.RemoveAt(1)).Add(new RiskEvent(at, what, by)),
    };
}

/// <summary>Whether a risk scenario is one still.</summary>
public enum RiskState { Active, Split, Merged, Dropped }

/// <summary>Something that became of a risk scenario.</summary>
/// <param name="By">Whose doing it was, as the group knows them; empty for nobody's.</param>
public sealed record RiskEvent(Instant At, string What, string By = "");

/// <summary>What the group does about a risk.</summary>
/// <param name="Addressee">Who has to act: developers, sites, VOs, issuers.</param>
/// <param name="Owner">As typed; empty for nobody yet.</param>
/// <param name="Action">The group's action item; null for none.</param>
/// <param name="ReviewOn">When an accepted risk is looked at again.</param>
public sealed record Treatment(
    TreatmentKind Kind, string Recommendation = "", string Addressee = "", string Owner = "", LocalDate? DueOn = null,
    int? Action = null, LocalDate? ReviewOn = null)
{
    public const int MostText = 500;
}

/// <summary>What can be done about a risk.</summary>
public enum TreatmentKind { Reduce, Avoid, Transfer, Accept }
