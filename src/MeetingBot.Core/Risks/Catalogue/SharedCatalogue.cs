using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using MeetingBot.Conversations;
using MeetingBot.Risks.Import;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Risks.Catalogue;

/// <summary>
/// The catalogue as a group has put it up for other groups of its tenant: a copy, so that nothing goes along that was
/// not there when a chair allowed it.
/// </summary>
/// <param name="Code">By which it is taken; 128 random bits, base64url.</param>
/// <param name="Group">What the group calls itself; empty where it has no name.</param>
/// <param name="At">When it was put up.</param>
public sealed partial record SharedCatalogue(
    string Code, string Group, Instant At, ImmutableArray<Asset> Assets, ImmutableArray<Threat> Threats)
{
    public const string What = "catalogue";

    public static string Key { get; } = SharedRows.Key(What);

    public static SharedCatalogue? Read(RowSet rows, string key) =>
        rows[key]?.Read(SharedJson.Default.SharedCatalogue);

    /// <summary>
    /// What may go: not what is known of risks alone that are for the group itself (TLP:RED), be it of older versions
    /// where none names it now, nor of any where every assessment is. Owners are people of the group, and its risks'
    /// ids mean others elsewhere: neither goes.
    /// </summary>
    /// <param name="risks">With the label of each.</param>
    /// <param name="earlier">As they stood in older versions.</param>
    /// <param name="closed">Whether what no risk names is for the group itself too.</param>
    public static SharedCatalogue Of(
        RiskCatalogue catalogue, IReadOnlyCollection<(RiskScenario Risk, Tlp Label)> risks,
        IReadOnlyCollection<(RiskScenario Risk, Tlp Label)> earlier, bool closed, string code, Turn turn)
    {
        return new SharedCatalogue(
            code, turn.Group.Name ?? "", turn.Now,
            [
                .. catalogue.Assets.Where(asset => Goes(risk => risk.Assets.Name(asset.Id, asset.Name)))
                    .Select(asset => asset with
                    {
                        Name = Plain(asset.Name), Description = Plain(asset.Description), Owner = "",
                        References = [.. asset.References.Select(Plain)],
                    }),
            ],
            [
                .. catalogue.Threats.Where(threat => Goes(risk => risk.Threats.Name(threat.Id, threat.Name)))
                    .Select(threat => threat with
                    {
                        Name = Plain(threat.Name), Description = Plain(threat.Description),
                        References = [.. threat.References.Select(Plain)],
                    }),
            ]);

        bool Goes(Func<RiskScenario, bool> isNamed)
        {
            var naming = risks.Where(one => isNamed(one.Risk)).ToList();
            if (naming.Count == 0) naming = [.. earlier.Where(one => isNamed(one.Risk))];
            return naming.Count == 0 ? !closed : naming.Any(one => one.Label < Tlp.Red);
        }
    }

    /// <summary>As a table to import: an entry is the one of its name, for ids are each group's own.</summary>
    public ImportSheet Sheet(ImportKind kind) => new(
        kind,
        kind is ImportKind.Assets
            ? [.. Assets.Select((asset, place) => Row(
                place, (ImportField.Name, asset.Name), (ImportField.Kind, asset.Kind.ToString()),
                (ImportField.Description, asset.Description),
                (ImportField.Confidentiality, Need(asset.Confidentiality)),
                (ImportField.Integrity, Need(asset.Integrity)), (ImportField.Availability, Need(asset.Availability)),
                (ImportField.References, string.Join('\n', asset.References))))]
            : [.. Threats.Select((threat, place) => Row(
                place, (ImportField.Name, threat.Name), (ImportField.Stride, threat.Stride?.Words() ?? ""),
                (ImportField.Description, threat.Description),
                (ImportField.References, string.Join('\n', threat.References))))],
        []);

    // What they have not said is no reason to empty what is there.
    private static ImportRow Row(int place, params ReadOnlySpan<(ImportField Field, string Text)> cells)
    {
        var row = ImmutableSortedDictionary.CreateBuilder<ImportField, string>();
        foreach (var (field, text) in cells) if (text.Length > 0) row.Add(field, text);
        return new ImportRow(place + 1, row.ToImmutable());
    }

    private static string Need(int? need) => need?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";

    private static string Plain(string text) => Ids().Replace(text, "a risk");

    [GeneratedRegex(@"\bTR\s?-?\s?#?[0-9]{1,6}[a-z]{0,3}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ids();
}

/// <summary>JSON of shared catalogues.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    Converters = [typeof(Times.InstantJson)])]
[JsonSerializable(typeof(SharedCatalogue))]
internal sealed partial class SharedJson : JsonSerializerContext;
