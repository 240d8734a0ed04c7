using System.Collections.Immutable;
using System.Text.Json;

namespace MeetingBot.Slack.Blocks;

/// <summary>
/// Gathers the fields of a press. All of them are untrusted: of a name that is there twice the last one counts, as it
/// does where JSON is read; objects and arrays are nothing of ours and left out.
/// </summary>
internal sealed class PressedFields
{
    public const int MostFields = 60;
    public const int MostLength = 12_000;
    public const int MostName = 200;

    private readonly ImmutableDictionary<string, string>.Builder _values =
        ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);

    private readonly SortedDictionary<(string Field, int Index), string> _parts = [];

    /// <summary>Why they are not taken; null where they are.</summary>
    public string? Problem { get; private set; }

    public ImmutableDictionary<string, string> Values
    {
        get
        {
            foreach (var whole in _parts.GroupBy(part => part.Key.Field, StringComparer.Ordinal))
                Set(whole.Key, string.Concat(whole.Select(part => part.Value)));
            _parts.Clear();
            return _values.ToImmutable();
        }
    }

    /// <summary>The data of a button, an object of texts.</summary>
    public void AddData(JsonElement data)
    {
        if (data.ValueKind is not JsonValueKind.Object)
        {
            Problem = "The data of the button must be an object.";
            return;
        }
        foreach (var property in data.EnumerateObject())
            if (TextOf(property.Value) is { } value) Set(property.Name, value);
    }

    /// <summary><c>state.values</c>: by block, then by element, what is filled in.</summary>
    /// <param name="number">The button pressed, of which there may be parts.</param>
    /// <param name="withInputs">Whether the card's inputs go with it.</param>
    public void AddState(JsonElement values, int number, bool withInputs)
    {
        if (values.ValueKind is not JsonValueKind.Object) return;
        foreach (var block in values.EnumerateObject())
        {
            if (block.Value.ValueKind is not JsonValueKind.Object) continue;
            foreach (var element in block.Value.EnumerateObject())
            {
                if (ActionIds.ReadPart(element.Name) is { } part)
                {
                    if (part.Number == number) AddPart(part.Field, part.Index, element.Value);
                }
                else if (withInputs && InputValue.Of(element.Value) is { } value)
                    Set(ActionIds.ReadListed(element.Name)?.Id ?? element.Name, value);
            }
        }
    }

    private void AddPart(string field, int index, JsonElement element)
    {
        if (_parts.Count >= MostFields) Problem = TooMany;
        else _parts[(field, index)] = InputValue.Of(element) ?? "";
    }

    private void Set(string name, string value)
    {
        if (name.Length > MostName || value.Length > MostLength) Problem = $"A field is over {MostLength} characters.";
        else if (_values.Count >= MostFields && !_values.ContainsKey(name)) Problem = TooMany;
        else _values[name] = value;
    }

    private static string TooMany => $"The card sends more than {MostFields} fields.";

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };
}
