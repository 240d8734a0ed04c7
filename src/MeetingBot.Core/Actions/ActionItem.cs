using System.Collections.Immutable;
using MeetingBot.Conversations;
using NodaTime;

namespace MeetingBot.Actions;

/// <summary>A task that somebody took on, with a number that is stable for the life of the group.</summary>
/// <param name="Owners">Who does it, as typed; empty while nobody has taken it.</param>
/// <param name="DueOn">The day by which it is to be done, in the group's zone.</param>
/// <param name="Author">Who wrote it down.</param>
/// <param name="Meeting">The meeting that it comes from, when it comes from one.</param>
/// <param name="Item">The agenda item that was being discussed.</param>
/// <param name="LineId">Its line in that meeting's minutes.</param>
/// <param name="DoneAt">Null while it is open.</param>
public sealed record ActionItem(
    int Number,
    string Text,
    ImmutableArray<string> Owners,
    Person Author,
    Instant At,
    LocalDate? DueOn = null,
    int? Meeting = null,
    int? Item = null,
    string LineId = "",
    Instant? DoneAt = null,
    string? DoneBy = null)
{
    /// <summary>The time of the due day, as typed: <c>16.00 CET</c>.</summary>
    public string? DueTime { get; init; }

    /// <summary>Who changed it last; null while it is as it was given.</summary>
    public string? ChangedBy { get; init; }

    public Instant? ChangedAt { get; init; }

    /// <summary>As it was when its meeting had ended, once it was changed afterwards: the minutes keep it so.</summary>
    public KeptAction? Kept { get; init; }

    public const int MostText = 2_000;
    public const int MostOwners = 10;

    /// <summary>The delivery that was cut into turns, of which its line is one; null where it was not.</summary>
    public string? CutFrom { get; init; }

    /// <summary>The platform's id of the message that it was typed in; null where it tells none.</summary>
    public string? Message { get; init; }

    public bool Open => DoneAt is null;

    /// <summary>The owners as people read them.</summary>
    public string Owner => ActionOwners.Said(Owners);

    public bool IsOverdue(LocalDate today) => Open && DueOn < today;

    /// <summary>As the minutes of its meeting have it.</summary>
    /// <param name="ended">When the meeting ended; null while it runs.</param>
    public ActionItem AsOf(Instant? ended) => Kept is { } kept && ended < kept.Until
        ? this with { Text = kept.Text, Owners = kept.Owners, DueOn = kept.DueOn, DueTime = kept.DueTime }
        : this;

    /// <summary>For what is kept: <c>12. Luna: share the document (due Friday 11 July 2025)</c>.</summary>
    public string Line => $"{Number}. {Owner}: {Text}" + (DueOn is { } due ? $" (due {Phrases.Day(due)}{Clock})" : "");

    /// <summary>For what is said on a day: <c>12. Luna: share the document, by Fri 11 July</c>.</summary>
    public string LineOn(LocalDate today) => $"{Number}. {SaidOn(today)}";

    /// <summary>The same without its number.</summary>
    public string SaidOn(LocalDate today) =>
        $"{Owner}: {Text}" + (DueOn is { } due ? $", by {Phrases.Day(due, today)}{Clock}" : "");

    private string Clock => DueTime is { } time ? ", " + time : "";
}

/// <summary>What an action item was told to be before it was changed.</summary>
/// <param name="Until">When it was changed.</param>
public sealed record KeptAction(
    string Text, ImmutableArray<string> Owners, LocalDate? DueOn, string? DueTime, Instant Until);
