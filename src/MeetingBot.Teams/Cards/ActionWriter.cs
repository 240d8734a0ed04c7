using System.Collections.Immutable;
using System.Text.Json;
using MeetingBot.Cards;

namespace MeetingBot.Teams.Cards;

/// <summary>
/// Writes buttons: Action.Execute, with an Action.Submit of the same data for clients that don't know it, or
/// Action.OpenUrl. They always stand in an ActionSet, without which old clients ignore the second.
/// </summary>
internal static class ActionWriter
{
    private const int MostPrimary = 6;
    private const int LongestTitle = 100;

    public static void WriteSet(Utf8JsonWriter writer, ImmutableArray<CardButton> buttons)
    {
        if (buttons.IsDefaultOrEmpty) return;
        writer.WriteStartObject();
        writer.WriteString("type"u8, "ActionSet"u8);
        writer.WriteStartArray("actions"u8);
        for (var i = 0; i < buttons.Length; i++) WriteButton(writer, buttons[i], secondary: i >= MostPrimary);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Without user ids: Teams then refreshes for everyone of a conversation of up to 60.</summary>
    public static void WriteRefresh(Utf8JsonWriter writer, CardButton button)
    {
        writer.WriteStartObject("refresh"u8);
        writer.WriteStartObject("action"u8);
        WriteExecute(writer, button);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>The name, if it isn't one that we or Teams give a meaning to in what comes back.</summary>
    public static string Free(string name, string whose) => name is "verb" or "msteams"
        ? throw new ArgumentException($"{whose} may not be called \"{name}\": that means something else in an answer.")
        : name;

    private static void WriteButton(Utf8JsonWriter writer, CardButton button, bool secondary)
    {
        writer.WriteStartObject();
        if (button.Link is { } link) WriteOpenUrl(writer, button, link);
        else WriteExecute(writer, button);
        if (StyleOf(button.Style) is { } style) writer.WriteString("style"u8, style);
        if (secondary) writer.WriteString("mode"u8, "secondary"u8);
        if (button.Link is null) WriteFallback(writer, button, secondary);
        writer.WriteEndObject();
    }

    private static void WriteOpenUrl(Utf8JsonWriter writer, CardButton button, Uri link)
    {
        if (!WebAddress.IsForLinks(link)) throw new ArgumentException("A button opens http and https addresses only.");
        WriteTyped(writer, "Action.OpenUrl", button);
        writer.WriteString("url"u8, link.AbsoluteUri);
    }

    private static void WriteExecute(Utf8JsonWriter writer, CardButton button)
    {
        WriteTyped(writer, "Action.Execute", button);
        writer.WriteString("verb"u8, button.Verb);
        WriteData(writer, button);
    }

    private static void WriteFallback(Utf8JsonWriter writer, CardButton button, bool secondary)
    {
        writer.WriteStartObject("fallback"u8);
        WriteTyped(writer, "Action.Submit", button);
        WriteData(writer, button);
        if (StyleOf(button.Style) is { } style) writer.WriteString("style"u8, style);
        if (secondary) writer.WriteString("mode"u8, "secondary"u8);
        writer.WriteEndObject();
    }

    private static void WriteTyped(Utf8JsonWriter writer, string type, CardButton button)
    {
        writer.WriteString("type"u8, type);
        writer.WriteString("title"u8, ShownText.Plain(ShownText.Brief(button.Title, LongestTitle)));
    }

    // The verb is in the data too: a Submit has no place of its own for it.
    private static void WriteData(Utf8JsonWriter writer, CardButton button)
    {
        writer.WriteStartObject("data"u8);
        writer.WriteString("verb"u8, button.Verb);
        foreach (var (key, value) in button.Data) writer.WriteString(Free(key, "An id of a button"), value);
        writer.WriteEndObject();
        writer.WriteString("associatedInputs"u8, button.SendsInputs ? "auto"u8 : "none"u8);
    }

    private static string? StyleOf(ButtonStyle style) => style switch
    {
        ButtonStyle.Primary => "positive",
        ButtonStyle.Danger => "destructive",
        _ => null,
    };
}
