using System.Globalization;
using MeetingBot.Conversations;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Meetings.Dates;

/// <summary>Instants in words, in a zone that is named, or in the reader's.</summary>
public static class Moments
{
    /// <summary><c>Wed 2 July 12:00 (Europe/Zurich)</c>, with its year when that is not this one.</summary>
    public static string Moment(Instant at, string zone, Instant now)
    {
        var (local, today) = (at.InZone(ZoneRules.Of(zone)), now.InZone(ZoneRules.Of(zone)).Date);
        return $"{Phrases.Day(local.Date, today)} {Clock(local)} ({zone})";
    }

    /// <summary>
    /// The same of what ends then: <c>the end of Thu 10 December (Europe/Zurich)</c> where that is midnight.
    /// </summary>
    public static string Deadline(Instant at, string zone, Instant now)
    {
        var (local, today) = (at.InZone(ZoneRules.Of(zone)), now.InZone(ZoneRules.Of(zone)).Date);
        return local.TimeOfDay == LocalTime.Midnight
            ? $"the end of {Phrases.Day(local.Date.PlusDays(-1), today)} ({zone})"
            : Moment(at, zone, now);
    }

    /// <summary>
    /// <c>14:03</c> for who reads, in their zone where it is known and else in the group's; with its name where that is
    /// not the group's.
    /// </summary>
    public static string Clock(Instant at, Person reader, Turn turn)
    {
        var zone = ZoneOf(reader, turn.Group);
        var clock = Clock(at.InZone(ZoneRules.Of(zone)));
        return zone == turn.Group.Zone ? clock : $"{clock} ({zone})";
    }

    /// <summary>IANA zone of a person's client; the group's where it is not known.</summary>
    public static string ZoneOf(Person person, Group group) =>
        (person.Zone is { } zone ? ZoneRules.Canonical(zone) : null) ?? group.Zone;

    internal static string Clock(ZonedDateTime local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);
}
