using System.Text;

namespace MeetingBot.Calendars;

/// <summary>
/// Takes a file apart into its lines, whoever wrote it: any line ends, folds inside a character, any UTF.
/// </summary>
internal static class ContentLines
{
    private const int MostLines = 100_000;

    public static IEnumerable<ContentLine> Read(byte[] file)
    {
        var text = Decode(Unfold(Utf8(file)));
        var count = 0;
        foreach (var line in text.Split('\n'))
        {
            if (++count > MostLines) yield break;
            if (line.Length > 0 && ContentLine.Parse(line) is { } read) yield return read;
        }
    }

    private static byte[] Utf8(byte[] file) => file switch
    {
        [0xEF, 0xBB, 0xBF, ..] => file[3..],
        [0xFF, 0xFE, ..] => Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(file, 2, file.Length - 2)),
        [0xFE, 0xFF, ..] => Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(file, 2, file.Length - 2)),
        _ => file,
    };

    // Some fold between the bytes of one character, so they are put together before they are characters.
    private static byte[] Unfold(byte[] file)
    {
        var lines = new byte[file.Length];
        var length = 0;
        for (var i = 0; i < file.Length; i++)
        {
            if (file[i] is not ((byte)'\r' or (byte)'\n'))
            {
                lines[length++] = file[i];
                continue;
            }
            if (file[i] == '\r' && i + 1 < file.Length && file[i + 1] == '\n') i++;
            if (i + 1 < file.Length && file[i + 1] is (byte)' ' or (byte)'\t') i++;
            else lines[length++] = (byte)'\n';
        }
        return lines[..length];
    }

    // What is no UTF-8 was written on a Windows of long ago.
    private static string Decode(byte[] lines)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(lines);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(lines);
        }
    }
}
