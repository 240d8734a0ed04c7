using System.Buffers;
using System.Text;

namespace MeetingBot.Storage.Azure;

/// <summary>
/// Writes a row as an entity's JSON: on one line (the emulator needs that in a batch), keys as they are (they are
/// ASCII without quotes), and data escaped as little as JSON allows, so that a row of the greatest size fits.
/// </summary>
internal static class EntityJson
{
    /// <summary>Most UTF-16 units in one string property; the service allows 32 Ki.</summary>
    public const int PropertyLength = 31 * 1024;

    // 0xE2 begins U+2028 and U+2029, which some JSON readers take for line ends.
    private static readonly SearchValues<byte> Special = SearchValues.Create([.. "\"\\\t\n\r"u8, 0xE2]);

    public static void Write(
        MemoryStream to, string partitionKey, string rowKey, ReadOnlySpan<byte> data, string operation)
    {
        Ascii(to, $"{{\"PartitionKey\":\"{partitionKey}\",\"RowKey\":\"{rowKey}\"");
        Ascii(to, $",\"{TableEntity.OperationProperty}\":\"{operation}\"");
        for (var part = 0; data.Length > 0; part++)
        {
            var length = Cut(data);
            Ascii(to, $",\"{TableEntity.DataProperty(part)}\":\"");
            Escape(to, data[..length]);
            Ascii(to, "\"");
            data = data[length..];
        }
        Ascii(to, "}");
    }

    // How many bytes make one property: never half of a character, nor of a surrogate pair.
    private static int Cut(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length <= PropertyLength) return utf8.Length;
        var at = 0;
        for (var units = 0; at < utf8.Length;)
        {
            var (bytes, wide) = utf8[at] switch { < 0x80 => (1, 1), < 0xE0 => (2, 1), < 0xF0 => (3, 1), _ => (4, 2) };
            if (units + wide > PropertyLength) break;
            units += wide;
            at += bytes;
        }
        return at;
    }

    private static void Escape(MemoryStream to, ReadOnlySpan<byte> utf8)
    {
        while (utf8.IndexOfAny(Special) is var at and >= 0)
        {
            to.Write(utf8[..at]);
            var separator = utf8[at] == 0xE2 && utf8[at + 1] == 0x80 && (utf8[at + 2] is 0xA8 or 0xA9);
            to.Write(utf8[at] switch
            {
                (byte)'\t' => "\\t"u8,
                (byte)'\n' => "\\n"u8,
                (byte)'\r' => "\\r"u8,
                (byte)'"' => "\\\""u8,
                (byte)'\\' => "\\\\"u8,
                _ when separator => utf8[at + 2] == 0xA8 ? "\\u2028"u8 : "\\u2029"u8,
                _ => utf8.Slice(at, 3),
            });
            utf8 = utf8[(at + (utf8[at] == 0xE2 ? 3 : 1))..];
        }
        to.Write(utf8);
    }

    private static void Ascii(MemoryStream to, string text) => to.Write(Encoding.ASCII.GetBytes(text));
}
