using System.Collections.Immutable;
using NodaTime;

namespace MeetingBot.Times;

/// <summary>What a phrase means when and where it was said.</summary>
internal static class Resolution
{
    public static Outcome Resolve(Phrase phrase, Reference reference)
    {
        var outcome = Read(phrase, reference);
        // What was read is not taken for the whole.
        return phrase.AnyUnread && (outcome.Reason is TimeReason.TimePassed
            || outcome.Kind is not (TimeReadingKind.Question or TimeReadingKind.Error))
            ? outcome with { Kind = TimeReadingKind.Question, Reason = TimeReason.NotAllRead }
            : outcome;
    }

    private static Outcome Read(Phrase phrase, Reference reference)
    {
        var outcomes = phrase.Segments.Select(segment => Resolve(segment, reference).Ahead(reference.Now)).ToList();
        if (outcomes.Count == 0) return Outcome.Wrong(TimeReason.NoTime);
        if (outcomes.Count == 1) return outcomes[0];
        var told = outcomes.Where(outcome => !outcome.Candidates.IsEmpty).ToList();
        if (told.Count == 0) return outcomes[0];
        return told.Count == 1 && outcomes.TrueForAll(outcome => outcome.Reason is not TimeReason.Past)
            ? told[0]
            : Outcome.Of(TimeReadingKind.Question, told.SelectMany(outcome => outcome.Candidates),
                TimeReason.Alternatives) with
            {
                Warnings = [.. told.SelectMany(outcome => outcome.Warnings).Distinct()], Zone = told[0].Zone,
            };
    }

    private static Outcome Resolve(Segment segment, Reference reference)
    {
        if (segment.Has(Mark.Usual)) return Outcome.Ask(TimeReason.NeedsSeries);
        if (segment.Has(Mark.Recurring)) return Recurring(segment, reference);
        if (segment.Elapsed is { } elapsed) return Elapsed(segment, elapsed, reference);
        if (segment.Clocks.Length > 0) return Bounded(ClockOutcomes.Resolve(segment, reference), segment, reference);
        if (segment.Has(Mark.SameTime)) return SameTime(segment, reference);
        if (segment.PartOfDay is not DayTime.None) return PartOfDay(segment, reference);
        if (segment.Day is null && segment.Has(Mark.Now)) return Slot(reference.Now, null);
        if (segment.Day is { } day) return Bounded(DayOutcomes.Resolve(day, segment, reference), segment, reference);
        return segment.Has(Mark.EndOfDay)
            ? Bounded(DayOutcomes.Resolve(new RelativeDay(0), segment, reference), segment, reference)
            : Outcome.Wrong(TimeReason.NoTime);
    }

    private static Outcome Slot(Instant start, Duration? length) =>
        Outcome.Of(TimeReadingKind.Slot, [new(start, start + length, WholeDay: false)], null);

    private static Outcome Elapsed(Segment segment, Duration elapsed, Reference reference) =>
        Bounded(Slot(reference.Now + elapsed, segment.Length), segment, reference);

    // The first of them that is still to come.
    private static Outcome Recurring(Segment segment, Reference reference)
    {
        var once = segment with { Marks = segment.Marks.Remove(Mark.Recurring) };
        if (!once.TellsTime) return Outcome.Ask(TimeReason.Recurring);
        var first = Resolve(once, reference).Ahead(reference.Now);
        if (first is { Kind: TimeReadingKind.Error, Reason: not TimeReason.Past }) return first;
        if (first.Reason is TimeReason.AmPm or TimeReason.Midnight or TimeReason.PartOfDay)
            return first with { Reason = TimeReason.Recurring };
        var next = first.Candidates.Where(candidate => candidate.WholeDay || candidate.Start > reference.Now).Take(1);
        return Outcome.Ask(TimeReason.Recurring, [.. next]) with { Warnings = first.Warnings, Zone = first.Zone };
    }

    // "In two weeks, same time" keeps the clock on the wall.
    private static Outcome SameTime(Segment segment, Reference reference)
    {
        if (segment.Day is not { } day) return Outcome.Ask(TimeReason.NeedsSeries);
        var minutes = reference.Clock;
        var point = new ClockPoint(minutes.Hour, minutes.Minute, ClockStyle.Colon, DayHalf.None, 0);
        return ClockOutcomes.Resolve(
            segment with
            {
                Day = day is PeriodDays period ? new SpanDay(period.Ahead, period.Unit) : day,
                Clocks = [new TimeOfDay(new ClockItem(point, null, 0, Told: true), [])],
            }, reference);
    }

    private static Outcome PartOfDay(Segment segment, Reference reference)
    {
        var day = DayOutcomes.Resolve(segment.Day ?? new RelativeDay(0), segment, reference).Ahead(reference.Now);
        return day.Kind is TimeReadingKind.Error ? day : Outcome.Ask(TimeReason.PartOfDay);
    }

    // "By", "before" and "after": from now to the end of it, to its start, or some time behind it.
    private static Outcome Bounded(Outcome outcome, Segment segment, Reference reference)
    {
        if (outcome.Kind is TimeReadingKind.Error) return outcome;
        if (segment.Has(Mark.Approx)) outcome = outcome with { Warnings = outcome.Warnings.Add(TimeWarning.Approx) };
        if (segment.Has(Mark.After) && outcome.Kind is TimeReadingKind.Slot)
            return outcome with { Kind = TimeReadingKind.Question, Reason = TimeReason.PartOfDay };
        // "After 4 July" is any day but that one.
        if (segment.IsAfterDay && segment.Clocks.IsEmpty) return Outcome.Ask(TimeReason.WhichDay);
        var by = segment.Has(Mark.By) || segment.Has(Mark.EndOfDay);
        if (!by && !segment.Has(Mark.Before)) return outcome;
        var now = reference.Now;
        var ahead = outcome.Ahead(now);
        if (ahead.Kind is TimeReadingKind.Error) return ahead;
        var until = ahead.Candidates.Select(candidate => Until(candidate, by, now)).ToImmutableArray();
        return until.Any(candidate => candidate.End > now) || until.IsEmpty
            ? ahead with
            {
                Kind = ahead.Kind is TimeReadingKind.Question ? ahead.Kind : TimeReadingKind.Range,
                Candidates = [.. until.Where(candidate => candidate.End > now)],
                Literal = ahead.Literal is { } literal ? Until(literal, by, now) : null,
            }
            : Outcome.Wrong(TimeReason.Past);
    }

    private static TimeCandidate Until(TimeCandidate time, bool by, Instant now) =>
        new(now, by ? time.End ?? time.Start : time.Start, WholeDay: false);
}
