using System.Collections.Immutable;
using NodaTime;

namespace MeetingBot.Calendars;

/// <summary>An iCalendar object (RFC 5545): events, and what is said of all of them.</summary>
/// <param name="Events">In the order in which they are written.</param>
public sealed record Calendar(ImmutableArray<CalendarEvent> Events)
{
    /// <summary>What is to be done with it (RFC 5546); null where it does not say.</summary>
    public CalendarMethod? Method { get; init; }

    /// <summary>What a subscriber sees it called (RFC 7986, NAME).</summary>
    public string? Name { get; init; }

    /// <summary>A CSS 3 colour name (RFC 7986, COLOR).</summary>
    public string? Color { get; init; }

    /// <summary>How often a subscriber should look again; null for a file.</summary>
    public Duration? RefreshInterval { get; init; }

    /// <summary>Times told as free or busy without an event (VFREEBUSY).</summary>
    public ImmutableArray<FreeBusy> FreeBusy { get; init; } = [];

    /// <summary>What was not understood of a calendar that was read, in words; empty when all was.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];
}

/// <summary>What a calendar is sent for.</summary>
public enum CalendarMethod { Publish, Request, Cancel }

/// <summary>A time that is taken.</summary>
/// <param name="Tentative">It may become free.</param>
public sealed record FreeBusy(Interval Time, bool Tentative = false);
