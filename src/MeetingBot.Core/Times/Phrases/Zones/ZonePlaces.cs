using System.Collections.Frozen;
using NodaTime;
using NodaTime.TimeZones;

namespace MeetingBot.Times;

/// <summary>
/// Places whose clock people name: the cities and the one-zone countries of the zone database, and some that it does
/// not list.
/// </summary>
internal static class ZonePlaces
{
    /// <summary>Most words of a name.</summary>
    public const int MostWords = 4;

    private const string Others = """
        Europe/Zurich: geneva, geneve, genf, genfer, cern, swiss, zurcher, bern, basel, lausanne, meyrin, suisse
        Europe/Zurich: schweizer, central european, mitteleuropaische, europe centrale
        Europe/London: uk, u.k., british, britain, england, english, oxford, cambridge, manchester, edinburgh, glasgow
        Europe/London: liverpool, ral, didcot, londres, londoner
        Europe/Dublin: irish, ireland
        Europe/Paris: french, lyon, grenoble, marseille, annecy, francaise, pariser
        Europe/Berlin: german, hamburg, munich, munchen, frankfurt, karlsruhe, heidelberg, bonn, berliner, allemagne
        Europe/Berlin: deutsche, desy
        Europe/Rome: italian, milan, bologna, italy, turin, pisa
        Europe/Madrid: spanish, barcelona, spain
        Europe/Amsterdam: dutch, nikhef, utrecht, eindhoven
        Europe/Vienna: viennese, austrian, wien, vienne, wiener
        Europe/Warsaw: krakow, cracow, polish
        Europe/Athens: eastern european, greek
        Europe/Lisbon: western european, lisboa
        America/New_York: us eastern, eastern, us east coast, east coast, boston, washington, philadelphia, brookhaven
        America/New_York: bnl, nyc, princeton
        America/Chicago: us central, central, fermilab, fnal, texas, houston, dallas
        America/Denver: us mountain, mountain, boulder
        America/Los_Angeles: us pacific, pacific, us west coast, west coast, california, san francisco, seattle, slac
        America/Los_Angeles: stanford, berkeley, la
        America/Toronto: montreal, ottawa
        Asia/Tokyo: japanese, kek, tsukuba, japan
        Asia/Shanghai: beijing, peking, chinese, china
        Asia/Kolkata: indian, mumbai, delhi, new delhi, bangalore, chennai, india
        Asia/Jerusalem: israeli, tel aviv
        Asia/Seoul: korean
        Asia/Taipei: taiwan
        Australia/Sydney: canberra, australian eastern, aus eastern
        UTC: universal, coordinated universal, zulu
        """;

    private static readonly Lazy<FrozenDictionary<string, string>> ByName = new(Collect);

    /// <summary>The zone of a place, by the keys of its words joined with spaces; null for no place that is
    /// known.</summary>
    public static DateTimeZone? Find(string name) =>
        ByName.Value.TryGetValue(name, out var zone) ? ZoneRules.Of(zone) : null;

    private static FrozenDictionary<string, string> Collect()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Others.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            foreach (var name in line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries))
                names.TryAdd(Key(name), line[..colon]);
        }
        var places = (TzdbDateTimeZoneSource.Default.ZoneLocations ?? []).ToList();
        foreach (var place in places) names.TryAdd(Key(place.ZoneId.Split('/')[^1].Replace('_', ' ')), place.ZoneId);
        foreach (var country in places.GroupBy(place => place.CountryName).Where(country => country.Count() == 1))
            names.TryAdd(Key(country.Key), country.Single().ZoneId);
        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string Key(string name) => string.Join(' ', Tokens.Of(name).Select(token => token.Key));
}
