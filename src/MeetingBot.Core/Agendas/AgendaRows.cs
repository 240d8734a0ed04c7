using System.Text.Json.Serialization;
using MeetingBot.Tables;
using MeetingBot.Times;

namespace MeetingBot.Agendas;

/// <summary>Where agenda items are: one row each, under their meeting.</summary>
public static class AgendaRows
{
    public static KeyRange Of(int meeting) => KeyRange.Under("item", Rows.Segment(meeting));

    public static string Key(int meeting, int number) =>
        TableKey.Join("item", Rows.Segment(meeting), Rows.Segment(number));

    public static AgendaItem Read(Row row) => row.Read(AgendaJson.Default.AgendaItem);

    public static ReadOnlyMemory<byte> Write(AgendaItem item) => Rows.Write(item, AgendaJson.Default.AgendaItem);
}

/// <summary>JSON of what Agendas keeps.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    Converters = [typeof(InstantJson), typeof(DurationJson), typeof(LocalDateJson)])]
[JsonSerializable(typeof(AgendaItem))]
internal sealed partial class AgendaJson : JsonSerializerContext;
