using MeetingBot.Conversations;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Meetings;

/// <summary>One fact about who was there. One row each, so that nobody's joining waits for another's.</summary>
/// <param name="Person">Null for somebody who is only known by name.</param>
/// <param name="At">When it was learnt; not set for facts that are told again and again.</param>
public sealed record Attendance(string Name, AttendanceKind Kind, Person? Person = null, Instant? At = null)
{
    public static KeyRange Of(int meeting) => KeyRange.Under("attend", Rows.Segment(meeting));

    public static Attendance Read(Row row) => row.Read(MeetingJson.Default.Attendance);

    /// <summary>The fact that somebody is there, however it was learnt; the same row however often it is told.</summary>
    public static RowChange.Upsert Present(int meeting, Person person) =>
        new Attendance(person.Name, AttendanceKind.Present, person).ToRow(meeting, person.Key.Value);

    public RowChange.Upsert ToRow(int meeting, string who) => new(
        TableKey.Join("attend", Rows.Segment(meeting), who, Kind.ToString()),
        Rows.Write(this, MeetingJson.Default.Attendance));

    /// <summary>The row of somebody who is only known by name.</summary>
    public RowChange.Upsert ToRow(int meeting) => ToRow(meeting, Person?.Key.Value ?? "name " + Name.ToLowerInvariant());
}

/// <summary>What is known.</summary>
public enum AttendanceKind
{
    /// <summary>Joined, spoke or was named.</summary>
    Present,

    /// <summary>Left before the end.</summary>
    Left,

    /// <summary>Sent word of not coming.</summary>
    Regrets,
}
