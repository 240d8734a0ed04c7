using MeetingBot.Conversations;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Meetings.Presence;

/// <summary>One fact about who was there. One row each, so that nobody's joining waits for another's.</summary>
/// <param name="Person">Null for somebody who is only known by name.</param>
/// <param name="At">When it was learnt; not set for facts that are told again and again.</param>
public sealed record Attendance(string Name, AttendanceKind Kind, Person? Person = null, Instant? At = null)
{
    public static KeyRange Of(int meeting) => KeyRange.Under("attend", Rows.Segment(meeting));

    public static Attendance Read(Row row) => row.Read(MeetingJson.Default.Attendance);

    /// <summary>
    /// The fact that somebody is there, however it was learnt; the same row however often it is told.
    /// </summary>
    public static RowChange.Upsert Present(int meeting, Person person) =>
        new Attendance(person.Name, AttendanceKind.Present, person).ToRow(meeting, person.Key.Value);

    /// <summary>The fact that somebody left the call.</summary>
    public static RowChange.Upsert Gone(int meeting, Person person, Instant at) =>
        new Attendance(person.Name, AttendanceKind.Left, person, at).ToRow(meeting, person.Key.Value);

    /// <summary>Somebody who left is there again.</summary>
    public static RowChange.Delete Back(int meeting, Person person) =>
        new(Key(meeting, person.Key.Value, AttendanceKind.Left));

    public RowChange.Upsert ToRow(int meeting, string who) => new(
        Key(meeting, who, Kind),
        Rows.Write(this, MeetingJson.Default.Attendance));

    private static string Key(int meeting, string who, AttendanceKind kind) =>
        TableKey.Join("attend", Rows.Segment(meeting), who, kind.ToString());

    /// <summary>The row of somebody who is only known by name.</summary>
    public RowChange.Upsert ToRow(int meeting) =>
        ToRow(meeting, Person?.Key.Value ?? "name " + Name.ToLowerInvariant());
}

/// <summary>What is known.</summary>
public enum AttendanceKind
{
    /// <summary>Joined, spoke or was named.</summary>
    Present,

    /// <summary>Left the call, and is not back.</summary>
    Left,

    /// <summary>Sent word of not coming.</summary>
    Regrets,
}
