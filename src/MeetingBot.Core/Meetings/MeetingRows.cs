using System.Text.Json.Serialization;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Busy;
using MeetingBot.Meetings.Digests;
using MeetingBot.Meetings.Feeds;
using MeetingBot.Meetings.Guests;
using MeetingBot.Meetings.Lines;
using MeetingBot.Meetings.Presence;
using MeetingBot.Tables;
using MeetingBot.Times;

namespace MeetingBot.Meetings;

/// <summary>Where a group's meetings are: the current one with what every turn reads, the others by number.</summary>
public static class MeetingRows
{
    public static readonly string CurrentKey = TableKey.Join("now", "meeting");

    public static string Key(int number) => TableKey.Join("meeting", Rows.Segment(number));

    /// <summary>The door of a running meeting (<see cref="Standing"/>).</summary>
    public static string Door(int number) => TableKey.Join("door", Rows.Segment(number));

    public static Meeting ReadCurrent(RowSet now) =>
        now.Read(CurrentKey, MeetingJson.Default.Meeting) ?? new Meeting(1);

    public static Meeting Read(Row row) => row.Read(MeetingJson.Default.Meeting);

    /// <summary>Changes the current meeting under the ETag that was read.</summary>
    public static RowChange Put(Meeting meeting, RowSet now) =>
        Rows.Put(CurrentKey, meeting, MeetingJson.Default.Meeting, now[CurrentKey]);

    /// <summary>Keeps a meeting that has ended.</summary>
    public static RowChange Keep(Meeting meeting) =>
        new RowChange.Upsert(Key(meeting.Number), Rows.Write(meeting, MeetingJson.Default.Meeting));
}

/// <summary>JSON of what Meetings keeps.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    Converters = [typeof(InstantJson), typeof(DurationJson), typeof(LocalDateJson), typeof(LocalDateTimeJson)])]
[JsonSerializable(typeof(Meeting))]
[JsonSerializable(typeof(Attendance))]
[JsonSerializable(typeof(CalendarFeed))]
[JsonSerializable(typeof(KeptBusyTimes))]
[JsonSerializable(typeof(ReminderSent))]
[JsonSerializable(typeof(Mailbox))]
[JsonSerializable(typeof(Debt))]
[JsonSerializable(typeof(OwedPart))]
[JsonSerializable(typeof(ConversationReference))]
[JsonSerializable(typeof(Guest))]
[JsonSerializable(typeof(LinesLeft))]
internal sealed partial class MeetingJson : JsonSerializerContext;
