using MeetingBot.Conversations;
using NodaTime;

namespace MeetingBot.Meetings;

/// <summary>
/// One meeting of the group: the one that is coming or running. A group always has exactly one; when it ends, the next
/// one takes its place and it is kept under its number.
/// </summary>
/// <param name="Number">From 1, in the life of the group.</param>
/// <param name="StartedAt">Null while it is only coming.</param>
/// <param name="CallId">The platform's call that it is, when the platform told.</param>
/// <param name="CurrentItem">Number of the agenda item that is being discussed.</param>
/// <param name="ItemOpenedAt">When that item was taken up.</param>
/// <param name="ItemTitle">Its title, so that a line of the minutes needs to read no agenda.</param>
/// <param name="EndedAt">Set on a meeting that is kept.</param>
/// <param name="Rank">How many items were taken up: their order in the minutes.</param>
/// <param name="Snapshot">Set with <paramref name="EndedAt"/>; null in rows of older versions.</param>
/// <param name="Planned">When it is to be, or was to be; null where nobody has said, or only the series tells.</param>
/// <param name="Following">When the one after it is to be, said while it runs.</param>
/// <param name="Series">By which rule the group meets; on the current meeting only.</param>
/// <param name="LastOccurrence">The start in the series that the meeting before it was.</param>
public sealed record Meeting(
    int Number,
    string? Title = null,
    Instant? StartedAt = null,
    Person? Chair = null,
    string? CallId = null,
    int? CurrentItem = null,
    Instant? ItemOpenedAt = null,
    string? ItemTitle = null,
    Instant? EndedAt = null,
    int Rank = 0,
    MinutesSnapshot? Snapshot = null,
    PlannedStart? Planned = null,
    PlannedStart? Following = null,
    MeetingSeries? Series = null,
    LocalDateTime? LastOccurrence = null)
{
    public const int MostTitle = 200;

    /// <summary>Whether it has started and not ended.</summary>
    public bool Running => StartedAt is not null && EndedAt is null;

    /// <summary>IANA zone in which its times are written: the group's, for an ended meeting as it was then.</summary>
    public string ZoneIn(Group group) => Snapshot?.Zone ?? group.Zone;

    /// <summary>What people call it.</summary>
    public string Name => Title ?? $"Meeting {Number}";
}
