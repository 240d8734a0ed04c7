using NodaTime;
using NodaTime.TimeZones;

namespace MeetingBot.Times;

/// <summary>The time zone rules that the bot brings along; never the machine's.</summary>
public static class ZoneRules
{
    // Not frozen: that takes ten milliseconds of the start of every process.
    private static readonly Dictionary<string, string> Spelling =
        DateTimeZoneProviders.Tzdb.Ids.ToDictionary(id => id, StringComparer.OrdinalIgnoreCase);

    private static readonly int Longest = Spelling.Keys.Max(id => id.Length);

    /// <summary>A zone to choose from for each place whose clocks are its own, in order.</summary>
    public static IReadOnlyList<string> Choices { get; } =
    [
        .. (TzdbDateTimeZoneSource.Default.ZoneLocations ?? []).Select(place => place.ZoneId).Append("Etc/UTC")
            .Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>Version of the rules, such as <c>TZDB: 2026f (mapping: …)</c>.</summary>
    public static string Version => DateTimeZoneProviders.Tzdb.VersionId;

    /// <summary>The IANA name as it is spelt, whatever the case it was typed in; null for no zone.</summary>
    public static string? Canonical(string typed) => Spelling.GetValueOrDefault(Written(typed));

    /// <summary>
    /// The rules of a zone that is kept under its IANA name; UTC for one that the rules no longer know.
    /// </summary>
    public static DateTimeZone Of(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? DateTimeZone.Utc;

    /// <summary>Zones whose place has the typed name: <c>Zurich</c> for <c>Europe/Zurich</c>.</summary>
    public static IReadOnlyList<string> WithPlace(string typed)
    {
        var place = "/" + Written(typed);
        return place.Length > Longest
            ? []
            : [.. DateTimeZoneProviders.Tzdb.Ids.Where(id => id.EndsWith(place, StringComparison.OrdinalIgnoreCase)).Take(5)];
    }

    // What is longer than any name is none, and need not be gone through.
    private static string Written(string typed) =>
        typed.AsSpan().Trim() is { Length: var length } written && length <= Longest
            ? written.ToString().Replace(' ', '_')
            : typed;
}
