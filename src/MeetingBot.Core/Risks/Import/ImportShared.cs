using System.Collections.Immutable;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Risks.Catalogue;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Import;

/// <summary>
/// Shows what another group's catalogue would bring, which that group has put up for others of its tenant. A code that
/// was never given, was taken back or is of another tenant is answered alike.
/// </summary>
/// <param name="Kind">Null where they have not said: assets or threats.</param>
public sealed record ImportShared(ImportKind? Kind, string Code) : Command
{
    private const string From = "from";
    private const int MostCode = 64;

    public override Reads Reads(Turn turn) =>
        ImportState.Reads(Kind ?? ImportKind.Assets, turn) with { Shared = new SharedRead(Code, SharedCatalogue.What) };

    public override Decision Decide(Turn turn, RowSet rows)
    {
        if (SharedCatalogue.Read(rows, SharedRows.Of(SharedCatalogue.What)) is not { } shared || shared.Code != Code)
            return new Refusal(
                "Nothing is shared under this code. A chair of the other group gets one by /risk share, in the same "
                    + "tenant as this group.");
        if (Kind is not { } kind) return Offer(shared, turn);
        var sheet = shared.Sheet(kind);
        if (sheet.Rows.IsEmpty) return new Refusal($"No {kind.Words()} are shared under this code.");
        return ImportTable.Preview(sheet, ImportState.From(turn, rows).Plan(sheet), turn);
    }

    private Decision Offer(SharedCatalogue shared, Turn turn)
    {
        var whose = shared.Group.Length > 0 ? $"\"{shared.Group}\"" : "another group";
        return new Decision
        {
            ShowCard = new Card(
                $"The catalogue of {whose}, of {Phrases.Day(shared.At.InZone(turn.Group.TimeZone).Date, turn.Today)}",
                [
                    new CardText(
                        "An entry of a name that is here already is that one; another is added. Nothing is imported "
                            + "before you have seen what it comes to.", TextTone.Subtle),
                ],
                [
                    .. Look(ImportKind.Assets, shared.Assets.Length, turn),
                    .. Look(ImportKind.Threats, shared.Threats.Length, turn),
                ]),
        };
    }

    private IEnumerable<CardButton> Look(ImportKind kind, int count, Turn turn) => count == 0
        ? []
        : [turn.Conversation.Button(
            $"Look at {Phrases.Count(count, kind.One())}", ImportTable.Form.Words, ("kind", kind.Words()),
            (From, Code))];

    /// <summary>
    /// Reads <c>from Xb3…</c>, <c>assets from Xb3…</c> or a button's; null for what is another import.
    /// </summary>
    internal static Command? Read(CommandInput input)
    {
        if (input.IsCard)
            return input.Field(From) is { Length: > 0 and <= MostCode } pressed
                ? new ImportShared(KindOf(input.Field("kind")), pressed)
                : null;
        return CodeOf(input.Text) is { } code
            ? new ImportShared(KindOf(input.Text.Split(' ')[0]), code)
            : null;
    }

    /// <summary>The code that is named; null where none is.</summary>
    internal static string? CodeOf(string text)
    {
        ImmutableArray<string> words = [.. text.Split((char[]?)null, 5, StringSplitOptions.RemoveEmptyEntries)];
        if (words is [var kind, .. var rest] && KindOf(kind) is not null) words = [.. rest];
        return words is [var from, { Length: <= MostCode } code]
            && from.Equals(From, StringComparison.OrdinalIgnoreCase)
            && !text.Contains('\n')
            ? code
            : null;
    }

    private static ImportKind? KindOf(string? word) =>
        ImportKinds.Read(word ?? "") is ImportKind.Assets or ImportKind.Threats ? ImportKinds.Read(word!) : null;
}
