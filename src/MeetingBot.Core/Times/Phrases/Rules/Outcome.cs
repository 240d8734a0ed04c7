using System.Collections.Immutable;
using NodaTime;

namespace MeetingBot.Times;

/// <summary>What came of the rules, before what is past is taken away.</summary>
internal sealed record Outcome(TimeReadingKind Kind)
{
    public ImmutableArray<TimeCandidate> Candidates { get; init; } = [];

    public ImmutableArray<TimeWarning> Warnings { get; init; } = [];

    public TimeReason? Reason { get; init; }

    public TimeCandidate? Literal { get; init; }

    /// <summary>Whose wall clock was meant; null for the reference zone.</summary>
    public DateTimeZone? Zone { get; init; }

    public static Outcome Wrong(TimeReason reason) => new(TimeReadingKind.Error) { Reason = reason };

    public static Outcome Ask(TimeReason reason, ImmutableArray<TimeCandidate> candidates = default) =>
        new(TimeReadingKind.Question) { Reason = reason, Candidates = candidates.IsDefault ? [] : candidates };

    /// <summary>One candidate is settled; with a reason, or several, they are asked about.</summary>
    public static Outcome Of(TimeReadingKind kind, IEnumerable<TimeCandidate> candidates, TimeReason? question) =>
        new(question is null ? kind : TimeReadingKind.Question) { Candidates = [.. candidates.Distinct()
            .Take(MostCandidates)], Reason = question };

    private const int MostCandidates = 12;

    /// <summary>Nothing past is left in it: what has begun goes on from now, what is over is no candidate.</summary>
    public Outcome Ahead(Instant now)
    {
        if (Kind is TimeReadingKind.Error || Candidates.IsEmpty) return this;
        var ahead = Candidates.Where(candidate => IsAhead(candidate, now)).Select(candidate => Clipped(candidate, now))
            .ToImmutableArray();
        return ahead.IsEmpty ? Wrong(TimeReason.Past) with { Zone = Zone } : this with
        {
            Candidates = ahead,
            Literal = Literal is { } literal && IsAhead(literal, now) ? Clipped(literal, now) : null,
        };
    }

    public TimeReading Reading(string text, Reference reference)
    {
        var ahead = Ahead(reference.Now);
        var settled = ahead.Kind is TimeReadingKind.Slot or TimeReadingKind.Date or TimeReadingKind.Range
            ? ahead.Candidates[0] : null;
        return new TimeReading(text, ahead.Kind, ahead.Zone ?? reference.Zone)
        {
            Start = settled?.Start,
            End = settled?.End,
            Candidates = settled is null ? ahead.Candidates : [],
            Warnings = ahead.Kind is TimeReadingKind.Error ? [] : [.. ahead.Warnings.Distinct()],
            Reason = ahead.Reason,
            Literal = settled is null ? null : ahead.Literal,
        };
    }

    // A day that runs is today, whole; anything else must not have begun, or not have ended.
    private bool IsAhead(TimeCandidate candidate, Instant now) =>
        candidate.Start >= now || (candidate.End > now && (candidate.WholeDay || !IsSlot(candidate)));

    private bool IsSlot(TimeCandidate candidate) => Kind is TimeReadingKind.Slot
        || (Kind is TimeReadingKind.Question && !candidate.WholeDay
            && candidate.End - candidate.Start < Duration.FromHours(20));

    private static TimeCandidate Clipped(TimeCandidate candidate, Instant now) =>
        candidate.WholeDay || candidate.Start >= now ? candidate : candidate with { Start = now };
}
