using System.Collections.Immutable;
using MeetingBot.Actions;
using NodaTime;

namespace MeetingBot.Meetings;

/// <summary>
/// What a group knows at one moment, for a side panel or a dashboard. Reads only; every string is plain text.
/// </summary>
/// <param name="Title">Title of the current or coming meeting.</param>
/// <param name="StartedAt">When the meeting started; null while none is running.</param>
/// <param name="ChairName">Who chairs, when somebody does.</param>
/// <param name="Zone">IANA zone of the group.</param>
/// <param name="LastMeeting">Number of the meeting before, which has minutes; null when this is the first.</param>
public sealed record GroupOverview(
    string Title,
    Instant? StartedAt,
    string? ChairName,
    string Zone,
    ImmutableArray<OverviewItem> Agenda,
    ImmutableArray<string> Present,
    ImmutableArray<string> Regrets,
    ImmutableArray<OverviewAction> OpenActions,
    int MinutesLines,
    int? LastMeeting = null)
{
    /// <summary>When the coming meeting is, or the one after the running one; null where nobody knows.</summary>
    public OverviewDate? Next { get; init; }

    /// <summary>The polls that are open.</summary>
    public ImmutableArray<OverviewPoll> Polls { get; init; } = [];
}

/// <summary>When a meeting is to be.</summary>
/// <param name="Said">In words: <c>Fri 27 June, 15:00–16:00 (Europe/Zurich), Room 5</c>.</param>
/// <param name="File">Address of the meeting for a calendar; null where there is none.</param>
public sealed record OverviewDate(Instant At, string Said, Uri? File);

/// <summary>A poll that waits for answers.</summary>
public sealed record OverviewPoll(int Number, string Question);

/// <summary>One agenda item: what it is and where its clock stands.</summary>
/// <param name="Number">Stable within the meeting.</param>
/// <param name="OpenedAt">When it was taken up; set only on the item that is being discussed.</param>
/// <param name="Spent">Time spent before <paramref name="OpenedAt"/>.</param>
public sealed record OverviewItem(
    int Number, string Title, string? Presenter, Duration? Timebox, AgendaItemState State, Instant? OpenedAt,
    Duration Spent);

/// <summary>Where an agenda item stands.</summary>
public enum AgendaItemState { Open, Current, Done, Skipped, Dropped }

/// <summary>One open action item.</summary>
/// <param name="Owners">Who does it, as typed; empty while nobody has taken it.</param>
public sealed record OverviewAction(
    int Number, ImmutableArray<string> Owners, string Text, LocalDate? DueOn, bool Overdue)
{
    /// <summary>The time of that day, as typed.</summary>
    public string? DueTime { get; init; }

    /// <summary>The owners as people read them.</summary>
    public string Owner => ActionOwners.Said(Owners);
}

/// <summary>The overview of a group as it is now.</summary>
public delegate ValueTask<GroupOverview> ViewGroup(Conversations.GroupId group, CancellationToken cancel);
