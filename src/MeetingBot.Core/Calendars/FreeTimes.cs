using NodaTime;

namespace MeetingBot.Calendars;

/// <summary>Reads the times of a VFREEBUSY: <c>FREEBUSY;FBTYPE=BUSY:20260305T090000Z/PT1H</c>.</summary>
internal static class FreeTimes
{
    public static IEnumerable<FreeBusy> Read(CalendarComponent part, ForeignZones zones) => part.All("FREEBUSY")
        .Where(line => !string.Equals(line.Parameter("FBTYPE"), "FREE", StringComparison.OrdinalIgnoreCase))
        .SelectMany(line => line.Value.Split(',').Select(value => Read(line, value, zones))).OfType<FreeBusy>();

    private static FreeBusy? Read(ContentLine line, string value, ForeignZones zones)
    {
        if (value.Split('/') is not [var from, var until]) return null;
        if (zones.Time(line with { Value = from }) is not { HasTime: true } start) return null;
        var begin = start.ToInstant(DateTimeZone.Utc);
        var end = CalendarText.ReadLength(until) is var (days, time)
            ? begin + Duration.FromDays(days) + time
            : zones.Time(line with { Value = until })?.ToInstant(DateTimeZone.Utc);
        var tentative = line.Parameter("FBTYPE")?.EndsWith("TENTATIVE", StringComparison.OrdinalIgnoreCase) is true;
        return end > begin ? new FreeBusy(new Interval(begin, end), tentative) : null;
    }
}
