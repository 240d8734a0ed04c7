using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using MeetingBot.Times;

namespace MeetingBot.Risks.Report;

/// <summary>
/// The export of an assessment as JSON, which round-trips: what is written is read as it was. It is read as something a
/// stranger may have made: bounded, checked, and refused in words.
/// </summary>
public static class AssessmentJson
{
    /// <summary>Bytes of a document that are looked at.</summary>
    public const int MostBytes = 32 * 1024 * 1024;

    private const string Example = "Take it from the report's address with .json at its end.";

    public static byte[] Write(AssessmentDocument document) =>
        JsonSerializer.SerializeToUtf8Bytes(
            AssessmentCheck.Whole(document), AssessmentContext.Default.AssessmentDocument);

    /// <summary>The document, or what is wrong with it in words.</summary>
    public static (AssessmentDocument? Document, string? Problem) Read(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Length > MostBytes)
            return (null, $"This is over {MostBytes / (1024 * 1024)} MiB, which no assessment is.");
        if (utf8.Span.StartsWith("\uFEFF"u8)) utf8 = utf8["\uFEFF"u8.Length..];
        try
        {
            if (Schema(utf8) is not { } schema)
                return (null, "This is no assessment: it has no \"schema\". " + Example);
            if (schema != AssessmentDocument.CurrentSchema)
                return (null, string.Create(CultureInfo.InvariantCulture,
                    $"This is schema {schema} of an assessment; I read schema {AssessmentDocument.CurrentSchema}."));
            var read = JsonSerializer.Deserialize(utf8.Span, AssessmentContext.Default.AssessmentDocument);
            if (read is null) return (null, "This is no assessment. " + Example);
            var whole = AssessmentCheck.Whole(read);
            return AssessmentCheck.Problem(whole) is { } problem ? (null, problem) : (whole, null);
        }
        catch (Exception error) when (error
            is JsonException or FormatException or InvalidOperationException or ArgumentException
                or NodaTime.Text.UnparsableValueException)
        {
            var where = (error as JsonException)?.Path is { Length: > 0 } path ? $" at {Sentences.Cut(path, 120)}" : "";
            return (null, $"This is no assessment that I can read{where}. {Example}");
        }
    }

    private static int? Schema(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8);
        return document.RootElement.ValueKind is JsonValueKind.Object
            && document.RootElement.TryGetProperty("schema", out var schema)
            && schema.ValueKind is JsonValueKind.Number && schema.TryGetInt32(out var number)
                ? number
                : null;
    }
}

/// <summary>Everything is written out, zeros, nulls and empty lists too: it is for others to read.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    Converters = [typeof(InstantJson), typeof(LocalDateJson)])]
[JsonSerializable(typeof(AssessmentDocument))]
internal sealed partial class AssessmentContext : JsonSerializerContext;
