using System.Text.Json;
using MeetingBot.Cards;

namespace MeetingBot.Teams.Cards;

/// <summary>Writes inputs. What a client checks is a help to the person; the turn checks again.</summary>
internal static class InputWriter
{
    public static void Write(Utf8JsonWriter writer, CardInput input)
    {
        writer.WriteStartObject();
        switch (input)
        {
            case TextInput text: WriteText(writer, text); break;
            case NumberInput number: WriteNumber(writer, number); break;
            case DateInput date: WriteDate(writer, date); break;
            case ChoiceInput choice: ChoiceWriter.Write(writer, choice); break;
            default: throw new ArgumentException($"No way is known to draw {input.GetType().Name}.", nameof(input));
        }
        WriteCommon(writer, input);
        writer.WriteEndObject();
    }

    private static void WriteCommon(Utf8JsonWriter writer, CardInput input)
    {
        writer.WriteString("id"u8, ActionWriter.Free(input.Id, "An input"));
        writer.WriteString("label"u8, ShownText.Plain(input.Label));
        if (input.Required) writer.WriteBoolean("isRequired"u8, true);
        var error = input.Error ?? (input.Required ? $"{input.Label}: please fill this in." : null);
        if (error is not null) writer.WriteString("errorMessage"u8, MarkdownText.Escape(error));
    }

    private static void WriteText(Utf8JsonWriter writer, TextInput input)
    {
        writer.WriteString("type"u8, "Input.Text"u8);
        writer.WriteNumber("maxLength"u8, input.MaxLength);
        if (input.Multiline) writer.WriteBoolean("isMultiline"u8, true);
        if (input.Placeholder is { } placeholder) writer.WriteString("placeholder"u8, ShownText.Plain(placeholder));
        if (input.Value is { } value) writer.WriteString("value"u8, value);
    }

    private static void WriteNumber(Utf8JsonWriter writer, NumberInput input)
    {
        writer.WriteString("type"u8, "Input.Number"u8);
        if (input.Min is { } min) writer.WriteNumber("min"u8, min);
        if (input.Max is { } max) writer.WriteNumber("max"u8, max);
        if (input.Value is { } value) writer.WriteNumber("value"u8, value);
    }

    private static void WriteDate(Utf8JsonWriter writer, DateInput input)
    {
        writer.WriteString("type"u8, "Input.Date"u8);
        if (input.Value is { } value) writer.WriteString("value"u8, value);
    }
}
