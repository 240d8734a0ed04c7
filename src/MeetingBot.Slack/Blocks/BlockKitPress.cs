using System.Collections.Immutable;
using System.Text.Json;

namespace MeetingBot.Slack.Blocks;

/// <summary>
/// A pressed button or a submitted view, read back as the verb and fields of a card's answer. Nothing of it is trusted,
/// and no JSON makes the reading throw.
/// </summary>
/// <param name="Verb">The button's verb; null where no button of a card was pressed.</param>
/// <param name="Fields">The button's data and, where it sends them, the inputs; empty with a problem.</param>
/// <param name="Form">
/// The value of a button that opens a form (<see cref="BlockKitModal.OfForm"/>); null for others.
/// </param>
/// <param name="Origin">What the view was opened with; empty for none.</param>
/// <param name="Problem">Why it is not taken, a sentence; null where it is.</param>
internal sealed record BlockKitPress(
    string? Verb, ImmutableDictionary<string, string> Fields, string? Form = null, string Origin = "",
    string? Problem = null)
{
    private const int MostVerb = 200;
    private const int MostValue = 8_000;

    private static readonly JsonDocumentOptions Flat = new() { MaxDepth = 4 };

    private static readonly BlockKitPress Nothing = new(null, ImmutableDictionary<string, string>.Empty);

    /// <summary>A pressed button, of a message or a view.</summary>
    /// <param name="action">An element of <c>actions</c>.</param>
    /// <param name="state">
    /// The payload's <c>state</c>, or its <c>view.state</c>: <c>{"values":{…}}</c>; null for none.
    /// </param>
    /// <param name="metadata">The view's <c>private_metadata</c> where the button was in one.</param>
    public static BlockKitPress Read(JsonElement action, JsonElement? state, string? metadata = null) => Safely(() =>
    {
        if (Text(action, "type") is not "button" || Text(action, "action_id") is not { } id) return Nothing;
        var origin = metadata is null ? "" : OriginOf(metadata);
        var value = Text(action, "value") ?? "";
        if (id == ActionIds.OpenModal) return Nothing with { Form = value, Origin = origin };
        return value.Length > MostValue ? Bad("The button's value is too long.") : Pressed(id, value, state, origin);
    });

    /// <summary>A submitted view.</summary>
    /// <param name="view">The payload's <c>view</c>.</param>
    public static BlockKitPress ReadSubmission(JsonElement view) => Safely(() =>
    {
        if (Text(view, "private_metadata") is not { Length: > 0 and <= MostValue } metadata) return Nothing;
        using var document = JsonDocument.Parse(metadata, Flat);
        var origin = Text(document.RootElement, "origin") ?? "";
        var state = Member(view, "state");
        return Text(document.RootElement, "action") is { } id
            ? Pressed(id, Member(document.RootElement, "value")?.GetRawText() ?? "", state, origin)
            : Nothing with { Origin = origin };
    });

    private static BlockKitPress Pressed(string id, string value, JsonElement? state, string origin)
    {
        if (ActionIds.ReadPress(id) is not { Verb.Length: <= MostVerb } press) return Nothing with { Origin = origin };
        var fields = new PressedFields();
        if (value.Length > 0)
        {
            using var document = JsonDocument.Parse(value, Flat);
            fields.AddData(document.RootElement);
        }
        if (Member(state, "values") is { } values) fields.AddState(values, press.Number, press.SendsInputs);
        var all = fields.Values;
        return fields.Problem is { } problem ? Bad(problem) : new BlockKitPress(press.Verb, all, Origin: origin);
    }

    private static string OriginOf(string metadata)
    {
        if (metadata.Length is 0 or > MostValue) return "";
        using var document = JsonDocument.Parse(metadata, Flat);
        return Text(document.RootElement, "origin") ?? "";
    }

    // Half a surrogate pair in a text or a name is no text.
    private static BlockKitPress Safely(Func<BlockKitPress> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Bad("What the card sends is not valid.");
        }
    }

    private static BlockKitPress Bad(string problem) => Nothing with { Problem = problem };

    private static JsonElement? Member(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var member)
            ? member
            : null;

    private static string? Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
