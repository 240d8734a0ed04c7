using System.Globalization;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;

namespace MeetingBot.EndToEnd.Tests.Reports;

/// <summary>The contents of a printed report, read as a reader does: what stands at the right of each of its lines.</summary>
internal static partial class PrintedContents
{
    /// <summary>The page that stands at each line, by the id of a risk or the words of a section.</summary>
    public static SortedDictionary<string, int> Of(PdfDocument pdf)
    {
        var found = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var page in pdf.GetPages())
        {
            foreach (var room in page.GetAnnotations().Where(link => Destination(link).EndsWith("-title", StringComparison.Ordinal)))
            {
                var digits = page.Letters.Where(letter => char.IsDigit(letter.Value[0])
                    && letter.StartBaseLine.Y > room.Rectangle.Bottom && letter.StartBaseLine.Y < room.Rectangle.Top
                    && letter.StartBaseLine.X > room.Rectangle.Left && letter.EndBaseLine.X < room.Rectangle.Right + 0.5);
                var anchor = Destination(room)[..^"-title".Length];
                found.Add(Line(page, anchor), int.Parse(string.Concat(digits.Select(digit => digit.Value)), CultureInfo.InvariantCulture));
            }
        }
        return found;
    }

    /// <summary>The same by the outline, which Chromium makes of the headings themselves.</summary>
    public static SortedDictionary<string, int> Headings(PdfDocument pdf)
    {
        Assert.True(pdf.TryGetBookmarks(out var outline));
        var found = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var node in outline.GetNodes().OfType<UglyToad.PdfPig.Outline.DocumentBookmarkNode>())
            if (node.Level == 1 && node.Title != "Contents" || node.Title.StartsWith("TR-", StringComparison.Ordinal))
                found.Add(Named(node.Title), node.PageNumber);
        return found;
    }

    private static string Line(Page page, string anchor)
    {
        var links = page.GetAnnotations().Where(link => Destination(link) == anchor).ToList();
        Assert.NotEmpty(links);
        return Named(string.Join(' ', page.GetWords()
            .Where(word => links.Any(link => link.Rectangle.Bottom <= word.BoundingBox.Centroid.Y && word.BoundingBox.Centroid.Y <= link.Rectangle.Top
                && link.Rectangle.Left - 1 <= word.BoundingBox.Left && word.BoundingBox.Right <= link.Rectangle.Right + 1))
            .Select(word => word.Text)));
    }

    // A title that is broken within a word stands close to its id.
    private static string Named(string text) => Id().Match(text) is { Success: true } id ? id.Value : text;

    [GeneratedRegex(@"^TR-\d+")]
    private static partial Regex Id();

    private static string Destination(UglyToad.PdfPig.Annotations.Annotation link) =>
        link.AnnotationDictionary.TryGet(NameToken.Create("Dest"), out NameToken name) ? name.Data : "";
}
