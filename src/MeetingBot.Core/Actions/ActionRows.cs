using System.Text.Json.Serialization;
using MeetingBot.Tables;
using MeetingBot.Times;

namespace MeetingBot.Actions;

/// <summary>Where action items are: one row each, and one that counts them.</summary>
public static class ActionRows
{
    public static readonly KeyRange All = KeyRange.Under("action");
    public static readonly string CounterKey = TableKey.Join("counter", "action");

    public static string Key(int number) => TableKey.Join("action", Rows.Segment(number));

    public static ActionItem Read(Row row) => row.Read(ActionJson.Default.ActionItem);

    public static ReadOnlyMemory<byte> Write(ActionItem action) => Rows.Write(action, ActionJson.Default.ActionItem);

    /// <summary>The number of the next action item.</summary>
    public static int NextNumber(RowSet rows) => rows[CounterKey]?.Read(ActionJson.Default.Int32) ?? 1;

    /// <summary>Adds action items, whose numbers begin with <see cref="NextNumber"/>, and counts on.</summary>
    public static IEnumerable<RowChange> Add(IReadOnlyList<ActionItem> actions, RowSet rows) => actions
        .Select(RowChange (action) => new RowChange.Insert(Key(action.Number), Write(action)))
        .Append(Rows.Put(CounterKey, NextNumber(rows) + actions.Count, ActionJson.Default.Int32, rows[CounterKey]));
}

/// <summary>JSON of what Actions keeps.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    Converters = [typeof(InstantJson), typeof(DurationJson), typeof(LocalDateJson)])]
[JsonSerializable(typeof(ActionItem))]
[JsonSerializable(typeof(int))]
internal sealed partial class ActionJson : JsonSerializerContext;
