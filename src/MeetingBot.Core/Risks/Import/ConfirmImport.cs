using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Risks.Catalogue;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Import;

/// <summary>
/// Does what a preview has shown, all of it or nothing. Where it would do something else by now, it is shown again.
/// </summary>
public sealed record ConfirmImport(ImportKind Kind, string Slot, string Id) : Command
{
    private const int MostBytes = 1_200_000;

    // What a turn writes at once; the turn's own rows come to them.
    private const int MostAtOnce = 80;
    private const int MostShown = 3;

    public static CommandForm Form { get; } = new(
        "risk import confirm", "", "/risk import assets", "imports what was shown", Read) { Hidden = true };

    internal static CardButton Button(ImportKind kind, ImportPlan plan, string slot, Turn turn) =>
        turn.Conversation.Button(
        $"Import {Phrases.Count(plan.New + plan.Changed, kind.One())}", Form.Words,
        ("kind", kind.Words()), ("slot", slot), ("import", turn.Id)) with { Style = ButtonStyle.Primary };

    public override Reads Reads(Turn turn) =>
        ImportState.Reads(Kind, turn).And(Tables.Reads.OfKeys(KeptImport.Key(Slot), RunningImport.Key(Slot)));

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var state = ImportState.From(turn, rows);
        if (RiskCatalogue.Hindrance(turn, state.Assessment) is { } hindrance) return hindrance;
        if (KeptImport.Read(rows, Slot) is not { } kept || kept.Id != Id || kept.Sheet.Kind != Kind)
            return new Refusal(
                $"That import was done, or another has taken its place. "
                    + $"Send the table again: /risk import {Kind.Words()}");
        if (Kind is ImportKind.Risks && state.Assessment is null) return RiskRefusals.NoAssessment;
        if (RunningImport.Read(rows, Slot) is not null)
            return new Refusal("Your import before is being written still. Ask me again in a moment.");
        if (Kind is ImportKind.Risks && state.Assessment!.Importing is not null)
            return RiskRefusals.Importing(state.Assessment);
        var plan = state.Plan(kept.Sheet);
        if (!plan.Errors.IsEmpty || plan.IsEmpty || ImportMarks.Of(plan) != kept.Shown)
            return Again(kept.Sheet, plan, turn);
        var changes = state.Changes(plan, turn);
        if (changes.Sum(change => change.Payload.Length) > MostBytes)
            return new Refusal("That is too much text for one import. Import it in two parts.");
        var shown = new RowChange.Delete(KeptImport.Key(Slot), rows[KeptImport.Key(Slot)]!.ETag);
        if (changes.Length > MostAtOnce) return InParts(state, plan, shown, turn);
        var tell = $"{Done(plan)}.";
        return new Decision
        {
            Changes = [.. changes, shown],
            Tell = tell,
            Messages = [.. turn.ToTheOthers(tell)],
        };
    }

    // The assessment is written at once: its next number is taken, and it can't be frozen before the last part.
    private Decision InParts(ImportState state, ImportPlan plan, RowChange shown, Turn turn)
    {
        var running = new RunningImport(
            Kind, Kind is ImportKind.Risks ? state.Assessment!.Number : 0, Done(plan), turn.Conversation);
        return new Decision
        {
            Changes =
            [
                .. state.Reserved(plan, Slot), .. running.Begin(Slot, state.Written(plan, turn), state.Rows), shown,
            ],
            Timers = [ContinueImport.Timer(Slot, running, turn)],
            Tell = $"{ImportCards.Counts(plan)}. I am writing it, and say when all of it is there.",
        };
    }

    private static Decision Again(ImportSheet sheet, ImportPlan plan, Turn turn) =>
        ImportTable.Preview(sheet, plan, turn) is { ShowCard: not null } shown
            ? shown with { Tell = "What is there has changed meanwhile, so nothing was imported. "
                + "This is what it comes to now." }
            : ImportTable.Preview(sheet, plan, turn);

    // "8 new (A-1, A-2, A-3 … and 5 more)"
    private static string Done(ImportPlan plan)
    {
        var ids = plan.Items.Where(item => item.IsNew).Select(item => item.Id).ToList();
        var news = ids.Count switch
        {
            0 => "",
            <= MostShown => $" ({Phrases.Join(ids)})",
            _ => $" ({string.Join(", ", ids.Take(MostShown))} and {ids.Count - MostShown} more)",
        };
        var beside = plan.Kind is ImportKind.Risks && plan.Assets.Length + plan.Threats.Length > 0
            ? $"; added to the catalogue: {Phrases.Count(plan.Assets.Length, "asset")}, "
                + Phrases.Count(plan.Threats.Length, "threat")
            : "";
        return $"Imported {ImportCards.Counts(plan)}{news}{beside}";
    }

    private static ParsedCommand Read(CommandInput input) =>
        input.Field("kind") is { } word && ImportKinds.Read(word) is { } kind
            && input.Field("slot") is { Length: <= 40 } slot && input.Field("import") is { Length: <= 100 } id
            ? new ConfirmImport(kind, slot, id)
            : ParsedCommand.Wrong("Imports are confirmed by the button below their preview.");
}
