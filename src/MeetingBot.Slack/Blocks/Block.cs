using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace MeetingBot.Slack.Blocks;

/// <summary>One block as it is sent.</summary>
/// <param name="Json">The JSON object, UTF-8.</param>
/// <param name="Weight">Length of all strings in it, names of properties apart.</param>
internal sealed record Block(ReadOnlyMemory<byte> Json, int Weight)
{
    /// <summary>Stands on the same page as the block behind it.</summary>
    public bool Leads { get; init; }

    /// <summary>A table, of which a message takes one.</summary>
    public bool IsTable { get; init; }

    /// <summary>Something is filled in.</summary>
    public bool IsInput { get; init; }

    /// <summary>Something is filled in or pressed.</summary>
    public bool Answers { get; init; }

    public static Block Of(string type, Action<Utf8JsonWriter> write)
    {
        var buffer = Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, type);
            write(writer);
            writer.WriteEndObject();
        });
        return new Block(buffer.WrittenMemory, WeightOf(buffer.WrittenSpan))
        {
            IsInput = type == "input", Answers = type is "input" or "actions",
        };
    }

    /// <summary>The blocks as one JSON array.</summary>
    public static void WriteAll(Utf8JsonWriter writer, IEnumerable<Block> blocks)
    {
        writer.WriteStartArray();
        foreach (var block in blocks) writer.WriteRawValue(block.Json.Span, skipInputValidation: true);
        writer.WriteEndArray();
    }

    public static ArrayBufferWriter<byte> Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(buffer, Options);
        write(writer);
        writer.Flush();
        return buffer;
    }

    /// <summary><c>{"type":"plain_text","text":"…","emoji":false}</c>: read as it is.</summary>
    public static void WritePlain(Utf8JsonWriter writer, string name, string text)
    {
        writer.WriteStartObject(name);
        WritePlainMembers(writer, text);
        writer.WriteEndObject();
    }

    public static void WritePlainMembers(Utf8JsonWriter writer, string text)
    {
        writer.WriteString("type"u8, "plain_text"u8);
        writer.WriteString("text"u8, text);
        writer.WriteBoolean("emoji"u8, false);
    }

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static int WeightOf(ReadOnlySpan<byte> json)
    {
        var weight = 0;
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
            if (reader.TokenType is JsonTokenType.String) weight += ShownText.Length(reader.GetString());
        return weight;
    }
}
