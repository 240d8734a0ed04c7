namespace MeetingBot.Web.Reports.Printing;

/// <summary>Room for a page number in a printed page, in points from its lower left corner.</summary>
/// <param name="Number">The page, from 1, on which the heading is.</param>
internal readonly record struct PageNumberPlace(double Left, double Right, double Bottom, double Top, int Number);

/// <summary>A page that has room for numbers.</summary>
/// <param name="Object">Its number as an object.</param>
internal sealed record PageWithNumbers(int Object, PdfValue Value, IReadOnlyList<PageNumberPlace> Places);

/// <summary>
/// Finds where in a printed report page numbers go: the links whose destination ends with <c>-title</c>, which the
/// contents has for that alone.
/// </summary>
internal static class PageNumberPlaces
{
    private const string Suffix = "-title";
    private const int MostPages = 9_999;
    private const int MostLinks = 100_000;

    /// <summary>The pages with room for numbers; null where something is not of the form that is known.</summary>
    public static IReadOnlyList<PageWithNumbers>? Find(PdfFile file)
    {
        if (file.Read(file.Trailer["Root"]) is not { Entries: not null } root || Pages(file, root) is not { } pages
            || Destinations(file, root, pages) is not { } numbers) return null;
        var found = new List<PageWithNumbers>();
        var links = 0;
        foreach (var (number, page) in pages)
        {
            if (file.Read(page["Annots"])?.Items is not { } annotations) continue;
            if ((links += annotations.Count) > MostLinks) return null;
            var places = new List<PageNumberPlace>();
            foreach (var annotation in annotations)
            {
                if (file.Read(annotation) is not { Entries: not null } link) return null;
                if (link["Dest"]?.Name is not { } name || !name.EndsWith(Suffix, StringComparison.Ordinal)) continue;
                if (!numbers.TryGetValue(name, out var at) || Place(link["Rect"], at) is not { } place) return null;
                places.Add(place);
            }
            if (places.Count > 0) found.Add(new PageWithNumbers(number, page, places));
        }
        return found;
    }

    // In the order in which they are printed.
    private static List<(int Number, PdfValue Page)>? Pages(PdfFile file, PdfValue root)
    {
        var pages = new List<(int, PdfValue)>();
        var seen = new HashSet<int>();
        var open = new Stack<PdfValue?>([root["Pages"]]);
        while (open.TryPop(out var next))
        {
            if (next?.Reference is not { } number || !seen.Add(number) || file.Read(number) is not { } node)
                return null;
            if (node["Type"] is { Name: "Page" })
            {
                pages.Add((number, node));
                if (pages.Count > MostPages) return null;
            }
            else if (node["Type"] is { Name: "Pages" } && node["Kids"]?.Items is { } kids)
            {
                foreach (var kid in kids.Reverse()) open.Push(kid);
            }
            else
            {
                return null;
            }
        }
        return pages;
    }

    // A name for a place: [page /XYZ left top zoom].
    private static Dictionary<string, int>? Destinations(
        PdfFile file, PdfValue root, IReadOnlyList<(int Number, PdfValue Page)> pages)
    {
        if (file.Read(root["Dests"])?.Entries is not { } destinations) return null;
        var numbers = pages.Select((page, at) => (page.Number, at))
            .ToDictionary(page => page.Number, page => page.at + 1);
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, value) in destinations)
        {
            if (file.Read(value)?.Items is not [{ Reference: { } page }, ..]
                || !numbers.TryGetValue(page, out var number)) return null;
            found[name] = number;
        }
        return found;
    }

    private static PageNumberPlace? Place(PdfValue? rectangle, int number) =>
        rectangle?.Items is [{ Number: { } left }, { Number: { } bottom }, { Number: { } right }, { Number: { } top }]
        && left < right && bottom < top
            ? new PageNumberPlace(left, right, bottom, top, number)
            : null;
}
