using System.Text;

namespace MeetingBot.Risks.Import;

/// <summary>Makes text of a file that somebody sent: UTF-8, or UTF-16 that says so by its first two bytes.</summary>
internal static class TableBytes
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>The text, or why it can't be read.</summary>
    public static (string? Text, string? Problem) Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > PastedTable.MostCharacters)
            return (null, "The file is larger than 1 MiB. Send it in parts.");
        if (bytes is [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..]) return Other("UTF-32");
        if (bytes is [0xFF, 0xFE, ..]) return Decode(bytes[2..], new UnicodeEncoding(false, false, true), "UTF-16");
        if (bytes is [0xFE, 0xFF, ..]) return Decode(bytes[2..], new UnicodeEncoding(true, false, true), "UTF-16");
        if (bytes is [0x50, 0x4B, 0x03, 0x04, ..])
            return (null, "The file is a workbook or an archive, not a table as text. Save the sheet as CSV (UTF-8).");
        // Letters of UTF-16 without its mark have a zero beside them; no text has any.
        if (bytes.Contains((byte)0)) return Other("UTF-16 without its mark, or no text at all");
        return Decode(bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes, Utf8, "UTF-8");
    }

    private static (string? Text, string? Problem) Decode(ReadOnlySpan<byte> bytes, Encoding encoding, string name)
    {
        try
        {
            return (encoding.GetString(bytes), null);
        }
        catch (DecoderFallbackException)
        {
            return (null, $"The file is not {name} throughout. Save it as CSV (UTF-8) and send it again.");
        }
    }

    private static (string? Text, string? Problem) Other(string what) =>
        (null, $"The file seems to be {what}. Save it as CSV (UTF-8) and send it again.");
}
