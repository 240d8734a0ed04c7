using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MeetingBot.Tables;

/// <summary>Writes values into rows and reads them back, as JSON.</summary>
public static class Rows
{
    public static ReadOnlyMemory<byte> Write<T>(T value, JsonTypeInfo<T> type) =>
        JsonSerializer.SerializeToUtf8Bytes(value, type);

    public static T Read<T>(this Row row, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(row.Data.Span, type)
        ?? throw new InvalidOperationException($"The row '{row.RowKey}' holds null.");

    /// <summary>The value, or null when it is no such value: cut off, or written by a version that knows more.</summary>
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
    public static string Segment(int number) => number.ToString("D8", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Inserts the value where there was no row, replaces exactly the row that was read where there was.</summary>
    public static RowChange Put<T>(string rowKey, T value, JsonTypeInfo<T> type, Row? read) => read is null
        ? new RowChange.Insert(rowKey, Write(value, type))
        : new RowChange.Replace(rowKey, Write(value, type), read.ETag);
}
