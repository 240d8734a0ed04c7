namespace MeetingBot.Calendars;

/// <summary>One event, or a series with what differs in it, made to be sent or fetched (RFC 5546).</summary>
public static class Invitation
{
    /// <summary>To be put into a calendar by who fetches it; nobody is asked whether they come.</summary>
    public static Calendar Publish(params ReadOnlySpan<CalendarEvent> events) =>
        new([.. events]) { Method = CalendarMethod.Publish };

    /// <summary>To be mailed: asks those who are named, and changes what was sent before.</summary>
    /// <exception cref="ArgumentException">Nobody invites, or nobody is invited.</exception>
    public static Calendar Request(CalendarEvent happening) =>
        new([Mailed(happening)]) { Method = CalendarMethod.Request };

    /// <summary>To be mailed: takes back what was sent before. Its sequence must be higher.</summary>
    /// <exception cref="ArgumentException">Nobody invites, or nobody is invited.</exception>
    public static Calendar Cancel(CalendarEvent happening) =>
        new([Mailed(happening) with { Status = EventStatus.Cancelled }]) { Method = CalendarMethod.Cancel };

    private static CalendarEvent Mailed(CalendarEvent happening) =>
        happening.Organizer is null || happening.Attendees.IsEmpty
            ? throw new ArgumentException("An invitation names who invites and who is invited.", nameof(happening))
            : happening;
}
