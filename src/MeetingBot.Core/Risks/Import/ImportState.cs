using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Risks.Catalogue;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Import;

/// <summary>What an import is compared with: the catalogue, and for risks the assessment that is worked on.</summary>
/// <param name="Assessment">Null where there is none.</param>
internal sealed record ImportState(
    RiskCatalogue Catalogue, Assessment? Assessment, ImmutableArray<RiskScenario> Risks, RowSet Rows)
{
    /// <summary>With what risks name besides.</summary>
    private const int MostChanges = 2 * PastedTable.MostRows;

    public static Reads Reads(ImportKind kind, Turn turn) =>
        kind is ImportKind.Risks && turn.OpenRounds().Current is > 0 and var current
            ? RiskCatalogue.WithAssessment(turn).And(Tables.Reads.Of(RiskRows.RisksOf(current)))
            : RiskCatalogue.WithAssessment(turn);

    public static ImportState From(Turn turn, RowSet rows)
    {
        var assessment = RiskCatalogue.Current(turn, rows);
        return new ImportState(
            RiskCatalogue.From(rows), assessment,
            assessment is null ? [] : RiskRows.RisksIn(rows, assessment.Number, assessment.Generation), rows);
    }

    /// <summary>What a sheet comes to now; for risks there has to be an assessment.</summary>
    public ImportPlan Plan(ImportSheet sheet)
    {
        var plan = sheet.Kind switch
        {
            ImportKind.Assets => CataloguePlans.Assets(sheet, Catalogue.Assets),
            ImportKind.Threats => CataloguePlans.Threats(sheet, Catalogue.Threats),
            _ => new RiskPlans(
                Catalogue.Assets, Catalogue.Threats, Risks, Assessment!.NextRisk, Assessment.Generation).Plan(sheet),
        };
        var writes = Written(plan.Assets).Count() + Written(plan.Threats).Count() + Written(plan.Risks).Count();
        return writes <= MostChanges ? plan : plan with
        {
            Errors = plan.Errors.Add(FormattableString.Invariant(
                $"With the assets and threats that it names, this writes {writes} rows; up to {MostChanges} ")
                + "at a time. Import it in parts."),
        };
    }

    /// <summary>The rows of a plan; empty where nothing changes.</summary>
    public ImmutableArray<RowChange> Changes(ImportPlan plan, Turn turn) =>
        [.. Reserved(plan, null), .. Written(plan, turn)];

    /// <summary>
    /// The assessment into which risks come, also where its number stays: what is frozen meanwhile must not be written.
    /// </summary>
    /// <param name="importing">Whose import goes on behind this turn; null for nobody's.</param>
    public IEnumerable<RowChange> Reserved(ImportPlan plan, string? importing) =>
        plan.Kind is ImportKind.Risks && !plan.IsEmpty && Assessment is { } assessment
            ? [RiskRows.Put(assessment with { NextRisk = plan.NextRisk, Importing = importing }, Rows)]
            : [];

    /// <summary>The rows of what is imported.</summary>
    public ImmutableArray<RowChange> Written(ImportPlan plan, Turn turn)
    {
        var risks = Written(plan.Risks).Select(risk => risk.Item.With(
            turn.Now,
            risk.IsNew ? "imported" : Phrases.Join([.. risk.Changes.Select(change => change.Field)])
                + " changed by an import",
            turn.Actor.Name));
        return
        [
            .. Written(plan.Assets).Select(asset => RiskRows.Put(asset.Item, Rows)),
            .. Written(plan.Threats).Select(threat => RiskRows.Put(threat.Item, Rows)),
            .. Assessment is { } assessment ? risks.Select(risk => RiskRows.Put(assessment.Number, risk, Rows)) : [],
        ];
    }

    private static IEnumerable<Planned<T>> Written<T>(IEnumerable<Planned<T>> items) =>
        items.Where(item => !item.IsSame);
}
