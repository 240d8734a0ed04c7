using System.Globalization;
using System.Text;

namespace MeetingBot.Web.Reports.Printing;

/// <summary>
/// Reads values of a PDF one after another (ISO 32000-1, 7.2 and 7.3). Comments and streams are not read.
/// </summary>
internal ref struct PdfSyntax(ReadOnlySpan<byte> bytes, int at)
{
    private const int Deepest = 16;

    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>Where it goes on.</summary>
    public int At { get; private set; } = at;

    /// <summary>The next value; null where there is none.</summary>
    public PdfValue? Value() => Value(0);

    /// <summary>Whether this is next, which then is behind it.</summary>
    public bool Word(ReadOnlySpan<byte> word)
    {
        Space();
        if (!_bytes[At..].StartsWith(word)) return false;
        At += word.Length;
        return true;
    }

    /// <summary>A number without sign or point; null for none.</summary>
    public int? Whole()
    {
        Space();
        var end = At;
        while (end < _bytes.Length && _bytes[end] is >= (byte)'0' and <= (byte)'9') end++;
        if (end == At || !int.TryParse(
            _bytes[At..end], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        At = end;
        return number;
    }

    private PdfValue? Value(int depth)
    {
        Space();
        if (depth > Deepest || At >= _bytes.Length) return null;
        var start = At;
        return (char)_bytes[At] switch
        {
            '/' => Name() is { } name ? new PdfValue(start, At) { Name = name } : null,
            '[' => Array(start, depth),
            '<' when At + 1 < _bytes.Length && _bytes[At + 1] == '<' => Dictionary(start, depth),
            '<' => Past((byte)'>') ? new PdfValue(start, At) : null,
            '(' => Text() ? new PdfValue(start, At) : null,
            (>= '0' and <= '9') or '+' or '-' or '.' => Number(start),
            _ => Word("true"u8) || Word("false"u8) || Word("null"u8) ? new PdfValue(start, At) : null,
        };
    }

    private PdfValue? Array(int start, int depth)
    {
        At++;
        var items = new List<PdfValue>();
        while (!Word("]"u8))
        {
            if (Value(depth + 1) is not { } item) return null;
            items.Add(item);
        }
        return new PdfValue(start, At) { Items = items };
    }

    private PdfValue? Dictionary(int start, int depth)
    {
        At += 2;
        var entries = new Dictionary<string, PdfValue>(StringComparer.Ordinal);
        while (!Word(">>"u8))
        {
            if (At >= _bytes.Length || _bytes[At] != '/' || Name() is not { } key
                || Value(depth + 1) is not { } value || !entries.TryAdd(key, value)) return null;
        }
        return new PdfValue(start, At) { Entries = entries };
    }

    private PdfValue? Number(int start)
    {
        var end = start + 1;
        while (end < _bytes.Length && _bytes[end] is (>= (byte)'0' and <= (byte)'9') or (byte)'.') end++;
        if (!double.TryParse(_bytes[start..end], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out var number)) return null;
        At = end;
        var behind = this;
        if (_bytes[start..end].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 && number <= int.MaxValue
            && behind.Whole() == 0 && behind.Word("R"u8))
        {
            At = behind.At;
            return new PdfValue(start, At) { Reference = (int)number };
        }
        return new PdfValue(start, At) { Number = number };
    }

    // Names with escapes name nothing that is looked for.
    private string? Name()
    {
        var end = At + 1;
        while (end < _bytes.Length && _bytes[end] > 32 && !"()<>[]{}/%"u8.Contains(_bytes[end])) end++;
        var name = Encoding.Latin1.GetString(_bytes[(At + 1)..end]);
        At = end;
        return name.Length > 0 ? name : null;
    }

    private bool Text()
    {
        var open = 0;
        for (; At < _bytes.Length; At++)
        {
            switch ((char)_bytes[At])
            {
                case '\\':
                    At++;
                    break;
                case '(':
                    open++;
                    break;
                case ')' when --open == 0:
                    At++;
                    return true;
            }
        }
        return false;
    }

    private bool Past(byte last)
    {
        var length = _bytes[At..].IndexOf(last);
        At += length + 1;
        return length >= 0;
    }

    private void Space()
    {
        while (At < _bytes.Length && _bytes[At] is 0 or 9 or 10 or 12 or 13 or 32) At++;
    }
}
