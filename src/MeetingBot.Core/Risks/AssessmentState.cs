using System.Collections.Immutable;
using MeetingBot.Risks.Rounds;
using MeetingBot.Tables;

namespace MeetingBot.Risks;

/// <summary>One assessment as it was read, with what was read beside it.</summary>
public sealed record AssessmentState(Assessment Assessment, Row Row, RowSet Rows)
{
    private ImmutableArray<RiskScenario>? _risks;

    /// <summary>The scenarios of the version that is worked on, where they were read; by id.</summary>
    public ImmutableArray<RiskScenario> Risks =>
        _risks ??= [.. RiskRows.RisksIn(Rows, Assessment.Number, Assessment.Generation).Select(Assessment.Scaled)];

    public IEnumerable<RiskScenario> Active => Risks.Where(risk => risk.Active);

    /// <summary>The scenario of that id; of an older one what has taken its place. Null for none.</summary>
    public RiskScenario? Find(RiskId id)
    {
        var name = id.ToString();
        return Risks.FirstOrDefault(risk => risk.Id == name)
            ?? Active.FirstOrDefault(risk => risk.Aliases.Contains(name));
    }

    /// <summary>Bytes of the row of a scenario as it was read.</summary>
    public int SizeOf(RiskScenario risk) =>
        Rows[RiskRows.RiskKey(Assessment.Number, risk.Id, risk.Generation)]?.Data.Length ?? 0;

    /// <summary>The rounds that were read, oldest first.</summary>
    public IEnumerable<ScoringRound> Rounds =>
        Rows.In(RiskRows.RoundsOf(Assessment.Number)).Select(RiskRows.ReadRound);

    /// <summary>
    /// The rows of changed scenarios, in the version that is worked on. They are stored only while that is as it was
    /// read: what comes after a freeze belongs to the next version.
    /// </summary>
    public ImmutableArray<RowChange> Change(params IEnumerable<RiskScenario> risks) => Change(Assessment, risks);

    /// <summary>The same, with the assessment itself changed.</summary>
    public ImmutableArray<RowChange> Change(Assessment assessment, params IEnumerable<RiskScenario> risks) =>
    [
        RiskRows.Put(assessment, Rows),
        .. risks.Select(risk => RiskRows.Put(
            assessment.Number, risk with { Generation = Assessment.Generation }, Rows)),
    ];
}
