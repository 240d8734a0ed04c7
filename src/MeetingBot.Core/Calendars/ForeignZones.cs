using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using MeetingBot.Times;
using NodaTime;
using NodaTime.TimeZones;

namespace MeetingBot.Calendars;

/// <summary>
/// Finds the zone that a calendar names in its own way: as IANA does, as Windows does, or by rules that it brings
/// along.
/// </summary>
internal sealed partial class ForeignZones
{
    private const int MostZones = 100;
    private const int MostName = 200;

    // CLDR's table, which comes with the zone rules.
    private static readonly FrozenDictionary<string, string> Windows = TzdbDateTimeZoneSource.Default.WindowsToTzdbIds
        .ToFrozenDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, CalendarComponent> _told = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeZone?> _known = new(StringComparer.Ordinal);

    private readonly ExpansionBudget _budget;

    /// <param name="budget">For the rules of all of them; null for the usual one.</param>
    public ForeignZones(IEnumerable<CalendarComponent> parts, ExpansionBudget? budget = null)
    {
        _budget = budget ?? new ExpansionBudget();
        foreach (var part in parts.Take(MostZones))
            if (part["TZID"] is { } id) _told.TryAdd(Name(id.Text), part);
    }

    /// <summary>Names of zones that were asked for and are not known; what is told in them floats.</summary>
    public IEnumerable<string> Unknown =>
        _known.Where(pair => pair.Value is null).Select(pair => pair.Key).Take(MostZones);

    /// <summary>The time of a line, in its zone; null for none.</summary>
    public CalDateTime? Time(ContentLine line) => CalendarText.ReadTime(line.Value, Find(line.Parameter("TZID")));

    private DateTimeZone? Find(string? id)
    {
        if (string.IsNullOrWhiteSpace(id) || Name(id) is not { Length: <= MostName } name) return null;
        if (_known.TryGetValue(name, out var zone)) return zone;
        if (_known.Count >= MostZones) return null;
        return _known[name] = Named(name) ?? Told(name) ?? ByPlace(name) ?? ByOffset(name);
    }

    private static string Name(string id) => id.Trim().Trim('"', '\'').Trim();

    // "/citadel.org/20250101_1/Europe/Vienna", "tzone://Microsoft/Utc": what stands last is the name.
    private static DateTimeZone? Named(string name)
    {
        var parts = name.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var last = Math.Min(3, parts.Length); last >= 1; last--)
        {
            var end = string.Join('/', parts[^last..]);
            if (ZoneRules.Canonical(end) is { } id) return ZoneRules.Of(id);
        }
        return Windows.TryGetValue(name, out var iana) ? ZoneRules.Of(iana) : null;
    }

    private DateTimeZone? Told(string name)
    {
        if (!_told.TryGetValue(name, out var part)) return null;
        return part["X-LIC-LOCATION"] is { } place && Named(Name(place.Text)) is { } named
            ? named
            : ObservedZone.Of(name, part, _budget);
    }

    // "(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna".
    private static DateTimeZone? ByPlace(string name)
    {
        var shown = Shown().Match(name);
        if (!shown.Success) return null;
        var offset = OffsetOf(shown);
        return shown.Groups["places"].Value.Split(',')
            .SelectMany(place => ZoneRules.WithPlace(place.Trim())).Select(ZoneRules.Of)
            .FirstOrDefault(zone => zone.GetZoneInterval(MidWinter).StandardOffset == offset);
    }

    private static readonly Instant MidWinter = Instant.FromUtc(2026, 1, 15, 12, 0);

    private static DateTimeZone? ByOffset(string name) =>
        Shown().Match(name) is { Success: true } shown ? DateTimeZone.ForOffset(OffsetOf(shown)) : null;

    private static Offset OffsetOf(Match shown)
    {
        var minutes = (Number(shown.Groups["h"]) * 60) + Number(shown.Groups["m"]);
        return Offset.FromSeconds((shown.Groups["sign"].Value == "-" ? -60 : 60) * Math.Min(minutes, 14 * 60));
    }

    private static int Number(Group digits) =>
        digits.Success ? int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^\(?(?:UTC|GMT)(?:(?<sign>[+-])(?<h>[0-9]{1,2})[:.]?(?<m>[0-9]{2})?)?\)?(?:\s+(?<places>.{1,150}))?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Shown();
}
