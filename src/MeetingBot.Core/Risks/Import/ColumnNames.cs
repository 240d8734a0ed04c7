using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace MeetingBot.Risks.Import;

/// <summary>
/// By which names columns are known, in any case and order: ours, those of CISO Assistant's exports, and those of the
/// old wide sheets. Of two that mean the same the one that stands first here is taken.
/// </summary>
internal static partial class ColumnNames
{
    private const int MostName = 60;

    private static readonly string[] Ids = ["id", "ref id", "ref", "identifier", "#", "no", "nr", "number", "row"];
    private static readonly string[] Descriptions = ["description", "desc", "details", "comment", "comments", "notes"];

    private static readonly string[] References =
        ["references", "reference", "refs", "links", "link", "urls", "url", "sources", "source"];

    private static readonly FrozenDictionary<ImportKind, FrozenDictionary<string,
        (ImportField Field, int Rank)>> Known =
        new Dictionary<ImportKind, FrozenDictionary<string, (ImportField, int)>>
        {
            [ImportKind.Assets] = Table(
                (ImportField.Id, [.. Ids, "asset id"]),
                (ImportField.Name, ["name", "asset", "asset name", "title", "primary asset"]),
                (ImportField.Kind, ["kind", "type", "asset type", "asset kind"]),
                (ImportField.Description, [.. Descriptions, "asset description"]),
                (ImportField.Owner, ["owner", "owners", "asset owner", "responsible"]),
                (ImportField.Confidentiality, ["c", "confidentiality", "conf"]),
                (ImportField.Integrity, ["i", "integrity", "int"]),
                (ImportField.Availability, ["a", "availability", "avail"]),
                (ImportField.References, References)),
            [ImportKind.Threats] = Table(
                (ImportField.Id, [.. Ids, "threat id"]),
                (ImportField.Name, ["name", "threat", "threat name", "title"]),
                (ImportField.Stride, ["stride", "stride label", "stride category", "label", "category"]),
                (ImportField.Description, [.. Descriptions, "threat description"]),
                (ImportField.References, References)),
            [ImportKind.Risks] = Table(
                (ImportField.Id, [.. Ids, "risk id", "scenario id", "risk no", "risk number"]),
                (ImportField.Name,
                    ["title", "name", "risk title", "scenario title", "risk name", "scenario", "risk scenario", "issue",
                        "risk"]),
                (ImportField.Description, [.. Descriptions, "risk description", "scenario description", "situation",
                    "current situation"]),
                (ImportField.Assets, ["assets", "asset", "affected assets", "affected asset", "asset names"]),
                (ImportField.Threats, ["threats", "threat", "threat names"]),
                (ImportField.Mitigation,
                    ["mitigation", "mitigations", "current mitigation", "current mitigations", "existing mitigation",
                        "existing mitigations",
                    "existing applied controls", "existing controls", "current controls", "controls",
                    "current situation and mitigation", "countermeasures", "safeguards"]),
                (ImportField.Workflow, ["workflow", "workflows", "use case"]),
                (ImportField.Communities,
                    ["community", "communities", "vo", "vos", "experiment", "experiments"]),
                (ImportField.References, References),
                (ImportField.EarlierLikelihood,
                    ["likelihood avg", "likelihood average", "likelihood mean", "avg likelihood", "average likelihood",
                        "mean likelihood",
                    "current proba", "current probability", "current likelihood", "likelihood", "probability", "li"]),
                (ImportField.EarlierImpact,
                    ["impact avg", "impact average", "impact mean", "avg impact", "average impact", "mean impact",
                        "current impact",
                    "impact", "damage", "im"])),
        }.ToFrozenDictionary();

    /// <summary>What a column of that name is, and how far down its list the name stands; null for a name
    /// unknown.</summary>
    public static (ImportField Field, int Rank)? Find(ImportKind kind, string name) =>
        Known[kind].TryGetValue(Plain(name), out var found) ? found : null;

    /// <summary>A name as it is compared: <c>Asset(s) *</c> is <c>asset</c>, <c>ref_id</c> is <c>ref id</c>.</summary>
    public static string Plain(string name) => name.Length > MostName
        ? ""
        : Between().Replace(InBrackets().Replace(name, ""), " ").Trim().ToLowerInvariant();

    private static FrozenDictionary<string, (ImportField, int)> Table(
        params ReadOnlySpan<(ImportField Field, string[] Names)> columns)
    {
        var table = new Dictionary<string, (ImportField, int)>();
        foreach (var (field, names) in columns)
            for (var rank = 0; rank < names.Length; rank++) table.Add(names[rank], (field, rank));
        return table.ToFrozenDictionary();
    }

    [GeneratedRegex(@"\([^()]{0,60}\)|\[[^\[\]]{0,60}\]")]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"[\s_\-/.:*`'""]+")]
    private static partial Regex Between();
}
