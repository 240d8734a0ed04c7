using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using MeetingBot.Cards;

namespace MeetingBot.Slack.Blocks;

/// <summary>
/// Draws a card as the <c>view</c> of views.open, views.update and views.push. Its first primary button that sends the
/// inputs is the view's submit; the others stay buttons in it.
/// </summary>
internal static class BlockKitModal
{
    /// <summary>The <c>callback_id</c> of every view that is a card.</summary>
    public const string Callback = "card";

    /// <summary>Most characters of an origin.</summary>
    public const int MostOrigin = 200;

    // What stands around verb, data and origin.
    private const int Frame = 40;
    private const string Close = "Close";

    /// <param name="origin">
    /// What the door has to know when the view comes back, such as the channel and the message.
    /// </param>
    /// <param name="first">Stands above the card; null for nothing.</param>
    /// <returns>The view, UTF-8 JSON.</returns>
    /// <exception cref="ArgumentException">As of <see cref="BlockKitMessage.Pages"/>, or a long origin.</exception>
    /// <exception cref="CardTooLargeException">The card does not fit into one view.</exception>
    public static ReadOnlyMemory<byte> Of(Card card, string origin = "", Block? first = null)
    {
        if (origin.Length > MostOrigin)
            throw new ArgumentException("The origin of a view is too long.", nameof(origin));
        var submit = Submit(card);
        var view = Draw(card, submit, origin, first);
        return view.Length <= BlockLimits.ViewBytes
            ? view
            : throw new CardTooLargeException("A view", view.Length, BlockLimits.ViewBytes);
    }

    /// <summary>
    /// The view of a form that a message has a button for (<see cref="ActionIds.OpenModal"/>); null where the value of
    /// the button is none of ours.
    /// </summary>
    public static ReadOnlyMemory<byte>? OfForm(string value, string origin = "")
    {
        if (FormPack.Unpack(value) is not { } card) return null;
        try
        {
            return Of(card, origin);
        }
        catch (Exception e) when (e is CardTooLargeException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The <c>private_metadata</c> of a view that sends nothing.</summary>
    public static string Metadata(string origin) => Metadata(null, origin, []);

    private static CardButton? Submit(Card card)
    {
        var sends = card.AllButtons().Where(button => button.SendsInputs && button.Link is null).ToList();
        return sends.Find(button => button.Style is ButtonStyle.Primary) ?? sends.FirstOrDefault();
    }

    private static ReadOnlyMemory<byte> Draw(Card card, CardButton? submit, string origin, Block? first)
    {
        var drawer = new CardDrawer(tables: false);
        var title = ShownText.Brief(card.Title, BlockLimits.ViewTitle);
        List<Block> blocks = title == card.Title ? [] : [.. RichText.Heading(card.Title)];
        if (first is not null) blocks.Add(first);
        foreach (var element in card.Elements())
        {
            var shown = element is CardButtons row ? new CardButtons(Others(row.Buttons, submit)) : element;
            blocks.AddRange(drawer.Draw(shown));
        }
        blocks.AddRange(drawer.Buttons(Others(card.Buttons, submit)));
        var metadata = Metadata(submit, origin, blocks);
        if (submit is not null && Label(submit.Title) != submit.Title) blocks.AddRange(RichText.Subtle(submit.Title));
        if (blocks.Count == 0) blocks.AddRange(RichText.Blocks("\u2026"));
        if (blocks.Count > BlockLimits.ViewBlocks)
            throw new CardTooLargeException("A view", blocks.Count, BlockLimits.ViewBlocks);

        // A view with inputs has to have a submit.
        var said = submit is not null ? Label(submit.Title) : blocks.Any(block => block.IsInput) ? "Done" : null;
        return Block.Write(writer => Write(writer, title, said, metadata, blocks)).WrittenMemory;
    }

    private static void Write(Utf8JsonWriter writer, string title, string? submit, string metadata, List<Block> blocks)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "modal"u8);
        writer.WriteString("callback_id"u8, Callback);
        Block.WritePlain(writer, "title", string.IsNullOrWhiteSpace(title) ? "\u2026" : title);
        if (submit is not null) Block.WritePlain(writer, "submit", submit);
        Block.WritePlain(writer, "close", Close);
        writer.WriteString("private_metadata"u8, metadata);
        writer.WritePropertyName("blocks"u8);
        Block.WriteAll(writer, blocks);
        writer.WriteEndObject();
    }

    private static string Metadata(CardButton? submit, string origin, List<Block> blocks)
    {
        var around = ShownText.Length(JsonSerializer.Serialize(origin)) + Frame;
        ButtonData? data = null;
        if (submit is not null)
        {
            around += ShownText.Length(JsonSerializer.Serialize(ActionIds.Press(0, submit.Verb, sendsInputs: true)));
            data = ButtonData.Of(submit, BlockLimits.ViewMetadata - around);
            blocks.AddRange(ButtonBlocks.Parts(submit, data, number: 0));
        }
        return Encoding.UTF8.GetString(Block.Write(writer =>
        {
            writer.WriteStartObject();
            if (origin.Length > 0) writer.WriteString("origin"u8, origin);
            if (submit is not null) writer.WriteString("action"u8, ActionIds.Press(0, submit.Verb, sendsInputs: true));
            if (data is not null)
            {
                writer.WritePropertyName("value"u8);
                writer.WriteRawValue(data.Value);
            }
            writer.WriteEndObject();
        }).WrittenSpan);
    }

    private static ImmutableArray<CardButton> Others(ImmutableArray<CardButton> buttons, CardButton? submit) =>
        buttons.IsDefault ? [] : [.. buttons.Where(button => !ReferenceEquals(button, submit))];

    private static string Label(string title) => ShownText.Brief(title, BlockLimits.ViewTitle) is { } label
        && !string.IsNullOrWhiteSpace(label) ? label : "Send";
}
