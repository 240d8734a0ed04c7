using NodaTime;
using NodaTime.TimeZones;

namespace MeetingBot.Calendars;

/// <summary>
/// Writes a zone's rules for the years in which they are needed: as yearly rules where the zone has some, which every
/// reader can go on with, else change by change.
/// </summary>
public static class VTimeZones
{
    /// <summary>Weekdays and days of the month come together in every way within so many years.</summary>
    private const int Cycle = 28;

    // Outlook wants a definition that begins long before the event.
    private static readonly LocalDate Early = new(1970, 1, 1);

    /// <param name="first">The first moment that is told in the zone.</param>
    /// <param name="last">The last such moment that has to be right.</param>
    public static VTimeZone Of(DateTimeZone zone, Instant first, Instant last)
    {
        var from = Math.Max(Early.Year, first.InZone(zone).Year);
        var until = Math.Clamp(last.InZone(zone).Year, from, from + Cycle);
        var changes = Changes(zone, from, from + Cycle);
        var steady = YearlyRules.SteadyFrom(changes, from, from + Cycle);
        var rules = steady is { } year ? YearlyRules.Of([.. changes.Where(change => change.Year >= year)]) : null;
        if (steady == from && rules is { Count: > 0 })
            return new VTimeZone(zone.Id, [.. rules.Select(rule => rule.In(Early.Year))]);

        var single = changes.Where(change => rules is null ? change.Year <= until : change.Year < steady);
        return new VTimeZone(
            zone.Id,
            [
                AtFirst(zone, from), .. single.Select(change => change.Once()),
                .. rules is null || steady > until ? [] : rules.Select(rule => rule.In(steady!.Value)),
            ]);
    }

    private static Observance AtFirst(DateTimeZone zone, int year)
    {
        var at = zone.GetZoneInterval(zone.AtStartOfDay(new LocalDate(year, 1, 1)).ToInstant());
        return new Observance(
            at.Savings > Offset.Zero, at.Name, at.WallOffset, at.WallOffset, Early.AtMidnight());
    }

    private static List<ClockChange> Changes(DateTimeZone zone, int from, int until)
    {
        var intervals = zone.GetZoneIntervals(
            zone.AtStartOfDay(new LocalDate(from, 1, 1)).ToInstant(),
            zone.AtStartOfDay(new LocalDate(until + 1, 1, 1)).ToInstant()).ToList();
        // Where clocks are set back from the law's own time (Dublin), what is ahead is the one without savings.
        var ahead = intervals.Exists(interval => interval.Savings < Offset.Zero) ? Offset.Zero : (Offset?)null;
        return
        [
            .. intervals.Zip(intervals.Skip(1))
                .Where(pair => pair.First.WallOffset != pair.Second.WallOffset)
                .Select(pair => ClockChange.Of(pair.First, pair.Second, ahead)),
        ];
    }
}

/// <summary>A change of clocks as it was or will be.</summary>
/// <param name="At">In the wall time before it.</param>
internal sealed record ClockChange(bool IsDaylight, string Name, Offset From, Offset To, LocalDateTime At)
{
    public int Year => At.Year;

    public static ClockChange Of(ZoneInterval before, ZoneInterval after, Offset? ahead) => new(
        ahead is { } savings ? after.Savings == savings : after.Savings > Offset.Zero,
        after.Name, before.WallOffset, after.WallOffset, after.Start.WithOffset(before.WallOffset).LocalDateTime);

    public Observance Once() => new(IsDaylight, Name, From, To, At);

    /// <summary>What is the same every year where a zone has yearly rules.</summary>
    public (bool IsDaylight, string Name, Offset From, Offset To, int Month, LocalTime Time) Shape =>
        (IsDaylight, Name, From, To, At.Month, At.TimeOfDay);
}
