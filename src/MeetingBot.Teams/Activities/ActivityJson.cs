using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace MeetingBot.Teams.Activities;

/// <summary>
/// Reads activities: camel case, unknown fields ignored, at most 64 levels. A field that is there twice is none of
/// Teams': what read it before may have read the other one.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    MaxDepth = 64,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(Activity))]
internal sealed partial class ActivityJson : JsonSerializerContext
{
    /// <summary>
    /// The activity, or null when the bytes are none: no UTF-8, no JSON, too deep, or a field twice or of the wrong
    /// type.
    /// </summary>
    public static Activity? Parse(ReadOnlySpan<byte> utf8)
    {
        // What is kept as raw JSON would otherwise fail only when it is looked at.
        if (!Utf8.IsValid(utf8)) return null;
        try
        {
            return JsonSerializer.Deserialize(utf8, Default.Activity);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
