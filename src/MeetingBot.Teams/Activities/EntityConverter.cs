using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeetingBot.Teams.Activities;

/// <summary>
/// Reads an entity whose type may come last. A type that is not known here may use the same field names for
/// anything (A2104), so a wrong JSON type is an error in a known entity only.
/// </summary>
internal sealed class EntityConverter : JsonConverter<Entity>
{
    public override Entity Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("An entity must be an object.");

        var entity = new Entity();
        var (seen, wrong) = (Field.None, false);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            ReadField(ref reader, entity, ref seen, ref wrong);

        if (wrong && (entity.Is(Entity.Mention) || entity.Is(Entity.ClientInfo)))
            throw new JsonException("A field of an entity has the wrong type.");
        return entity;
    }

    public override void Write(Utf8JsonWriter writer, Entity value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Entities are read only.");

    private static void ReadField(ref Utf8JsonReader reader, Entity entity, ref Field seen, ref bool wrong)
    {
        switch (Next(ref reader, ref seen))
        {
            case Field.Type: entity.Type = ReadString(ref reader, ref wrong); break;
            case Field.Text: entity.Text = ReadString(ref reader, ref wrong); break;
            case Field.Timezone: entity.Timezone = ReadString(ref reader, ref wrong); break;
            case Field.Mentioned: entity.Mentioned = ReadAccount(ref reader, ref wrong); break;
            default: SkipValue(ref reader); break;
        }
    }

    // As the reader of the whole activity does, which knows nothing of what is read here.
    private static Field Next(ref Utf8JsonReader reader, ref Field seen)
    {
        var field = reader.ValueTextEquals("type"u8) ? Field.Type
            : reader.ValueTextEquals("text"u8) ? Field.Text
            : reader.ValueTextEquals("timezone"u8) ? Field.Timezone
            : reader.ValueTextEquals("mentioned"u8) ? Field.Mentioned
            : reader.ValueTextEquals("id"u8) ? Field.Id
            : reader.ValueTextEquals("name"u8) ? Field.Name
            : Field.None;
        if ((seen & field) != 0) throw new JsonException("A field of an entity is there twice.");
        seen |= field;
        return field;
    }

    private static ChannelAccount? ReadAccount(ref Utf8JsonReader reader, ref bool wrong)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            wrong |= reader.TokenType != JsonTokenType.Null;
            reader.Skip();
            return null;
        }

        var account = new ChannelAccount();
        var seen = Field.None;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            switch (Next(ref reader, ref seen))
            {
                case Field.Id: account.Id = ReadString(ref reader, ref wrong); break;
                case Field.Name: account.Name = ReadString(ref reader, ref wrong); break;
                default: SkipValue(ref reader); break;
            }
        }
        return account;
    }

    private static string? ReadString(ref Utf8JsonReader reader, ref bool wrong)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String) return reader.GetString();
        wrong |= reader.TokenType != JsonTokenType.Null;
        reader.Skip();
        return null;
    }

    private static void SkipValue(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    [Flags]
    private enum Field { None = 0, Type = 1, Text = 2, Timezone = 4, Mentioned = 8, Id = 16, Name = 32 }
}
