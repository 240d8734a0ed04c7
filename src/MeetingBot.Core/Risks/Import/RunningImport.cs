using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Serialization;
using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Import;

/// <summary>
/// A confirmed import that is more than one batch, while it is being written: the rows as they were planned wait beside
/// it, a part a turn. What is there of it, who restarts the service goes on with.
/// </summary>
/// <param name="Assessment">Whose risks are imported; 0 for none.</param>
/// <param name="Done">What is said once it is.</param>
/// <param name="Home">Where.</param>
public sealed record RunningImport(ImportKind Kind, int Assessment, string Done, ConversationReference Home)
{
    /// <summary>Changed or taken by somebody else since it was confirmed: it stays as they have it.</summary>
    public ImmutableArray<string> Kept { get; init; } = [];

    /// <summary>A part of more rows than these, or of more bytes, is none.</summary>
    private const int MostRows = 80;
    private const int MostBytes = 300_000;

    /// <summary>Everything of the import of one person.</summary>
    public static KeyRange Of(string slot) => KeyRange.Under("importing", slot);

    public static string Key(string slot) => TableKey.Join("importing", slot, "now");

    private static KeyRange Parts(string slot) => KeyRange.Under("importing", slot, "part");

    public static RunningImport? Read(RowSet rows, string slot) =>
        rows[Key(slot)]?.Read(RunningJson.Default.RunningImport);

    /// <summary>The first part that is not written; null for none.</summary>
    public static Row? Next(RowSet rows, string slot) => rows.In(Parts(slot)).FirstOrDefault();

    public static ImportPart ReadPart(Row row) => row.Read(RunningJson.Default.ImportPart);

    public RowChange Put(string slot, RowSet rows) =>
        Rows.Put(Key(slot), this, RunningJson.Default.RunningImport, rows[Key(slot)]);

    /// <summary>The rows of the import to come, and of the parts it is cut into.</summary>
    public IEnumerable<RowChange> Begin(string slot, ImmutableArray<RowChange> changes, RowSet rows)
    {
        yield return Put(slot, rows);
        var (number, part, bytes) = (0, ImmutableArray.CreateBuilder<ImportedRow>(), 0);
        foreach (var change in changes)
        {
            var row = ImportedRow.Of(change);
            // JSON within JSON: what was escaped once is escaped twice.
            var size = Tables.Rows.Write(row, RunningJson.Default.ImportedRow).Length;
            if (part.Count == MostRows || (part.Count > 0 && bytes + size > MostBytes)) yield return Cut();
            part.Add(row);
            bytes += size;
        }
        if (part.Count > 0) yield return Cut();

        RowChange Cut()
        {
            var row = new RowChange.Insert(
                TableKey.Join("importing", slot, "part", Rows.Segment(++number)),
                Rows.Write(new ImportPart(part.ToImmutable()), RunningJson.Default.ImportPart));
            part.Clear();
            bytes = 0;
            return row;
        }
    }
}

/// <summary>What one turn writes of an import.</summary>
public sealed record ImportPart(ImmutableArray<ImportedRow> Rows);

/// <summary>A row as it was planned.</summary>
/// <param name="ETag">Of what is to be replaced, as it was when it was confirmed; null for what is new.</param>
/// <param name="Value">JSON.</param>
public sealed record ImportedRow(string Key, string? ETag, string Value)
{
    internal static ImportedRow Of(RowChange change) => new(
        change.RowKey, (change as RowChange.Replace)?.IfMatch, Encoding.UTF8.GetString(change.Payload.Span));

    /// <summary>Writes it; null where somebody else has written there since.</summary>
    internal RowChange? Change(RowSet rows)
    {
        var data = Encoding.UTF8.GetBytes(Value);
        return (rows[Key], ETag) switch
        {
            (null, null) => new RowChange.Insert(Key, data),
            ({ } there, { } before) when there.ETag == before => new RowChange.Replace(Key, data, before),
            _ => null,
        };
    }
}

/// <summary>JSON of imports that are being written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(RunningImport))]
[JsonSerializable(typeof(ImportPart))]
[JsonSerializable(typeof(ImportedRow))]
internal sealed partial class RunningJson : JsonSerializerContext;
