using System.Globalization;
using NodaTime;

namespace MeetingBot.Calendars;

/// <summary>Writes one event.</summary>
internal static class EventWriter
{
    public static void Write(CalendarEvent happening, Instant now, ContentWriter writer)
    {
        writer.Begin("VEVENT");
        writer.Text("UID", happening.Uid);
        Time("DTSTAMP", CalDateTime.Utc(happening.Stamp ?? now), writer);
        writer.Line("SEQUENCE", happening.Sequence.ToString(CultureInfo.InvariantCulture));
        if (happening.RecurrenceId is { } id) Time("RECURRENCE-ID", id, writer);
        Time("DTSTART", happening.Start, writer);
        if (happening.End is { } end) Time("DTEND", end, writer);
        if (happening.RecurrenceRule is { } rule) writer.Line("RRULE", RecurrenceText.Write(rule));
        foreach (var date in happening.ExceptionDates) Time("EXDATE", date, writer);
        foreach (var date in happening.RecurrenceDates) Time("RDATE", date, writer);
        writer.Text("SUMMARY", happening.Summary);
        writer.Text("DESCRIPTION", happening.Description);
        writer.Text("LOCATION", happening.Location);
        if (happening.Url is { } url) writer.Line("URL", CalendarText.Bare(url));
        if (happening.Organizer is { } organizer)
            writer.Line("ORGANIZER" + ContentWriter.Parameter("CN", organizer.Name), Address(organizer.Address));
        foreach (var attendee in happening.Attendees) Write(attendee, writer);
        writer.Line("STATUS", happening.Status.ToString().ToUpperInvariant());
        writer.Line("TRANSP", happening.IsTransparent ? "TRANSPARENT" : "OPAQUE");
        writer.End("VEVENT");
    }

    private static void Write(Attendee attendee, ContentWriter writer) => writer.Line(
        "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT" + ContentWriter.Parameter("PARTSTAT", attendee.Status)
            + (attendee.Status == "NEEDS-ACTION" ? ";RSVP=TRUE" : "") + ContentWriter.Parameter("CN", attendee.Name),
        Address(attendee.Address));

    private static string Address(string address) => "mailto:" + CalendarText.Bare(address);

    private static void Time(string name, CalDateTime time, ContentWriter writer)
    {
        if (!time.HasTime) name += ";VALUE=DATE";
        else if (time is { IsUtc: false, Zone: { } zone }) name += ContentWriter.Parameter("TZID", zone.Id);
        writer.Line(name, CalendarText.Write(time));
    }
}
