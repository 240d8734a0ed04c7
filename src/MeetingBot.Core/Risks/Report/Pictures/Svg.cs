using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace MeetingBot.Risks.Report.Pictures;

/// <summary>
/// Vector pictures as XML. Colours are classes that the page's stylesheet knows, with attributes behind them for who
/// shows the picture without it; nothing in it can be markup.
/// </summary>
internal static class Svg
{
    private static readonly XNamespace Space = "http://www.w3.org/2000/svg";

    /// <summary>A picture with its name and its text alternative.</summary>
    /// <param name="id">Unique on the page.</param>
    /// <param name="alternative">All that it shows, in words.</param>
    public static string Picture(
        int width, int height, string id, string title, string alternative, IEnumerable<XElement> content) =>
        new XElement(Space + "svg",
            new XAttribute("viewBox", FormattableString.Invariant($"0 0 {width} {height}")),
            new XAttribute("width", width), new XAttribute("height", height),
            new XAttribute("role", "img"), new XAttribute("class", "picture"),
            new XAttribute("aria-labelledby", FormattableString.Invariant($"{id}-title {id}-text")),
            new XElement(Space + "title", new XAttribute("id", id + "-title"), Clean(title)),
            new XElement(Space + "desc", new XAttribute("id", id + "-text"), Clean(alternative)),
            content).ToString(SaveOptions.DisableFormatting);

    public static XElement Rectangle(double x, double y, double width, double height, string kind, string fill) => new(
        Space + "rect", At("x", x), At("y", y), At("width", width), At("height", height),
        new XAttribute("class", kind), new XAttribute("fill", fill));

    public static XElement Line(double x1, double y1, double x2, double y2, string kind) => new(
        Space + "line", At("x1", x1), At("y1", y1), At("x2", x2), At("y2", y2), new XAttribute("class", kind),
        new XAttribute("stroke", "#7d858c"));

    /// <param name="anchor">Which point of the text is at the place: <c>start</c>, <c>middle</c>, <c>end</c>.</param>
    public static XElement Text(double x, double y, string text, string kind, string anchor = "start") => new(
        Space + "text", At("x", x), At("y", y), new XAttribute("class", kind), new XAttribute("text-anchor", anchor),
        new XAttribute("font-size", kind == "small" ? 11 : 13), new XAttribute("fill", "#20262b"), Clean(text));

    /// <summary>The same, from below to above.</summary>
    public static XElement Turned(double x, double y, string text, string kind)
    {
        var element = Text(x, y, text, kind, "middle");
        element.Add(new XAttribute("transform", string.Create(CultureInfo.InvariantCulture, $"rotate(-90 {x} {y})")));
        return element;
    }

    private static XAttribute At(string name, double value) =>
        new(name, value.ToString("0.##", CultureInfo.InvariantCulture));

    // What XML can't hold is left out.
    private static string Clean(string text) => text.All(XmlConvert.IsXmlChar)
        ? text
        : string.Concat(text.EnumerateRunes().Where(rune => rune.Value is '\t' or '\n' or >= ' ')
            .Where(rune => rune.Value is not (0xFFFE or 0xFFFF)).Select(rune => rune.ToString()));
}
