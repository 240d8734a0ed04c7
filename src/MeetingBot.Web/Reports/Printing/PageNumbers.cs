using System.Globalization;
using System.Text;

namespace MeetingBot.Web.Reports.Printing;

/// <summary>
/// Writes page numbers into the contents of a printed report. Only the print knows them, and a second print costs as
/// much as the first; so they are added to the file as a change of it (ISO 32000-1, 7.5.6), which moves nothing.
/// </summary>
public static class PageNumbers
{
    private const string Font = "PageNumbers";

    // As the report's stylesheet prints text; Helvetica is in every reader, and its digits are all 0.556 em wide.
    private const double Size = 9.5;
    private const double Digit = 0.556 * Size;

    // From the middle of a line down to where its letters stand.
    private const double Drop = 0.3465 * Size;
    private const double Gap = 5;

    /// <summary>With numbers; as it was where it has no room for them, or is not of the form that is known.</summary>
    public static byte[] AddTo(byte[] pdf) =>
        PdfFile.Open(pdf) is { } file && PageNumberPlaces.Find(file) is { Count: > 0 } pages && Changed(file, pages)
            is { } change ? [.. pdf, .. change] : pdf;

    private static byte[]? Changed(PdfFile file, IReadOnlyList<PageWithNumbers> pages)
    {
        var change = new PdfChange(file);
        var font = change.Add("<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>");
        // What the page itself leaves turned or scaled ends where it ends.
        var before = change.AddStream("q\n");
        foreach (var page in pages)
        {
            if (page.Value["Contents"] is not { Reference: { } drawn } contents
                || page.Value["Resources"]?["Font"] is not { Entries: { } fonts } known || fonts.ContainsKey(Font))
                return null;
            var after = change.AddStream(Drawn(page.Places));
            change.Replace(page.Object, page.Value,
                (contents.Start, contents.End, Text($"[{before} 0 R {drawn} 0 R {after} 0 R]")),
                (known.Start + 2, known.Start + 2, Text($"/{Font} {font} 0 R ")));
        }
        return change.Write();
    }

    // They are no part of what a screen reader reads: it has the links.
    private static string Drawn(IReadOnlyList<PageNumberPlace> places)
    {
        var drawn = new StringBuilder("Q\n/Artifact BMC\nq\n0.5 G 0.07 g 0.7 w 1 J [0 3] 0 d\n");
        foreach (var place in places)
        {
            var width = Digit * Text($"{place.Number}").Length;
            var line = ((place.Bottom + place.Top) / 2) - Drop;
            var start = place.Right - width;
            if (start - Gap > place.Left)
                drawn.Append(Text($"{start - Gap:0.##} {line + 0.5:0.##} m {place.Left:0.##} {line + 0.5:0.##} l S\n"));
            drawn.Append(Text($"BT /{Font} {Size} Tf {start:0.##} {line:0.##} Td ({place.Number}) Tj ET\n"));
        }
        return drawn.Append("Q\nEMC\n").ToString();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
