using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Text;

namespace MeetingBot.Web.Rooms;

/// <summary>Writes a NodaTime value as its text.</summary>
internal sealed class PatternConverter<T>(IPattern<T> pattern) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        pattern.Parse(reader.GetString() ?? "").Value;

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(pattern.Format(value));
}
