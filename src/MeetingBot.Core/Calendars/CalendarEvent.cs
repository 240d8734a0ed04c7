using System.Collections.Immutable;
using NodaTime;

namespace MeetingBot.Calendars;

/// <summary>An event, or all events of a series, or one of them that is not as the others.</summary>
/// <param name="Uid">The same for as long as the event is; what is sent again with it takes the place of the
/// old.</param>
public sealed record CalendarEvent(string Uid, CalDateTime Start)
{
    /// <summary>First moment after it; null for a day that is all its own, and for no length at all.</summary>
    public CalDateTime? End { get; init; }

    /// <summary>When what is written was last changed, or sent (DTSTAMP).</summary>
    public Instant? Stamp { get; init; }

    /// <summary>Rises when time, rule or status change.</summary>
    public int Sequence { get; init; }

    public string Summary { get; init; } = "";

    public string Description { get; init; } = "";

    public string Location { get; init; } = "";

    public string? Url { get; init; }

    public EventStatus Status { get; init; } = EventStatus.Confirmed;

    /// <summary>Takes no time of who has it in their calendar, such as a day by which something is due.</summary>
    public bool IsTransparent { get; init; }

    public Organizer? Organizer { get; init; }

    public ImmutableArray<Attendee> Attendees { get; init; } = [];

    public RecurrencePattern? RecurrenceRule { get; init; }

    /// <summary>Starts of the series at which there is none.</summary>
    public ImmutableArray<CalDateTime> ExceptionDates { get; init; } = [];

    /// <summary>Further starts, which the rule does not give.</summary>
    public ImmutableArray<CalDateTime> RecurrenceDates { get; init; } = [];

    /// <summary>The start that it takes the place of, in the series with the same <see cref="Uid"/>.</summary>
    public CalDateTime? RecurrenceId { get; init; }

    public bool IsAllDay => !Start.HasTime;

    /// <summary>How long it takes, each time.</summary>
    /// <param name="floating">The zone of who reads it.</param>
    public Duration LengthIn(DateTimeZone floating)
    {
        var end = End ?? (IsAllDay ? CalDateTime.Day(Start.Date.PlusDays(1)) : Start);
        return Duration.Max(Duration.Zero, end.ToInstant(floating) - Start.ToInstant(floating));
    }
}

/// <summary>Whether it takes place.</summary>
public enum EventStatus { Confirmed, Tentative, Cancelled }

/// <summary>Who calls people together.</summary>
/// <param name="Address">An e-mail address.</param>
public sealed record Organizer(string Address, string? Name = null);

/// <summary>Who is called.</summary>
/// <param name="Address">An e-mail address.</param>
/// <param name="Status">As RFC 5545, 3.2.12 spells it: <c>NEEDS-ACTION</c>, <c>ACCEPTED</c>, <c>DECLINED</c>.</param>
public sealed record Attendee(string Address, string? Name = null, string Status = "NEEDS-ACTION");
