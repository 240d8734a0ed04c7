using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using MeetingBot.Cards;

namespace MeetingBot.Slack.Blocks;

/// <summary>Draws a row of buttons as <c>actions</c> blocks, behind what does not fit into a button.</summary>
/// <param name="firstNumber">Of the first button; the next has the next. No two of a message have the same.</param>
internal sealed class ButtonBlocks(int firstNumber)
{
    private readonly List<Block> _before = [];

    public static IEnumerable<Block> Of(ImmutableArray<CardButton> buttons, int firstNumber) =>
        new ButtonBlocks(firstNumber).Draw(buttons);

    /// <summary>A button that opens the card's form.</summary>
    public static Block OpenForm(string title, string form) => Block.Of("actions", writer =>
    {
        writer.WriteStartArray("elements"u8);
        writer.WriteStartObject();
        WriteTyped(writer, title, ActionIds.OpenModal);
        writer.WriteString("value"u8, form);
        writer.WriteString("style"u8, "primary"u8);
        writer.WriteEndObject();
        writer.WriteEndArray();
    });

    private IEnumerable<Block> Draw(ImmutableArray<CardButton> buttons)
    {
        if (buttons.IsDefaultOrEmpty) return [];
        var rows = buttons.Select((button, i) => Element(button, firstNumber + i)).ToList()
            .Chunk(BlockLimits.Actions).Select(Row).ToList();
        return [.. _before.Select(block => block with { Leads = true }), .. rows];
    }

    private static Block Row(Action<Utf8JsonWriter>[] elements) => Block.Of("actions", writer =>
    {
        writer.WriteStartArray("elements"u8);
        foreach (var write in elements) write(writer);
        writer.WriteEndArray();
    });

    private Action<Utf8JsonWriter> Element(CardButton button, int number)
    {
        if (ShownText.Length(ShownText.Plain(button.Title)) > BlockLimits.ButtonText)
            _before.AddRange(RichText.Blocks(button.Title));
        return button.Link is { } link ? Open(button, AddressOf(link), number) : Press(button, number);
    }

    private static Action<Utf8JsonWriter> Open(CardButton button, string address, int number) => writer =>
    {
        writer.WriteStartObject();
        WriteTyped(writer, button.Title, ActionIds.Link(number));
        writer.WriteString("url"u8, address);
        WriteStyle(writer, button.Style);
        writer.WriteEndObject();
    };

    private Action<Utf8JsonWriter> Press(CardButton button, int number)
    {
        var id = ActionIds.Press(number, button.Verb, button.SendsInputs);
        var data = ButtonData.Of(button, BlockLimits.ButtonValue);
        _before.AddRange(Parts(button, data, number));
        return writer =>
        {
            writer.WriteStartObject();
            WriteTyped(writer, button.Title, id);
            writer.WriteString("value"u8, data.Value);
            WriteStyle(writer, button.Style);
            writer.WriteEndObject();
        };
    }

    /// <summary>The fields in which the long texts of a button go with it.</summary>
    public static IEnumerable<Block> Parts(CardButton button, ButtonData data, int number)
    {
        foreach (var (field, text) in data.Long)
        {
            var pieces = ShownText.Pieces(text, BlockLimits.TypedText).ToList();
            for (var i = 0; i < pieces.Count; i++)
            {
                var of = pieces.Count == 1
                    ? ""
                    : string.Create(CultureInfo.InvariantCulture, $" ({i + 1} of {pieces.Count})");
                var label = $"{ShownText.Brief(button.Title, BlockLimits.ButtonText)}: {field}{of}";
                yield return InputBlocks.Prefilled(ActionIds.Part(number, i, field), label, pieces[i]);
            }
        }
    }

    private static string AddressOf(Uri link)
    {
        if (!WebAddress.IsForLinks(link)) throw new ArgumentException("A button opens http and https addresses only.");
        var address = link.AbsoluteUri;
        return address.Length <= BlockLimits.Address
            ? address
            : throw new CardTooLargeException("An address", address.Length, BlockLimits.Address);
    }

    private static void WriteTyped(Utf8JsonWriter writer, string title, string id)
    {
        var text = ShownText.Brief(title, BlockLimits.ButtonText);
        writer.WriteString("type"u8, "button"u8);
        Block.WritePlain(writer, "text", string.IsNullOrWhiteSpace(text) ? "\u2026" : text);
        writer.WriteString("action_id"u8, id);
    }

    private static void WriteStyle(Utf8JsonWriter writer, ButtonStyle style)
    {
        if (style is ButtonStyle.Primary) writer.WriteString("style"u8, "primary"u8);
        if (style is ButtonStyle.Danger) writer.WriteString("style"u8, "danger"u8);
    }
}
