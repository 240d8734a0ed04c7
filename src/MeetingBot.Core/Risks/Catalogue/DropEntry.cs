using MeetingBot.Conversations;
using MeetingBot.Risks.Import;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Catalogue;

/// <summary>Takes an asset or a threat out of the catalogue, unless a risk that is one still names it.</summary>
public sealed record DropEntry(ImportKind Kind, string Id) : Command
{
    private const int MostNamed = 5;

    public static CommandForm AssetForm { get; } = new(
        "asset drop", "<id>", "/asset drop A-3", "takes an asset out of the catalogue",
        input => Read(ImportKind.Assets, input)) { Aliases = ["drop asset", "asset remove", "remove asset"] };

    public static CommandForm ThreatForm { get; } = new(
        "threat drop", "<id>", "/threat drop T-3", "takes a threat out of the catalogue",
        input => Read(ImportKind.Threats, input)) { Aliases = ["drop threat", "threat remove", "remove threat"] };

    public override Reads Reads(Turn turn) =>
        RiskCatalogue.Reads.And(Tables.Reads.Of(RiskRows.Assessments, KeyRange.Under("risk")));

    public override Decision Decide(Turn turn, RowSet rows)
    {
        if (EntryPlan.Find(Kind, Id, RiskCatalogue.From(rows)) is not { } known) return EntryPlan.NoSuch(Kind, Id);
        if (RiskCatalogue.Hindrance(turn, RiskCatalogue.Current(turn, rows)) is { } hindrance) return hindrance;
        var naming = rows.In(RiskRows.Assessments).Select(RiskRows.ReadAssessment)
            .SelectMany(assessment => RiskRows.RisksIn(rows, assessment.Number, assessment.Generation)
                .Where(risk => risk.Active && Names(risk, known))
                .Select(risk => $"{risk.Id} of {assessment.Name}"))
            .ToList();
        if (naming.Count > 0)
            return new Refusal(
                $"{known.Id} ({Phrases.Shorten(known.Name, 60)}) is named by "
                    + Phrases.Some(naming, ", ", 60 * MostNamed) + ". Change that first, such as: /risk edit "
                    + naming[0].Split(' ')[0] + $" {Kind.One()}: another");
        var key = Kind is ImportKind.Assets ? RiskRows.AssetKey(known.Id) : RiskRows.ThreatKey(known.Id);
        return new Decision
        {
            Changes = [new RowChange.Delete(key, rows[key]!.ETag)],
            Tell = $"{known.Id} ({Phrases.Shorten(known.Name, 60)}) is out of the catalogue.",
        };
    }

    private bool Names(RiskScenario risk, (string Id, string Name) entry) =>
        (Kind is ImportKind.Assets ? risk.Assets : risk.Threats).Any(named =>
            named.Equals(entry.Id, StringComparison.OrdinalIgnoreCase) || Phrases.SameWords(named, entry.Name));

    private static ParsedCommand Read(ImportKind kind, CommandInput input) =>
        input.Text.Length is > 0 and <= Asset.MostId && !input.Text.Contains(' ')
            ? new DropEntry(kind, input.Text)
            : ParsedCommand.Wrong($"Which {kind.One()}? Its id.");
}
