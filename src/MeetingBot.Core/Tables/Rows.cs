using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MeetingBot.Tables;

/// <summary>Writes values into rows and reads them back, as JSON.</summary>
public static class Rows
{
    // Letters of every script as they are, else a row of them takes twice the room. Such JSON is for tables and for
    // downloads said to be JSON; it is never part of a page.
    private static readonly JsonWriterOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true,
    };

    public static ReadOnlyMemory<byte> Write<T>(T value, JsonTypeInfo<T> type)
    {
        var data = new ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(data, Compact);
        JsonSerializer.Serialize(writer, value, type);
        writer.Flush();
        return data.WrittenSpan.ToArray();
    }

    public static T Read<T>(this Row row, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(row.Data.Span, type)
        ?? throw new InvalidOperationException($"The row '{row.RowKey}' holds null.");

    /// <summary>
    /// The value, or null when it is no such value: cut off, or written by a version that knows more.
    /// </summary>
    public static T? TryRead<T>(this Row row, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(row.Data.Span, type);
        }
        catch (Exception error) when (error is JsonException or NotSupportedException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>A number as a key segment that sorts as the number does.</summary>
    public static string Segment(int number) =>
        number.ToString("D8", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>
    /// Inserts the value where there was no row, replaces exactly the row that was read where there was.
    /// </summary>
    public static RowChange Put<T>(string rowKey, T value, JsonTypeInfo<T> type, Row? read) => read is null
        ? new RowChange.Insert(rowKey, Write(value, type))
        : new RowChange.Replace(rowKey, Write(value, type), read.ETag);
}
