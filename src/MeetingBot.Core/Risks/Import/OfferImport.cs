using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Import;

/// <summary>Shows the form into which a table is pasted.</summary>
/// <param name="Kind">What is imported; null where they have not said.</param>
public sealed record OfferImport(ImportKind? Kind) : Command
{
    private const int MostText = 20_000;

    public override Reads Reads(Turn turn) => Tables.Reads.None;

    public override Decision Decide(Turn turn, RowSet rows) => new()
    {
        ShowCard = new Card(
            Kind is { } kind ? $"Import {kind.Words()}" : "Import a table",
            [
                new ChoiceInput(
                    "kind", "What it is",
                    [.. Enum.GetValues<ImportKind>().Select(known =>
                        new Choice(known.Words(), $"A table of {known.Words()}"))],
                    Required: true, Error: "Say what it is.", Value: Kind?.Words()),
                new TextInput(
                    "table", "The table: CSV, copied from a spreadsheet, or Markdown; its first line names the columns",
                    Required: true, Error: "Paste a table.", Placeholder: (Kind ?? ImportKind.Assets).Columns(),
                    MaxLength: MostText, Multiline: true),
                new CardText("Nothing is imported before you have seen what it comes to.", TextTone.Subtle),
            ],
            [
                turn.Conversation.Button("Look at it", ImportTable.Form.Words)
                    with { SendsInputs = true, Style = ButtonStyle.Primary },
            ]),
    };
}
