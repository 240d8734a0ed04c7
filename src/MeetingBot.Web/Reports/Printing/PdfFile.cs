namespace MeetingBot.Web.Reports.Printing;

/// <summary>
/// The objects of a PDF as Chromium writes it: one plain table of where they are (ISO 32000-1, 7.5.4), never
/// changed since. What is of another form is not read.
/// </summary>
internal sealed class PdfFile
{
    private const int MostObjects = 1_000_000;

    private readonly byte[] _bytes;
    private readonly int[] _places;

    // However objects refer to one another, no more is read than this.
    private long _left;

    private PdfFile(byte[] bytes, int[] places, int table, PdfValue trailer)
    {
        (_bytes, _places, Table, Trailer) = (bytes, places, table, trailer);
        _left = 4L * bytes.Length;
    }

    /// <summary>In bytes.</summary>
    public int Length => _bytes.Length;

    /// <summary>Where its table is.</summary>
    public int Table { get; }

    public PdfValue Trailer { get; }

    /// <summary>One more than the highest number of an object.</summary>
    public int Size => _places.Length;

    /// <summary>Null for what is of another form.</summary>
    public static PdfFile? Open(byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith("%PDF-1."u8)) return null;
        var last = bytes.AsSpan().LastIndexOf("startxref"u8);
        if (last < 0) return null;
        var end = new PdfSyntax(bytes, last + "startxref"u8.Length);
        if (end.Whole() is not { } table || !end.Word("%%EOF"u8) || table >= last) return null;
        var syntax = new PdfSyntax(bytes, table);
        if (!syntax.Word("xref"u8) || syntax.Whole() != 0
            || syntax.Whole() is not (> 0 and <= MostObjects and var count)) return null;
        var places = new int[count];
        for (var number = 0; number < count; number++)
        {
            if (syntax.Whole() is not { } place || syntax.Whole() is not { } generation) return null;
            var used = syntax.Word("n"u8);
            if (!used && !syntax.Word("f"u8)) return null;
            places[number] = used && generation == 0 && place < table ? place : -1;
        }
        return syntax.Word("trailer"u8) && syntax.Value() is { Entries: not null } trailer
            && trailer["Size"]?.Number == count && trailer["Prev"] is null && trailer["Encrypt"] is null
                ? new PdfFile(bytes, places, table, trailer)
                : null;
    }

    /// <summary>An object by its number; null where there is none that can be read, or too much was read.</summary>
    public PdfValue? Read(int number)
    {
        if (number <= 0 || number >= _places.Length || _places[number] is not (>= 0 and var place)) return null;
        var syntax = new PdfSyntax(_bytes, place);
        if (syntax.Whole() != number || syntax.Whole() != 0 || !syntax.Word("obj"u8)) return null;
        var value = syntax.Value();
        _left -= syntax.At - place;
        return value is not null && _left >= 0 && syntax.Word("endobj"u8) ? value : null;
    }

    /// <summary>A value, or the object that it refers to.</summary>
    public PdfValue? Read(PdfValue? value) => value?.Reference is { } number ? Read(number) : value;

    public ReadOnlySpan<byte> Bytes(int start, int end) => _bytes.AsSpan()[start..end];
}
