using System.Collections.Immutable;
using System.Text.Json;

namespace MeetingBot.Teams.Activities;

/// <summary>
/// The flat data of a pressed button, the card's inputs merged into it by the client. Numbers and truth values
/// become their JSON text; objects and arrays are nothing of ours and left out. All of it is untrusted.
/// </summary>
internal readonly record struct CardFields(ImmutableDictionary<string, string> Values, string? Verb, string? Problem)
{
    public const int MaxFields = 60;
    public const int MaxLength = 8_000;
    public const int MaxName = 200;
    public const int MaxVerb = 200;

    private const string VerbName = "verb";

    public static CardFields Read(JsonElement? data)
    {
        if (data is not { } element || element.ValueKind == JsonValueKind.Null) return Empty;
        if (element.ValueKind != JsonValueKind.Object) return Bad("The data of the card must be an object.");

        var values = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        string? verb = null;
        foreach (var property in element.EnumerateObject())
        {
            if (!TryRead(property, out var name, out var value)) return Bad("The data of the card is not valid text.");
            if (value is null) continue;
            if (name.Length > MaxName || value.Length > MaxLength)
                return Bad($"A field is over {MaxLength} characters.");
            if (name == VerbName) verb = value.Length <= MaxVerb ? value : null;
            else values[name] = value;
            if (values.Count > MaxFields) return Bad($"The card sends more than {MaxFields} fields.");
        }
        return new CardFields(values.ToImmutable(), verb, null);
    }

    /// <summary>The string, or null where its escapes spell no text (half a surrogate pair).</summary>
    public static string? TextOf(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static CardFields Empty => new(ImmutableDictionary<string, string>.Empty, null, null);

    private static CardFields Bad(string problem) => Empty with { Problem = problem };

    private static bool TryRead(JsonProperty property, out string name, out string? value)
    {
        name = "";
        value = null;
        try
        {
            name = property.Name;
        }
        catch (InvalidOperationException)
        {
            return false;
        }

        value = property.Value.ValueKind switch
        {
            JsonValueKind.String => TextOf(property.Value),
            JsonValueKind.Number => property.Value.GetRawText(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => null,
        };
        return value is not null || property.Value.ValueKind != JsonValueKind.String;
    }
}
