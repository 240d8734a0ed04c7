using System.Globalization;
using MeetingBot.Conversations;

namespace MeetingBot.Risks.Import;

/// <summary>Makes an asset of a row.</summary>
internal static class AssetReading
{
    public static CatalogueReading<Asset> Reading { get; } = new(
        "asset", "A-", Asset.Most, asset => asset.Id, asset => asset.Name, Read, Fields);

    private static (Asset Asset, string? Problem) Read(ImportRow row, string id, Asset? there)
    {
        var old = there ?? new Asset(id, "");
        var cells = new Cells(row);
        var asset = old with
        {
            Name = cells.Line(ImportField.Name, old.Name, Asset.MostName, "name"),
            Kind = cells.Read(ImportField.Kind, old.Kind, ReadKind),
            Description = cells.Text(ImportField.Description, old.Description, Asset.MostText, "description"),
            Owner = cells.Line(ImportField.Owner, old.Owner, Asset.MostName, "owner"),
            Confidentiality = cells.Need(ImportField.Confidentiality, old.Confidentiality),
            Integrity = cells.Need(ImportField.Integrity, old.Integrity),
            Availability = cells.Need(ImportField.Availability, old.Availability),
            References = cells.Read(ImportField.References, old.References, ReferenceList.Read),
        };
        return (asset, cells.Problem);
    }

    /// <summary>All of an asset in words, for what has changed.</summary>
    private static IEnumerable<(string Name, string Value)> Fields(Asset asset) =>
    [
        ("name", asset.Name), ("kind", asset.Kind.ToString().ToLowerInvariant()), ("description", asset.Description),
        ("owner", asset.Owner), ("C", Need(asset.Confidentiality)), ("I", Need(asset.Integrity)),
        ("A", Need(asset.Availability)), ("references", string.Join('\n', asset.References)),
    ];

    /// <summary>Reads <c>primary</c>, <c>supporting</c>, or as CISO Assistant writes them PR and SP.</summary>
    internal static (AssetKind Kind, string? Problem) ReadKind(string text) => text.ToLowerInvariant() switch
    {
        "" or "primary" or "primary asset" or "pr" or "p" => (AssetKind.Primary, null),
        "supporting" or "supporting asset" or "support" or "secondary" or "sp" or "s" => (AssetKind.Supporting, null),
        _ => (AssetKind.Primary,
            $"\"{Phrases.Shorten(text, 40)}\" is no kind of asset; there are primary and supporting."),
    };

    private static string Need(int? need) => need?.ToString(CultureInfo.InvariantCulture) ?? "";
}
