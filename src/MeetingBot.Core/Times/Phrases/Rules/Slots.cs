using System.Collections.Immutable;
using NodaTime;

namespace MeetingBot.Times;

/// <summary>The slots that a segment's times of day are on a day, in the zones that are told.</summary>
internal sealed class Slots(Segment segment, ClockChoice clock, Reference reference)
{
    private readonly ImmutableArray<(TimeOfDay Time, ZoneMention? Zone)> _told =
        [.. segment.Clocks.SelectMany(time => time.Zones.IsEmpty
            ? [(time, null)]
            : time.Zones.Select(zone => (time, (ZoneMention?)zone)))];

    public Outcome On(LocalDate day) => _told.Length > 1 ? Agreed(day) : Alone(day);

    private Outcome Alone(LocalDate day)
    {
        var outcome = new Outcome(TimeReadingKind.Slot);
        foreach (var reading in clock.Readings)
        {
            var at = ZonePolicy.At(ClockReading.On(day, reading.Start), _told[0].Zone, reference.Zone);
            var ends = Ends(day, reading, at);
            if (ends.Wrong is { } wrong) return Outcome.Wrong(wrong);
            outcome = outcome with
            {
                Candidates = [.. outcome.Candidates, .. ends.Slots],
                Warnings = at.Warning is { } warning ? outcome.Warnings.Add(warning) : outcome.Warnings,
                Literal = outcome.Literal ?? (at.Literal is { } literal
                    ? Slot(day, reading, literal, at.Zone)[0]
                    : null),
                Zone = outcome.Zone ?? at.Zone,
                Reason = outcome.Reason ?? clock.Question ?? at.Question ?? ends.Question ?? Contradiction(reading),
            };
        }
        return outcome.Reason is null ? outcome : outcome with { Kind = TimeReadingKind.Question };
    }

    // "15:00-16:00 for 2 hours".
    private TimeReason? Contradiction(ClockReading reading) =>
        segment.Length is { } length && reading.End is { } end
            && Duration.FromMinutes(end - reading.Start) != length
            ? TimeReason.NotAllRead
            : null;

    private (ImmutableArray<TimeCandidate> Slots, TimeReason? Question, TimeReason? Wrong) Ends(
        LocalDate day, ClockReading reading, ZoneTime at)
    {
        var slots = at.Readings.SelectMany(start => Slot(day, reading, start, at.Zone)).ToImmutableArray();
        if (HasGap(day, reading, at)) return (slots, TimeReason.DstGap, null);
        if (slots.Any(slot => slot.End <= slot.Start))
            slots = [.. slots.Where(slot => !(slot.End <= slot.Start))];
        return (slots, slots.Length > at.Readings.Length ? TimeReason.DstOverlap : null, slots.IsEmpty
            ? TimeReason.EndBeforeStart : null);
    }

    // No clock shows the start or the end.
    private bool HasGap(LocalDate day, ClockReading reading, ZoneTime at) => at.Question is TimeReason.DstGap
        || (segment.Length is null && EndOn(day, reading) is { } end && !at.Readings[0].IsLiteral
            && at.Zone.MapLocal(end).Count == 0);

    // Where the start was shifted over its end, it lasts as long as was told.
    private static Instant Behind(Instant end, ZoneReading start, Duration length) =>
        end > start.At ? end : start.At + length;

    // One start may have two ends, in the hour that the clock shows twice.
    private ImmutableArray<TimeCandidate> Slot(LocalDate day, ClockReading reading, ZoneReading start,
        DateTimeZone zone)
    {
        if (segment.Length is { } length && reading.End is null)
            return [new(start.At, start.At + length, WholeDay: false)];
        if (EndOn(day, reading) is not { } end) return [new(start.At, null, WholeDay: false)];
        var ends = ZonePolicy.EndAt(end, zone, start);
        var begin = ClockReading.On(day, reading.Start);
        if (!start.IsLiteral && begin < end && zone.MapLocal(begin).Count == 0)
        {
            var told = Period.Between(begin, end, PeriodUnits.Minutes).ToDuration();
            return [new(start.At, Behind(ends[0].At, start, told), WholeDay: false)];
        }
        return [.. ends.Select(each => new TimeCandidate(start.At, each.At, WholeDay: false))];
    }

    private LocalDateTime? EndOn(LocalDate day, ClockReading reading)
    {
        if (segment.Clocks[0].EndDay is not { } endDay) return reading.End is { } same
            ? ClockReading.On(day, same)
            : null;
        var last = endDay.Resolve(new DayAsk(day, reference.Zone, date => date >= day));
        if (last.Spans.IsEmpty) return null;
        var at = segment.Clocks[0].EndAt is { } point
            ? ClockRules.Read(new ClockItem(point, null, 0), segment.Half).Readings
            : [new ClockReading(ClockReading.Day, null)];
        return at.IsDefaultOrEmpty ? null : ClockReading.On(last.Spans[0].Last, at[0].Start);
    }

    // Two zones in one text must give one instant; which reading of a name is meant, the other zone tells.
    private Outcome Agreed(LocalDate day)
    {
        var all = _told.Select((told, at) => Readings(day, told.Time, told.Zone, aside: at > 0)).ToList();
        if (all.Find(readings => readings.IsEmpty) is { IsDefault: false }) return Outcome.Wrong(TimeReason.NoSuchTime);
        var common = all[0].Where(slot => all.TrueForAll(others => others.Any(other => other.Start == slot.Start)))
            .Take(1).ToImmutableArray();
        var zone = ZonePolicy.At(ClockReading.On(day, clock.Readings[0].Start), _told[0].Zone, reference.Zone).Zone;
        return (common.Length == 1
            ? Outcome.Of(TimeReadingKind.Slot, common, null)
            : Outcome.Of(TimeReadingKind.Slot, Preferred(day), TimeReason.ZonesDisagree)) with { Zone = zone };
    }

    private IEnumerable<TimeCandidate> Preferred(LocalDate day) =>
        _told.Select(told => Readings(day, told.Time, told.Zone, aside: false)[0]);

    // The other zone's clock may show the day before or after.
    private ImmutableArray<TimeCandidate> Readings(LocalDate day, TimeOfDay time, ZoneMention? zone, bool aside)
    {
        var choice = ReferenceEquals(time, segment.Clocks[0]) ? clock : ClockRules.Read(time.Clock, segment.Half);
        return [.. from away in aside ? new[] { 0, 1, -1 } : [0]
                   from reading in choice.Readings
                   let at = ZonePolicy.At(ClockReading.On(day.PlusDays(away), reading.Start), zone, reference.Zone)
                   from start in at.All
                   from slot in Slot(day.PlusDays(away), reading, start, at.Zone)
                   select slot];
    }
}
