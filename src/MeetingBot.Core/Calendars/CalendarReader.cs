using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace MeetingBot.Calendars;

/// <summary>
/// Reads a calendar that anybody may have written. Never fails: what is not understood is left out, and said in
/// <see cref="Calendar.Remarks"/>.
/// </summary>
public static class CalendarReader
{
    /// <summary>Larger files are not read.</summary>
    public const int MostBytes = 2_000_000;

    /// <summary>Events beyond these are left out.</summary>
    public const int MostEvents = 2_000;

    private const int MostTimes = 1_000;
    private const int MostText = 20_000;
    private const int MostRemarks = 20;

    public static Calendar Read(byte[] file)
    {
        if (file.Length > MostBytes) return Nothing("The file is too large.");
        var root = CalendarComponent.Tree(ContentLines.Read(file));
        var parts = root.Every().ToList();
        if (!parts.Exists(part => part.Name is "VCALENDAR" or "VEVENT" or "VFREEBUSY"))
            return Nothing("This is no calendar file.");

        var zones = new ForeignZones(parts.Where(part => part.Name == "VTIMEZONE"));
        var remarks = new List<string>();
        var written = parts.Where(part => part.Name == "VEVENT").ToList();
        if (written.Count > MostEvents) remarks.Add(Invariant($"Only the first {MostEvents} events were read."));
        var events = written.Take(MostEvents)
            .Select((part, index) => Event(part, zones, remarks, Invariant($"event-{index}"))).OfType<CalendarEvent>()
            .ToImmutableArray();
        var busy = parts.Where(part => part.Name == "VFREEBUSY").SelectMany(part => FreeTimes.Read(part, zones))
            .Take(MostTimes).ToImmutableArray();
        return new Calendar(events)
        {
            Method = parts.Select(part => part["METHOD"]).FirstOrDefault(line => line is not null)?.Value.Trim()
                .ToUpperInvariant() switch
                {
                    "PUBLISH" => CalendarMethod.Publish,
                    "REQUEST" => CalendarMethod.Request,
                    "CANCEL" => CalendarMethod.Cancel,
                    _ => null,
                },
            Name = parts.Select(part => part["X-WR-CALNAME"] ?? part["NAME"])
                .FirstOrDefault(line => line is not null) is { } name ? Text(name) : null,
            FreeBusy = busy,
            Remarks =
            [
                .. remarks.Concat(zones.Unknown.Select(zone => $"I know no time zone \"{zone}\".")).Distinct()
                    .Take(MostRemarks),
            ],
        };
    }

    private static Calendar Nothing(string why) => new([]) { Remarks = [why] };

    private static CalendarEvent? Event(
        CalendarComponent part, ForeignZones zones, List<string> remarks, string nameless)
    {
        if (part["DTSTART"] is not { } line || zones.Time(line) is not { } start)
        {
            remarks.Add("An event without a start was left out.");
            return null;
        }
        var rule = part["RRULE"] is { } recurs ? RecurrenceText.Read(recurs.Value) : null;
        if (rule is null && part["RRULE"] is not null)
            remarks.Add("A rule by which an event repeats was not understood; only its first time counts.");
        return new CalendarEvent(Text(part["UID"]) is { Length: > 0 } uid ? uid : nameless, start)
        {
            End = End(part, start, zones),
            Stamp = part["DTSTAMP"] is { } stamp ? zones.Time(stamp)?.ToInstant(DateTimeZone.Utc) : null,
            Sequence = Number(part["SEQUENCE"]),
            Summary = Text(part["SUMMARY"]),
            Description = Text(part["DESCRIPTION"]),
            Location = Text(part["LOCATION"]),
            Url = part["URL"] is { } url ? Shorten(url.Value.Trim()) : null,
            Status = Status(part),
            IsTransparent = IsFree(part),
            Organizer = part["ORGANIZER"] is { } organizer
                ? new Organizer(Address(organizer), organizer.Parameter("CN"))
                : null,
            Attendees = [.. part.All("ATTENDEE").Take(MostTimes).Select(Attendee)],
            RecurrenceRule = rule,
            ExceptionDates = Times(part, "EXDATE", zones),
            RecurrenceDates = Times(part, "RDATE", zones),
            RecurrenceId = part["RECURRENCE-ID"] is { } id ? zones.Time(id) : null,
        };
    }

    private static CalDateTime? End(CalendarComponent part, CalDateTime start, ForeignZones zones)
    {
        if (part["DTEND"] is { } end && zones.Time(end) is { } told) return told;
        if (part["DURATION"] is not { } line) return null;
        if (CalendarText.ReadLength(line.Value) is not var (days, time)) return null;
        if (!start.HasTime) return days > 0 ? CalDateTime.Day(start.Date.PlusDays(days)) : null;
        // A day is as long as it is, an hour is an hour.
        var moved = start.At(start.Value.PlusDays(days));
        return moved.Zone is { } zone
            ? moved.At((moved.ToInstant(zone) + time).InZone(zone).LocalDateTime)
            : moved.At(moved.Value.PlusSeconds((long)time.TotalSeconds));
    }

    private static ImmutableArray<CalDateTime> Times(CalendarComponent part, string name, ForeignZones zones) =>
    [
        .. part.All(name).SelectMany(line => line.Value.Split(',').Select(value => (line, value)))
            .Select(one => zones.Time(one.line with { Value = one.value.Split('/')[0] }))
            .OfType<CalDateTime>().Take(MostTimes),
    ];

    private static EventStatus Status(CalendarComponent part) =>
        part["STATUS"]?.Value.Trim().ToUpperInvariant() switch
        {
            "CANCELLED" => EventStatus.Cancelled,
            "TENTATIVE" => EventStatus.Tentative,
            _ => EventStatus.Confirmed,
        };

    private static bool IsFree(CalendarComponent part) =>
        Is(part["TRANSP"], "TRANSPARENT") || Is(part["X-MICROSOFT-CDO-BUSYSTATUS"], "FREE")
        || Is(part["X-MICROSOFT-CDO-BUSYSTATUS"], "WORKINGELSEWHERE");

    private static bool Is(ContentLine? line, string value) =>
        string.Equals(line?.Value.Trim(), value, StringComparison.OrdinalIgnoreCase);

    private static Attendee Attendee(ContentLine line) => new(
        Address(line), line.Parameter("CN"), line.Parameter("PARTSTAT")?.ToUpperInvariant() ?? "NEEDS-ACTION");

    private static string Address(ContentLine line)
    {
        var value = Shorten(line.Value.Trim());
        return value.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? value[7..] : value;
    }

    private static int Number(ContentLine? line) =>
        int.TryParse(line?.Value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Text(ContentLine? line) => line is null ? "" : Shorten(line.Text);

    private static string Shorten(string text) => text.Length <= MostText ? text : text[..MostText];

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
