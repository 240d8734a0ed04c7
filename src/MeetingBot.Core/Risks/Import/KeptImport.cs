using System.Text.Json.Serialization;
using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Import;

/// <summary>
/// An import that somebody was shown, until it is confirmed. There is one a person: the next takes its place.
/// </summary>
/// <param name="Id">The turn in which it was shown.</param>
/// <param name="Shown">What it came to then (<see cref="ImportMarks"/>).</param>
public sealed record KeptImport(string Id, ImportSheet Sheet, string Shown)
{
    /// <summary>Most bytes of it: it is one row.</summary>
    public const int MostBytes = 400 * 1024;

    /// <summary>Whose it is, as a button may carry it.</summary>
    public static string SlotOf(Person person) => OpaqueId.Of(person.Key.Value);

    public static string Key(string slot) => TableKey.Join("import", slot);

    public static KeptImport? Read(RowSet rows, string slot) =>
        rows[Key(slot)]?.TryRead(ImportJson.Default.KeptImport);

    public RowChange.Upsert Put(string slot) => new(Key(slot), Rows.Write(this, ImportJson.Default.KeptImport));
}

/// <summary>A short mark of what a plan does: of another there is another.</summary>
internal static class ImportMarks
{
    public static string Of(ImportPlan plan) => OpaqueId.Of(string.Join(
        '\n', ((IEnumerable<PlannedLine>)[.. plan.Items, .. plan.Assets, .. plan.Threats])
            .Select(item => $"{item.Id} {item.IsNew} {string.Join('\t', item.Changes)}")));
}

/// <summary>JSON of kept imports.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(KeptImport))]
internal sealed partial class ImportJson : JsonSerializerContext;
