using MeetingBot.Conversations;

namespace MeetingBot.Risks.Import;

/// <summary>Makes a threat of a row.</summary>
internal static class ThreatReading
{
    public static CatalogueReading<Threat> Reading { get; } = new(
        "threat", "T-", Threat.Most, threat => threat.Id, threat => threat.Name, Read, Fields);

    private static (Threat Threat, string? Problem) Read(ImportRow row, string id, Threat? there)
    {
        var old = there ?? new Threat(id, "");
        var cells = new Cells(row);
        var threat = old with
        {
            Name = cells.Line(ImportField.Name, old.Name, Asset.MostName, "name"),
            Stride = cells.Read(ImportField.Stride, old.Stride, ReadStride),
            Description = cells.Text(ImportField.Description, old.Description, Asset.MostText, "description"),
            References = cells.Read(ImportField.References, old.References, ReferenceList.Read),
        };
        return (threat, cells.Problem);
    }

    private static IEnumerable<(string Name, string Value)> Fields(Threat threat) =>
    [
        ("name", threat.Name), ("STRIDE", threat.Stride?.Words() ?? ""), ("description", threat.Description),
        ("references", string.Join('\n', threat.References)),
    ];

    internal static (Stride? Stride, string? Problem) ReadStride(string text) =>
        text.Length == 0 || text is "-" or "--" ? (null, null)
        : StrideLabels.Read(text) is { } stride ? (stride, null)
        : (null, $"\"{Phrases.Shorten(text, 40)}\" is no STRIDE label; there are "
            + Phrases.Join([.. Enum.GetValues<Stride>().Select(label => label.Words())]) + ", or their first letters.");
}
