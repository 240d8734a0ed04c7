using NodaTime;
using NodaTime.TimeZones;

namespace MeetingBot.Calendars;

/// <summary>A zone by the rules that a calendar brings along (VTIMEZONE).</summary>
internal sealed class ObservedZone : DateTimeZone
{
    private const int MostParts = 100;
    private const int MostChanges = 300;

    // Exchange writes rules that begin in 1601; nobody meets then.
    private static readonly LocalDateTime First = new(1900, 1, 1, 0, 0);
    private static readonly LocalDateTime Last = new(2100, 12, 31, 23, 59);

    private readonly List<ZoneInterval> _intervals;

    private ObservedZone(string id, List<ZoneInterval> intervals)
        : base(
            id, intervals.Count == 1, intervals.Min(interval => interval.WallOffset),
            intervals.Max(interval => interval.WallOffset)) =>
        _intervals = intervals;

    /// <summary>The zone, or null where the component tells no change of clocks, or more than may be read.</summary>
    /// <param name="budget">For all zones of a file. A zone of which only some was read would be wrong.</param>
    public static ObservedZone? Of(string id, CalendarComponent zone, ExpansionBudget budget)
    {
        var changes = zone.Parts.Where(part => part.Name is "STANDARD" or "DAYLIGHT").Take(MostParts)
            .SelectMany(part => Changes(part, budget))
            .GroupBy(change => change.At).Select(same => same.First())
            .OrderBy(change => change.At).ToList();
        if (changes.Count == 0 || budget.IsSpent) return null;
        var intervals = new List<ZoneInterval> { Interval(null, changes[0].At, changes[0].From, Offset.Zero) };
        for (var i = 0; i < changes.Count; i++)
        {
            var change = changes[i];
            var end = i + 1 < changes.Count ? changes[i + 1].At : (Instant?)null;
            intervals.Add(
                Interval(change.At, end, change.To, change.IsDaylight ? Ahead(change) : Offset.Zero));
        }
        return new ObservedZone(id, intervals);
    }

    public override ZoneInterval GetZoneInterval(Instant instant)
    {
        var (low, high) = (0, _intervals.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_intervals[middle].Start <= instant) low = middle;
            else high = middle - 1;
        }
        return _intervals[low];
    }

    private static ZoneInterval Interval(Instant? start, Instant? end, Offset offset, Offset savings) =>
        new("", start, end, offset, savings);

    // Who crosses the date line is a day ahead, which are no savings.
    private static Offset Ahead(Change change) =>
        Offset.FromSeconds(change.To.Seconds - change.From.Seconds is var ahead and > 0 and < 12 * 3600 ? ahead : 0);

    private static IEnumerable<Change> Changes(CalendarComponent part, ExpansionBudget budget)
    {
        if (CalendarText.ReadOffset(part["TZOFFSETFROM"]?.Value ?? "") is not { } from) yield break;
        if (CalendarText.ReadOffset(part["TZOFFSETTO"]?.Value ?? "") is not { } to) yield break;
        if (CalendarText.ReadTime(part["DTSTART"]?.Value ?? "", ForOffset(from)) is not { } start) yield break;

        var rule = part["RRULE"] is { } recurs ? RecurrenceText.Read(recurs.Value) : null;
        var times = (rule?.Expand(start, First, Last, budget) ?? [start])
            .TakeWhile(time => time.Date.Year <= Last.Year).Take(MostChanges).TakeWhile(_ => budget.TakeChange())
            .Concat(part.All("RDATE").SelectMany(dates => dates.Value.Split(',')).Take(MostChanges)
                .TakeWhile(_ => budget.TakeChange())
                .Select(date => CalendarText.ReadTime(date.Split('/')[0], ForOffset(from))).OfType<CalDateTime>());
        foreach (var time in times)
        {
            var wall = time with { Zone = ForOffset(from), HasTime = true };
            yield return new Change(wall.ToInstant(Utc), from, to, part.Name == "DAYLIGHT");
        }
    }

    private sealed record Change(Instant At, Offset From, Offset To, bool IsDaylight);
}
