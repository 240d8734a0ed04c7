using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Meetings.Timetables;

/// <summary>
/// The request by which an Indico prepares an event that somebody then confirms there:
/// <c>POST /event/create/prepare</c>, without a token. It takes a title, a wall time, a zone and a length, and nothing
/// else.
/// </summary>
public static class IndicoEvents
{
    /// <summary>The door's name.</summary>
    public const string Door = "indico";

    /// <summary>How long Indico remembers what it prepared.</summary>
    public static readonly Duration Good = Duration.FromHours(1);

    private const int MostTitle = 250;
    private static readonly Duration Patience = Duration.FromMinutes(2);

    /// <summary>The request for a meeting.</summary>
    public static Errand Of(string title, PlannedStart start, Instant now, int epoch = 0)
    {
        var (local, zone) = Wall(start);
        var minutes = Math.Max(1, (int)Math.Ceiling((start.Length ?? PlannedStart.UsualLength).TotalMinutes));
        return new Errand(
            Door,
            new Dictionary<string, string>
            {
                ["title"] = Phrases.Shorten(title, MostTitle),
                ["start_dt"] = local.ToString("uuuu-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
                ["tz"] = zone,
                ["duration"] = minutes.ToString(CultureInfo.InvariantCulture),
                ["event_type"] = "meeting",
            }.ToImmutableSortedDictionary(StringComparer.Ordinal),
            now + Patience, epoch);
    }

    /// <summary>What came of it.</summary>
    public static Command? Read(ErrandDone done) => done.Errand.Door == Door ? new TellOfIndico(done) : null;

    /// <summary>
    /// The address that Indico answered with; null unless it is one of that very Indico: an answer leads people nowhere
    /// else.
    /// </summary>
    /// <param name="indico">Its own address, as the operator has set it.</param>
    public static Uri? Admit(Uri indico, string? answered) =>
        Uri.TryCreate(answered, UriKind.Absolute, out var address)
        && address.UserInfo.Length == 0
        && address.Scheme == indico.Scheme
        && string.Equals(address.Authority, indico.Authority, StringComparison.OrdinalIgnoreCase)
            ? address
            : null;

    // Indico knows the zones that have a place. What has none is told in UTC.
    private static (LocalDateTime Local, string Zone) Wall(PlannedStart start) =>
        start.Zone.Contains('/') && !start.Zone.StartsWith("Etc/", StringComparison.Ordinal)
            ? (start.At.InZone(ZoneRules.Of(start.Zone)).LocalDateTime, start.Zone)
            : (start.At.InUtc().LocalDateTime, "UTC");
}
