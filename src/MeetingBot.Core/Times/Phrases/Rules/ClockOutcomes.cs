using NodaTime;

namespace MeetingBot.Times;

/// <summary>What a time of day means, on its day or, without one, today if it is still to come.</summary>
internal static class ClockOutcomes
{
    private const int MostWhichDays = 7;

    public static Outcome Resolve(Segment segment, Reference reference)
    {
        // "15:00, 16:00" are two.
        if (segment.Clocks.Length > 1 && segment.Clocks.All(clock => clock.Zones.IsEmpty))
            return EachClock(segment, reference);
        // "11.07" may be a date as well.
        if (segment.Clocks is [{ Clock.MayBeDate: true } alone] && segment.Day is null)
            return DateOrTime(alone.Clock, segment, reference);
        var clock = ClockRules.Read(segment.Clocks[0].Clock, segment.Half);
        if (clock.Error is { } wrong) return Outcome.Wrong(wrong);
        var slots = new Slots(segment, clock, reference);
        return segment.Day is { } day ? OnDay(day, slots, reference) : Dayless(segment, slots, reference);
    }

    private static Outcome OnDay(DayPart day, Slots slots, Reference reference)
    {
        var now = reference.Now;
        var choice = day.Resolve(new DayAsk(
            reference.Today, reference.Zone, date => slots.On(date) is var on
                && (on.Kind is TimeReadingKind.Error || on.Candidates.Any(candidate => candidate.Start > now))));
        if (choice.Error is { } wrong) return Outcome.Wrong(wrong);
        if (choice.IsRange) return WhichDay(choice, slots, reference);
        var all = choice.Spans.Select(span => slots.On(span.First)).ToList();
        if (all.Find(outcome => outcome.Kind is TimeReadingKind.Error) is { } error) return error;
        var candidates = all.SelectMany(outcome => outcome.Candidates).ToList();
        // What is now has passed, where something else may be meant.
        if (choice.Question is not null && candidates.Exists(candidate => candidate.Start > now))
            candidates.RemoveAll(candidate => candidate.Start <= now);
        return Outcome.Of(
            TimeReadingKind.Slot, candidates,
            choice.Question ?? all.Select(outcome => outcome.Reason).FirstOrDefault(reason => reason is not null)) with
        {
            Warnings = [.. all.SelectMany(outcome => outcome.Warnings).Concat(choice.Warnings).Distinct()],
            Literal = all[0].Literal ?? (choice.Other is { } other
                ? slots.On(other).Candidates.FirstOrDefault()
                : null),
            Zone = all[0].Zone,
        };
    }

    private static Outcome WhichDay(DayChoice choice, Slots slots, Reference reference)
    {
        var span = choice.Spans[0];
        var length = Math.Min(Period.DaysBetween(span.First, span.Last) + 1, MostWhichDays + 1);
        var days = Enumerable.Range(0, length > MostWhichDays ? 0 : length).Select(span.First.PlusDays)
            .Where(day => !day.IsWeekend() || length <= 2);
        return Outcome.Ask(TimeReason.WhichDay, [.. days.SelectMany(day => slots.On(day).Candidates.Take(1))
            .Where(candidate => candidate.Start >= reference.Now)]) with { Warnings = choice.Warnings };
    }

    private static Outcome Dayless(Segment segment, Slots slots, Reference reference)
    {
        var today = reference.Now.InZone(slots.On(reference.Today).Zone ?? reference.Zone).Date;
        var (first, second) = (slots.On(today), slots.On(today.PlusDays(1)));
        if (first.Kind is TimeReadingKind.Error) return first;
        // Tonight is today: what has passed does not come tomorrow.
        if (segment.PartOfDay is DayTime.Tonight || first.Candidates.All(candidate => candidate.Start > reference.Now))
            return first;
        var next = first.Candidates.Zip(second.Candidates.Concat(first.Candidates), (one, other) =>
            one.Start > reference.Now ? one : other)
            .Where(candidate => candidate.Start > reference.Now);
        return Outcome.Of(TimeReadingKind.Slot, next, first.Reason ?? TimeReason.TimePassed) with
        {
            Warnings = second.Warnings, Zone = second.Zone, Literal = second.Literal,
        };
    }

    private static Outcome EachClock(Segment segment, Reference reference)
    {
        var each = segment.Clocks.Select(clock =>
            Resolve(segment with { Clocks = [clock] }, reference).Ahead(reference.Now)).ToList();
        return each.Find(outcome => outcome.Kind is TimeReadingKind.Error && outcome.Reason is not TimeReason.Past)
            ?? Outcome.Of(TimeReadingKind.Slot, each.SelectMany(outcome => outcome.Candidates),
                TimeReason.Alternatives);
    }

    private static Outcome DateOrTime(ClockItem clock, Segment segment, Reference reference)
    {
        var date = DayOutcomes.Resolve(DottedNumbers.Date(clock), segment, reference);
        var time = Resolve(segment with { Clocks = [segment.Clocks[0] with { Clock = clock with { Told = true } }] },
            reference);
        return Outcome.Of(TimeReadingKind.Question, date.Candidates.Concat(time.Candidates), TimeReason.DateOrTime);
    }
}
