using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MeetingBot.Conversations;
using MeetingBot.Teams.Support;

namespace MeetingBot.Teams.Activities;

/// <summary>Golden activities, and beside each (<c>.incoming.json</c>) what it becomes; without one it is ignored.</summary>
public sealed class GoldenActivityTests
{
    private static readonly JsonSerializerOptions Shown = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new SortedFields() },
    };

    public static TheoryData<string> Names => [.. Golden.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Activity_TranslatesAsKept(string name)
    {
        var activity = ActivityJson.Parse(Golden.Bytes(name));
        Assert.NotNull(activity);

        var translation = ActivityTranslator.Translate(activity);

        Assert.Null(translation.Problem);
        Assert.False(translation.Unsupported);
        Assert.Equal(Golden.Expected(name), Show(translation.Incoming));
    }

    private static string? Show(Incoming? incoming) => incoming is null ? null : JsonSerializer.Serialize(
        new { Kind = incoming.GetType().Name, Incoming = (object)incoming }, Shown) + "\n";

    // The order of an immutable dictionary is another in each process.
    private sealed class SortedFields : JsonConverter<ImmutableDictionary<string, string>>
    {
        public override ImmutableDictionary<string, string> Read(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(
            Utf8JsonWriter writer, ImmutableDictionary<string, string> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(
                writer, new SortedDictionary<string, string>(value, StringComparer.Ordinal), options);
    }
}
