using System.Text.Json;

namespace MeetingBot.Slack.Blocks;

/// <summary>
/// What is filled into one element: <c>{"type":"static_select","selected_option":{"value":"c1"}}</c> and the like.
/// </summary>
internal static class InputValue
{
    /// <summary>
    /// As the field of a card; several choices joined by commas; empty for nothing; null for no input of ours.
    /// </summary>
    public static string? Of(JsonElement element)
    {
        if (element.ValueKind is not JsonValueKind.Object) return null;
        return Text(element, "type") switch
        {
            "plain_text_input" or "number_input" => Text(element, "value") ?? "",
            "datepicker" => Text(element, "selected_date") ?? "",
            "static_select" or "radio_buttons" or "external_select" => Chosen(element),
            "multi_static_select" or "checkboxes" => AllChosen(element),
            _ => null,
        };
    }

    private static string Chosen(JsonElement element) =>
        element.TryGetProperty("selected_option", out var option) && option.ValueKind is JsonValueKind.Object
            ? Text(option, "value") ?? ""
            : "";

    private static string AllChosen(JsonElement element)
    {
        if (!element.TryGetProperty("selected_options", out var options)
            || options.ValueKind is not JsonValueKind.Array) return "";
        return string.Join(',', options.EnumerateArray()
            .Select(option => option.ValueKind is JsonValueKind.Object ? Text(option, "value") : null)
            .Where(value => value is { Length: > 0 }));
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;
}
