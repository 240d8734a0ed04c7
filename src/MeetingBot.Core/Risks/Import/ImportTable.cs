using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Import;

/// <summary>Shows what an import would do; a button does it. Anyone may look.</summary>
public sealed record ImportTable(ImportSheet Sheet) : Command
{
    public static CommandForm Form { get; } = new(
        "risk import", "assets|threats|risks, then a table; or: from <code>",
        "/risk import assets\nname;kind;owner;c;i;a\nToken issuer;primary;Luna;4;5;3",
        "imports a table of assets, threats or risks", Read)
    {
        TakesLines = true,
        TakesTable = true,
        KeepsText = true,
        IsPlain = text => text.Contains('\n') || ImportShared.CodeOf(text) is not null
            || ImportKinds.Read(text.TrimEnd(':', '.')) is not null,
    };

    public override Reads Reads(Turn turn) => ImportState.Reads(Sheet.Kind, turn);

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var state = ImportState.From(turn, rows);
        if (Sheet.Kind is ImportKind.Risks && state.Assessment is null) return RiskRefusals.NoAssessment;
        return Preview(Sheet, state.Plan(Sheet), turn);
    }

    /// <summary>The card of a plan, kept so that its button only has to name it.</summary>
    internal static Decision Preview(ImportSheet sheet, ImportPlan plan, Turn turn)
    {
        if (!plan.Errors.IsEmpty || plan.IsEmpty)
            return new Decision { ShowCard = ImportCards.Preview(sheet, plan, null, turn) };
        var slot = KeptImport.SlotOf(turn.Actor);
        var put = new KeptImport(turn.Id, sheet, ImportMarks.Of(plan)).Put(slot);
        if (put.Data.Length > KeptImport.MostBytes)
            return new Refusal("That is too much text for one import. Import it in two parts.");
        return new Decision
        {
            Changes = [put],
            ShowCard = ImportCards.Preview(sheet, plan, ConfirmImport.Button(sheet.Kind, plan, slot, turn), turn),
            Asks = true,
        };
    }

    private static ParsedCommand Read(CommandInput input)
    {
        if (ImportShared.Read(input) is { } shared) return shared;
        var typed = input.IsCard ? "" : input.Text;
        var end = typed.AsSpan().IndexOfAny(' ', '\t', '\n');
        var word = input.Field("kind") ?? (end < 0 ? typed : typed[..end]);
        var rest = input.IsCard ? RawField(input) : end < 0 ? "" : typed[(end + 1)..];
        if (word.Length == 0) return new OfferImport(null);
        if (ImportKinds.Read(word.TrimEnd(':', '.')) is not { } kind)
            return ParsedCommand.Wrong("What is to be imported? There are assets, threats and risks.");
        if (input.MayBeTalk && rest.Trim().Length > 0 && !rest.Contains('\n'))
            return ParsedCommand.Wrong("The table comes below, a line a row; its first line names the columns.");
        return rest.Trim().Length == 0 ? new OfferImport(kind) : new ImportTable(ImportReader.Read(kind, rest));
    }

    private static string RawField(CommandInput input) => input.Fields.GetValueOrDefault("table") ?? "";
}
