using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using MeetingBot.Cards;

namespace MeetingBot.Slack.Blocks;

/// <summary>
/// Draws a choice: up to ten stand open where the card wants it or several may be chosen, else they fold into a menu,
/// in groups where there are more than a hundred. Words that are too long for a choice stand above, numbered.
/// </summary>
internal static class ChoiceBlocks
{
    // With less, most of a list would fit.
    private const int LeastTyped = 2;
    private const int MostChoices = BlockLimits.Options * BlockLimits.Options;

    public static IEnumerable<Block> Of(ChoiceInput input, string blockId)
    {
        if (input.Choices.IsDefaultOrEmpty)
            return RichText.Blocks(
                [new RichLine([new RichRun(input.Label + ": ", Bold: true), new RichRun("nothing to choose from.")])]);
        if (input.Choices.Length > MostChoices)
            throw new CardTooLargeException("A choice", input.Choices.Length, MostChoices);

        var open = (input.Open || input.Multiple) && input.Choices.Length <= BlockLimits.OpenOptions;
        var options = Options(input, open);
        var whole = options.Any(option => option.IsCut) ? RichText.Blocks(Listed(input)) : [];
        return
        [
            .. InputBlocks.LongLabel(input), .. whole.Select(block => block with { Leads = true }),
            InputBlocks.Element(input, blockId, Type(input.Multiple, open), writer =>
            {
                if (options.Length <= BlockLimits.Options) WriteOptions(writer, "options", options);
                else WriteGroups(writer, options);
                WriteInitial(writer, input, options);
            }),
        ];
    }

    /// <summary>
    /// A field whose list is too long to be sent along: Slack asks for what fits while somebody types.
    /// </summary>
    public static IEnumerable<Block> Listed(TextInput input, string blockId)
    {
        // What stands there is shown whole, also where it is none of the list.
        var now = input.Value is { Length: > 0 and <= BlockLimits.Option } value && ShownText.Line(value) == value
            ? Option.Of(new Choice(value, value), describes: false)
            : null;
        return
        [
            .. InputBlocks.LongLabel(input).Select(block => block with { Leads = true }),
            InputBlocks.Element(
                input, blockId, "external_select",
                writer =>
                {
                    if (now is { IsCut: false }) now.Write(writer, "initial_option");
                    writer.WriteNumber("min_query_length"u8, LeastTyped);
                },
                input.Placeholder, ActionIds.Listed(input.Suggests!, input.Id)),
        ];
    }

    /// <summary><c>options</c>, of choices that fit into them.</summary>
    public static void WriteOptions(Utf8JsonWriter writer, IEnumerable<Choice> choices) =>
        WriteOptions(writer, "options", choices.Select(choice => Option.Of(choice, describes: false)));

    private static string Type(bool multiple, bool open) => (multiple, open) switch
    {
        (true, true) => "checkboxes",
        (true, false) => "multi_static_select",
        (false, true) => "radio_buttons",
        (false, false) => "static_select",
    };

    private static ImmutableArray<Option> Options(ChoiceInput input, bool open)
    {
        var options = input.Choices.Select(choice => Option.Of(choice, open)).ToImmutableArray();
        if (!options.Any(option => option.IsCut)) return options;
        var numbered = input.Choices.Select((choice, i) => choice with { Title = Number(i) + choice.Title });
        return [.. numbered.Select(choice => Option.Of(choice, describes: false))];
    }

    private static IEnumerable<RichLine> Listed(ChoiceInput input) =>
    [
        RichLine.Of(input.Label, bold: true),
        .. input.Choices.Select((choice, i) => RichLine.Of(Number(i) + choice.Title)),
    ];

    private static string Number(int index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}. ");

    private static void WriteGroups(Utf8JsonWriter writer, ImmutableArray<Option> options)
    {
        writer.WriteStartArray("option_groups"u8);
        foreach (var (i, group) in options.Chunk(BlockLimits.Options).Index())
        {
            var first = (i * BlockLimits.Options) + 1;
            writer.WriteStartObject();
            var label = string.Create(CultureInfo.InvariantCulture, $"{first} \u2013 {first + group.Length - 1}");
            Block.WritePlain(writer, "label", label);
            WriteOptions(writer, "options", group);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteInitial(Utf8JsonWriter writer, ChoiceInput input, ImmutableArray<Option> options)
    {
        var values = input.Value is null ? [] : input.Multiple ? input.Value.Split(',') : [input.Value];
        var chosen = options.Where(option => values.Contains(option.Value)).ToList();
        if (chosen.Count == 0) return;
        if (input.Multiple) WriteOptions(writer, "initial_options", chosen);
        else chosen[0].Write(writer, "initial_option");
    }

    private static void WriteOptions(Utf8JsonWriter writer, string name, IEnumerable<Option> options)
    {
        writer.WriteStartArray(name);
        foreach (var option in options) option.Write(writer, null);
        writer.WriteEndArray();
    }

    /// <param name="Text">Its words, or as many of them as it takes.</param>
    /// <param name="Description">The rest of them, in a second line.</param>
    /// <param name="IsCut">Whether words are left out.</param>
    private sealed record Option(string Value, string Text, string? Description, bool IsCut)
    {
        public static Option Of(Choice choice, bool describes)
        {
            if (choice.Value.Length > BlockLimits.Option)
                throw new CardTooLargeException("The value of a choice", choice.Value.Length, BlockLimits.Option);
            var title = ShownText.Line(choice.Title);
            if (string.IsNullOrWhiteSpace(title)) title = choice.Value.Length > 0 ? choice.Value : "\u2013";
            if (ShownText.Length(title) <= BlockLimits.Option) return new Option(choice.Value, title, null, false);

            var pieces = ShownText.Pieces(title, BlockLimits.Option).Take(3).ToList();
            return describes && pieces is [var first, var second] && !pieces.Any(string.IsNullOrWhiteSpace)
                ? new Option(choice.Value, first, second, false)
                : new Option(choice.Value, ShownText.Brief(title, BlockLimits.Option), null, true);
        }

        public void Write(Utf8JsonWriter writer, string? name)
        {
            if (name is null) writer.WriteStartObject();
            else writer.WriteStartObject(name);
            Block.WritePlain(writer, "text", Text);
            if (Description is not null) Block.WritePlain(writer, "description", Description);
            writer.WriteString("value"u8, Value);
            writer.WriteEndObject();
        }
    }
}
