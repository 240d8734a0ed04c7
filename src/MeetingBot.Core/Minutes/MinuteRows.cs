using System.Text.Json.Serialization;
using MeetingBot.Tables;
using MeetingBot.Times;

namespace MeetingBot.Minutes;

/// <summary>Where lines of the minutes are: one row each, under their meeting, in order of time.</summary>
public static class MinuteRows
{
    public static KeyRange Of(int meeting) => KeyRange.Under("line", Rows.Segment(meeting));

    public static string Key(int meeting, string id) => TableKey.Join("line", Rows.Segment(meeting), id);

    public static Minute Read(Row row) => row.Read(MinuteJson.Default.Minute);

    public static RowChange.Replace Replace(Minute minute, Row row) =>
        new(row.RowKey, Rows.Write(minute, MinuteJson.Default.Minute), row.ETag);

    public static RowChange.Upsert Add(int meeting, Minute minute) =>
        new(Key(meeting, minute.Id), Rows.Write(minute, MinuteJson.Default.Minute));
}

/// <summary>JSON of what Minutes keeps.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    Converters = [typeof(InstantJson), typeof(DurationJson), typeof(LocalDateJson)])]
[JsonSerializable(typeof(Minute))]
internal sealed partial class MinuteJson : JsonSerializerContext;
