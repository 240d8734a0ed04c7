using NodaTime;

namespace MeetingBot.Calendars;

/// <summary>Writes a calendar as RFC 5545 has it, in UTF-8.</summary>
public static class CalendarSerializer
{
    public const string ContentType = "text/calendar; charset=utf-8";
    private const string ProductId = "-//MeetingBot//MeetingBot//EN";

    // The rules of a zone are written for so long where a series has no end.
    private static readonly Duration Endless = Duration.FromDays(3_660);

    /// <param name="now">When it is written: the stamp of events that have none.</param>
    public static byte[] Serialize(Calendar calendar, Instant now)
    {
        var writer = new ContentWriter();
        writer.Begin("VCALENDAR");
        writer.Line("PRODID", ProductId);
        writer.Line("VERSION", "2.0");
        writer.Line("CALSCALE", "GREGORIAN");
        if (calendar.Method is { } method) writer.Line("METHOD", method.ToString().ToUpperInvariant());
        // What RFC 7986 has settled, and what was in use before it.
        writer.Text("NAME", calendar.Name);
        writer.Text("X-WR-CALNAME", calendar.Name);
        if (calendar.Color is { } color) writer.Text("COLOR", color);
        if (calendar.RefreshInterval is { } interval)
        {
            writer.Line("REFRESH-INTERVAL;VALUE=DURATION", CalendarText.Write(interval));
            writer.Line("X-PUBLISHED-TTL", CalendarText.Write(interval));
        }
        foreach (var zone in Zones(calendar, now)) Write(zone, writer);
        foreach (var happening in calendar.Events) EventWriter.Write(happening, now, writer);
        writer.End("VCALENDAR");
        return writer.ToUtf8();
    }

    // A calendar must have something in it; one without events has a zone (RFC 5545, 3.6).
    private static IEnumerable<VTimeZone> Zones(Calendar calendar, Instant now)
    {
        if (calendar.Events.IsEmpty) return [VTimeZones.Of(DateTimeZoneProviders.Tzdb["Etc/UTC"], now, now)];
        return calendar.Events
            .SelectMany(happening => Times(happening).Select(time => (time.Zone, At: time.ToInstant(DateTimeZone.Utc))))
            .Where(time => time.Zone is not null && time.Zone != DateTimeZone.Utc)
            .GroupBy(time => time.Zone!.Id, StringComparer.Ordinal)
            .OrderBy(times => times.Key, StringComparer.Ordinal)
            .Select(times => VTimeZones.Of(
                times.First().Zone!, times.Min(time => time.At), times.Max(time => time.At)));
    }

    private static IEnumerable<CalDateTime> Times(CalendarEvent happening)
    {
        yield return happening.Start;
        if (happening.End is { } end) yield return end;
        if (happening.RecurrenceId is { } id) yield return id;
        foreach (var time in happening.ExceptionDates.Concat(happening.RecurrenceDates)) yield return time;
        if (happening is not { RecurrenceRule: { } rule, Start: { HasTime: true, Zone: { } zone } start }) yield break;
        var last = rule.Until?.ToInstant(zone) ?? start.ToInstant(zone) + Endless;
        yield return start.At(last.InZone(zone).LocalDateTime);
    }

    private static void Write(VTimeZone zone, ContentWriter writer)
    {
        writer.Begin("VTIMEZONE");
        writer.Line("TZID", zone.TzId);
        foreach (var observance in zone.Observances)
        {
            var kind = observance.IsDaylight ? "DAYLIGHT" : "STANDARD";
            writer.Begin(kind);
            writer.Line("DTSTART", CalendarText.Write(CalDateTime.Floating(observance.Start)));
            if (observance.Rule is { } rule) writer.Line("RRULE", RecurrenceText.Write(rule));
            writer.Line("TZOFFSETFROM", CalendarText.Write(observance.From));
            writer.Line("TZOFFSETTO", CalendarText.Write(observance.To));
            writer.Text("TZNAME", observance.Name);
            writer.End(kind);
        }
        writer.End("VTIMEZONE");
    }
}
