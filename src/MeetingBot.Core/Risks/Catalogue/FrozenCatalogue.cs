using System.Collections.Immutable;
using System.Text.Json.Serialization;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Catalogue;

/// <summary>
/// The catalogue as it was when a version was frozen, in rows of a part each: the group's own goes on, and what is
/// frozen changes no more.
/// </summary>
public sealed record FrozenCatalogue(ImmutableArray<Asset> Assets, ImmutableArray<Threat> Threats)
{
    /// <summary>Of more bytes it does not go into the batch that freezes.</summary>
    public const int MostInAll = 1_000_000;

    // A row's most is not far above.
    private const int MostBytes = 300_000;

    /// <summary>Those of all versions of an assessment.</summary>
    public static KeyRange Of(int assessment) => KeyRange.Under("frozen", Rows.Segment(assessment));

    /// <summary>What is kept with a version that is being frozen.</summary>
    public static IEnumerable<RowChange> Keep(RiskCatalogue catalogue, int assessment, int generation)
    {
        var (part, bytes, number) = (new FrozenCatalogue([], []), 0, 0);
        foreach (var entry in catalogue.Assets.Select(asset => new FrozenCatalogue([asset], []))
            .Concat(catalogue.Threats.Select(threat => new FrozenCatalogue([], [threat]))))
        {
            var size = Rows.Write(entry, FrozenJson.Default.FrozenCatalogue).Length;
            if (bytes > 0 && bytes + size > MostBytes)
            {
                yield return Put();
                (part, bytes) = (new FrozenCatalogue([], []), 0);
            }
            part = new FrozenCatalogue([.. part.Assets, .. entry.Assets], [.. part.Threats, .. entry.Threats]);
            bytes += size;
        }
        // Of an empty one too: it was empty then.
        yield return Put();

        RowChange Put() => new RowChange.Upsert(
            TableKey.Join("frozen", Rows.Segment(assessment), Rows.Segment(generation), Rows.Segment(++number)),
            Rows.Write(part, FrozenJson.Default.FrozenCatalogue));
    }

    /// <summary>The catalogue of a version; null where none was kept.</summary>
    public static RiskCatalogue? Read(RowSet rows, int assessment, int generation)
    {
        var parts = rows.In(KeyRange.Under("frozen", Rows.Segment(assessment), Rows.Segment(generation)))
            .Select(row => row.Read(FrozenJson.Default.FrozenCatalogue)).ToList();
        return parts.Count == 0 ? null : new RiskCatalogue(
            [.. parts.SelectMany(part => part.Assets.IsDefault ? [] : part.Assets)],
            [.. parts.SelectMany(part => part.Threats.IsDefault ? [] : part.Threats)]);
    }
}

/// <summary>JSON of frozen catalogues.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(FrozenCatalogue))]
internal sealed partial class FrozenJson : JsonSerializerContext;
