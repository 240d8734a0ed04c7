using System.Globalization;
using MeetingBot.Conversations;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Meetings.Dates;

/// <summary>When a meeting is to be: what people agreed on, wall time in a zone, and the moment that it is.</summary>
/// <param name="Id">Names it in calendars for as long as it is, wherever it is moved to.</param>
/// <param name="Zone">IANA zone.</param>
/// <param name="At">The same in UTC, by the zone rules of when it was set.</param>
/// <param name="Sequence">How often it was moved, called off or set again.</param>
/// <param name="Cancelled">It was called off.</param>
/// <param name="Occurrence">The start in the series that it is, or takes the place of.</param>
/// <param name="SeriesId">That series.</param>
public sealed record PlannedStart(
    string Id,
    LocalDateTime Local,
    string Zone,
    Instant At,
    Duration? Length = null,
    string? Place = null,
    int Sequence = 0,
    bool Cancelled = false,
    LocalDateTime? Occurrence = null,
    string? SeriesId = null)
{
    public const int MostPlace = 200;

    /// <summary>How long a meeting is taken to be where nobody has said.</summary>
    public static readonly Duration UsualLength = Duration.FromHours(1);

    public static readonly Duration MostLength = Duration.FromHours(24);

    public Instant End => At + (Length ?? UsualLength);

    public bool IsOver(Instant now) => End <= now;

    /// <summary><c>Fri 27 June, 15:00–16:00 (Europe/Zurich), Room 5</c>.</summary>
    public string Said(LocalDate today)
    {
        var until = Length is { } length ? Until(length) : "";
        var place = Place is null ? "" : ", " + Place;
        return $"{Phrases.Day(Local.Date, today)}, {Clock(Local)}{until} ({Zone}){place}";
    }

    private string Until(Duration length)
    {
        var end = (At + length).InZone(ZoneRules.Of(Zone)).LocalDateTime;
        return "–" + (end.Date == Local.Date ? "" : Phrases.Day(end.Date, Local.Date) + ", ") + Clock(end);
    }

    private static string Clock(LocalDateTime at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);
}

/// <summary>A time that a meeting is put to: typed, or what a poll decided.</summary>
/// <param name="Zone">IANA zone in which people speak of it.</param>
/// <param name="Length">Null to leave it as it was, or unsaid.</param>
/// <param name="Place">Null to leave it as it was, or unsaid.</param>
/// <param name="Title">What the meeting is called where nobody has said yet.</param>
public sealed record PlannedSlot(
    Instant At, string Zone, Duration? Length = null, string? Place = null, string? Title = null);
