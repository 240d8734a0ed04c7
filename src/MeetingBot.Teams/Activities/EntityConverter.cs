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
        var wrong = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            ReadField(ref reader, entity, ref wrong);

        if (wrong && (entity.Is(Entity.Mention) || entity.Is(Entity.ClientInfo)))
            throw new JsonException("A field of an entity has the wrong type.");
        return entity;
    }

    public override void Write(Utf8JsonWriter writer, Entity value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Entities are read only.");

    private static void ReadField(ref Utf8JsonReader reader, Entity entity, ref bool wrong)
    {
        if (reader.ValueTextEquals("type"u8)) entity.Type = ReadString(ref reader, ref wrong);
        else if (reader.ValueTextEquals("text"u8)) entity.Text = ReadString(ref reader, ref wrong);
        else if (reader.ValueTextEquals("timezone"u8)) entity.Timezone = ReadString(ref reader, ref wrong);
        else if (reader.ValueTextEquals("mentioned"u8)) entity.Mentioned = ReadAccount(ref reader, ref wrong);
        else
        {
            reader.Read();
            reader.Skip();
        }
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
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8)) account.Id = ReadString(ref reader, ref wrong);
            else if (reader.ValueTextEquals("name"u8)) account.Name = ReadString(ref reader, ref wrong);
            else
            {
                reader.Read();
                reader.Skip();
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
}
