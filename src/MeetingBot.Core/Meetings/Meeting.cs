using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Meetings.Documents;
using NodaTime;

namespace MeetingBot.Meetings;

/// <summary>
/// One meeting of the group: the one that is coming or running. A group always has exactly one; when it ends, the next
/// one takes its place and it is kept under its number.
/// </summary>
/// <param name="Number">From 1, in the life of the group.</param>
/// <param name="StartedAt">Null while it is only coming.</param>
/// <param name="CallIds">
/// The ids of the platform's call that it is; none for a call of which it told no id, default for no call.
/// </param>
/// <param name="CurrentItem">Number of the agenda item that is being discussed.</param>
/// <param name="ItemOpenedAt">When that item was taken up.</param>
/// <param name="ItemTitle">Its title, so that a line of the minutes needs to read no agenda.</param>
/// <param name="EndedAt">Set on a meeting that is kept.</param>
/// <param name="Rank">How many items were taken up: their order in the minutes.</param>
/// <param name="Snapshot">Set with <paramref name="EndedAt"/>; null in rows of older versions.</param>
/// <param name="ChairLeft">Who chairs has left the call, and is not back.</param>
/// <param name="EarlierChairs">Whose chair was taken while they were away, in order: they may take it back.</param>
/// <param name="Planned">When it is to be, or was to be; null where nobody has said, or only the series tells.</param>
/// <param name="Following">When the one after it is to be, said while it runs.</param>
/// <param name="Series">By which rule the group meets; on the current meeting only.</param>
/// <param name="LastOccurrence">The start in the series that the meeting before it was.</param>
public sealed record Meeting(
    int Number,
    string? Title = null,
    Instant? StartedAt = null,
    Person? Chair = null,
    ImmutableArray<string> CallIds = default,
    int? CurrentItem = null,
    Instant? ItemOpenedAt = null,
    string? ItemTitle = null,
    Instant? EndedAt = null,
    int Rank = 0,
    MinutesSnapshot? Snapshot = null,
    bool ChairLeft = false,
    ImmutableArray<Person> EarlierChairs = default,
    PlannedStart? Planned = null,
    PlannedStart? Following = null,
    MeetingSeries? Series = null,
    LocalDateTime? LastOccurrence = null)
{
    public const int MostTitle = 200;

    /// <summary>Whose every line is minutes; null where nobody's is.</summary>
    public Person? Scribe { get; init; }

    /// <summary>Names of those who were the scribe, in order; default where nobody was.</summary>
    public ImmutableArray<string> Scribes { get; init; }

    /// <summary>Names of those who were the scribe, in order.</summary>
    public ImmutableArray<string> ScribeNames => Scribes.IsDefault ? [] : Scribes;

    /// <summary>Whether it has started and not ended.</summary>
    public bool Running => StartedAt is not null && EndedAt is null;

    /// <summary>
    /// Whether it is the platform's call of these ids, of which one is enough: the platform may tell others when the
    /// call ends than when it began. A call without any is one that began without any.
    /// </summary>
    public bool IsCall(ImmutableArray<string> ids) =>
        !CallIds.IsDefault && (CallIds.Any(ids.Contains) || (CallIds.IsEmpty && ids.IsEmpty));

    /// <summary>It runs and nobody who chairs it is there: somebody who is may take its chair.</summary>
    public bool Vacant => Running && (Chair is null || ChairLeft);

    /// <summary>IANA zone in which its times are written: the group's, for an ended meeting as it was then.</summary>
    public string ZoneIn(Group group) => Snapshot?.Zone ?? group.Zone;

    /// <summary>What people call it.</summary>
    public string Name => Title ?? $"Meeting {Number}";
}
