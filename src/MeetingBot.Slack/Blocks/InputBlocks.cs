using System.Globalization;
using System.Text.Json;
using MeetingBot.Cards;
using NodaTime.Text;

namespace MeetingBot.Slack.Blocks;

/// <summary>
/// Draws inputs as <c>input</c> blocks, in messages as in views. What a client checks is a help to the person, and a
/// message's are not checked at all; the turn checks again.
/// </summary>
internal static class InputBlocks
{
    private const string TooLong = "What stands now is above; it is longer than a field takes here.";

    /// <param name="blockId">Unique in its message or view; the same one when the card is drawn again.</param>
    public static IEnumerable<Block> Of(CardInput input, string blockId) => input switch
    {
        TextInput { Suggests: not null, Multiline: false } text => ChoiceBlocks.Listed(text, blockId),
        TextInput text => Text(text, blockId),
        NumberInput number => [Element(number, blockId, "number_input", writer => WriteNumber(writer, number))],
        DateInput date => [Element(date, blockId, "datepicker", writer => WriteDate(writer, date))],
        ChoiceInput choice => ChoiceBlocks.Of(choice, blockId),
        _ => throw new ArgumentException($"No way is known to draw {input.GetType().Name}.", nameof(input)),
    };

    /// <summary>A field that is no input of the card.</summary>
    public static Block Prefilled(string id, string label, string text) => Block.Of("input", writer =>
    {
        writer.WriteString("block_id"u8, id);
        Block.WritePlain(writer, "label", ShownText.Brief(label, BlockLimits.Label));
        writer.WriteBoolean("optional"u8, true);
        writer.WriteStartObject("element"u8);
        writer.WriteString("type"u8, "plain_text_input"u8);
        writer.WriteString("action_id"u8, id);
        writer.WriteBoolean("multiline"u8, true);
        writer.WriteString("initial_value"u8, text);
        writer.WriteNumber("max_length"u8, BlockLimits.TypedText);
        writer.WriteEndObject();
    });

    /// <summary>What stands under the label, and an element of its own kind.</summary>
    public static Block Element(
        CardInput input, string blockId, string type, Action<Utf8JsonWriter> write, string? hint = null,
        string? actionId = null)
    {
        var hints = string.Join(' ', new[] { hint ?? "", input.Error ?? "" }.Select(ShownText.Line)
            .Where(text => !string.IsNullOrWhiteSpace(text)));
        return Block.Of("input", writer =>
        {
            writer.WriteString("block_id"u8, blockId);
            Block.WritePlain(writer, "label", Label(input));
            writer.WriteBoolean("optional"u8, !input.Required);
            if (hints.Length > 0) Block.WritePlain(writer, "hint", ShownText.Brief(hints, BlockLimits.Label));
            writer.WriteStartObject("element"u8);
            writer.WriteString("type"u8, type);
            writer.WriteString("action_id"u8, actionId ?? ActionIds.Input(input.Id));
            write(writer);
            writer.WriteEndObject();
        });
    }

    /// <summary>The whole label, where it is too long for one.</summary>
    public static IEnumerable<Block> LongLabel(CardInput input) =>
        ShownText.Length(ShownText.Plain(input.Label)) > BlockLimits.Label
            ? RichText.Blocks(input.Label, bold: true)
            : [];

    private static string Label(CardInput input)
    {
        var label = ShownText.Brief(input.Label, BlockLimits.Label);
        return string.IsNullOrWhiteSpace(label) ? input.Id : label;
    }

    private static IEnumerable<Block> Text(TextInput input, string blockId)
    {
        var most = Math.Clamp(input.MaxLength, 1, BlockLimits.TypedText);
        var value = input.Value is { Length: > 0 } typed ? ShownText.Plain(typed) : null;
        // Half of a text would be sent back for the whole.
        var isLong = value is not null && ShownText.Length(value) > most;
        var placeholder = input.Placeholder is null ? "" : ShownText.Plain(input.Placeholder);
        var inside = placeholder.Trim().Length > 0 && ShownText.Length(placeholder) <= BlockLimits.Placeholder;
        var hint = isLong ? TooLong : inside ? null : placeholder;

        foreach (var block in LongLabel(input)) yield return block with { Leads = true };
        foreach (var block in isLong ? RichText.Blocks(value!) : []) yield return block with { Leads = true };
        yield return Element(input, blockId, "plain_text_input", writer =>
        {
            writer.WriteNumber("max_length"u8, most);
            if (input.Multiline) writer.WriteBoolean("multiline"u8, true);
            if (value is not null && !isLong) writer.WriteString("initial_value"u8, value);
            if (inside) Block.WritePlain(writer, "placeholder", placeholder);
        }, hint);
    }

    private static void WriteNumber(Utf8JsonWriter writer, NumberInput input)
    {
        writer.WriteBoolean("is_decimal_allowed"u8, false);
        if (input.Min is { } min) WriteNumber(writer, "min_value", min);
        if (input.Max is { } max) WriteNumber(writer, "max_value", max);
        if (input.Value is { } value && !(value < input.Min) && !(value > input.Max))
            WriteNumber(writer, "initial_value", value);
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, int number) =>
        writer.WriteString(name, number.ToString(CultureInfo.InvariantCulture));

    private static void WriteDate(Utf8JsonWriter writer, DateInput input)
    {
        if (input.Value is { } value && LocalDatePattern.Iso.Parse(value).Success)
            writer.WriteString("initial_date"u8, value);
    }
}
