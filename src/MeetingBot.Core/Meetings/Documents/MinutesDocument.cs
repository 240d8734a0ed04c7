using System.Collections.Immutable;
using NodaTime;

namespace MeetingBot.Meetings.Documents;

/// <summary>The minutes of one meeting, as far as they are; every string is plain text.</summary>
/// <param name="Number">The meeting's number in the group, from 1.</param>
/// <param name="EndedAt">Null while the meeting runs: the minutes are a draft.</param>
/// <param name="Zone">IANA zone in which times are written.</param>
/// <param name="Sections">In the order in which the items were taken up; what was said outside any item comes
/// first.</param>
/// <param name="NotReached">Agenda items that were not taken up.</param>
public sealed record MinutesDocument(
    int Number,
    string Title,
    string? GroupName,
    Instant StartedAt,
    Instant? EndedAt,
    string Zone,
    string? ChairName,
    ImmutableArray<string> Present,
    ImmutableArray<string> Regrets,
    ImmutableArray<MinutesSection> Sections,
    ImmutableArray<MinutesLine> Resolutions,
    ImmutableArray<MinutesAction> Actions,
    ImmutableArray<string> NotReached)
{
    /// <summary>A later meeting has minutes too.</summary>
    public bool HasLater { get; init; }

    /// <summary>Items that were taken up, and topics, of which nothing was noted; breaks aside.</summary>
    public ImmutableArray<string> WithoutNotes { get; init; } = [];

    /// <summary>Who took the minutes, in order.</summary>
    public ImmutableArray<string> Scribes { get; init; } = [];
}

/// <summary>What was said on one agenda item or topic.</summary>
/// <param name="Heading">Null for what was said outside any.</param>
/// <param name="ItemNumber">The agenda item's number, when it is one.</param>
public sealed record MinutesSection(
    string? Heading, int? ItemNumber, string? Presenter, ImmutableArray<MinutesLine> Lines);

/// <summary>One line of the minutes.</summary>
/// <param name="Id">Stable: the fragment of the page's address that leads to the line. Letters, digits and
/// <c>-</c>.</param>
/// <param name="Speaker">Who said it, as typed; null for a note of nobody in particular.</param>
/// <param name="Author">Who typed it.</param>
/// <param name="Continuations">Lines that continue it.</param>
public sealed record MinutesLine(
    string Id, MinuteKind Kind, string? Speaker, string Text, ImmutableArray<string> Continuations,
    string Author, Instant At, int? ActionNumber = null);

/// <summary>What a line of the minutes is.</summary>
public enum MinuteKind { Note, Topic, Resolution, Agreement, Action }

/// <summary>An action item of the meeting, as it stood when the meeting ended; while it runs, as it stands.</summary>
public sealed record MinutesAction(string LineId, int Number, string Owner, string Text, LocalDate? DueOn, bool Done)
{
    /// <summary>The time of that day, as typed.</summary>
    public string? DueTime { get; init; }
}

/// <summary>The minutes of a meeting of the group (the current or last one without a number), or null.</summary>
public delegate ValueTask<MinutesDocument?> ViewMinutes(
    Conversations.GroupId group, int? meeting, CancellationToken cancel);
