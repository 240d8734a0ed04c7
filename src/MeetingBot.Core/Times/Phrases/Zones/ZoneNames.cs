using NodaTime;

namespace MeetingBot.Times;

/// <summary>
/// The abbreviations that people write, and their own table of what they mean: neither the machine's zones nor the
/// database's links of that name, which follow summer time or don't as history had it.
/// </summary>
internal static class ZoneNames
{
    // name, zone, offset from UTC in minutes, how it is read. "word" is one of a language too: only in capitals, and
    // right behind a time.
    private const string Table = """
        CET   Europe/Zurich       60 standard
        MEZ   Europe/Zurich       60 standard
        HEC   Europe/Zurich       60 standard word
        CEST  Europe/Zurich      120 summer
        MESZ  Europe/Zurich      120 summer
        MET   Europe/Zurich       60 standard word
        MEST  Europe/Zurich      120 summer
        HAEC  Europe/Zurich      120 summer
        BST   Europe/London       60 summer
        WET   Europe/Lisbon        0 standard word
        WEST  Europe/Lisbon       60 summer word
        EET   Europe/Athens      120 standard
        EEST  Europe/Athens      180 summer
        OEZ   Europe/Athens      120 standard
        OESZ  Europe/Athens      180 summer
        MSK   Europe/Moscow      180 standard
        TRT   Europe/Istanbul    180 standard
        EST   America/New_York  -300 standard word
        EDT   America/New_York  -240 summer
        CST   America/Chicago   -360 standard
        CDT   America/Chicago   -300 summer
        MST   America/Denver    -420 standard
        MDT   America/Denver    -360 summer
        PST   America/Los_Angeles -480 standard
        PDT   America/Los_Angeles -420 summer
        AKST  America/Anchorage -540 standard
        AKDT  America/Anchorage -480 summer
        AST   America/Halifax   -240 standard word
        ADT   America/Halifax   -180 summer word
        NST   America/St_Johns  -210 standard
        NDT   America/St_Johns  -150 summer
        HST   Pacific/Honolulu  -600 standard word
        BRT   America/Sao_Paulo -180 standard
        ART   America/Argentina/Buenos_Aires -180 standard word
        IDT   Asia/Jerusalem     180 summer
        SAST  Africa/Johannesburg 120 standard
        CAT   Africa/Maputo      120 standard word
        EAT   Africa/Nairobi     180 standard word
        WAT   Africa/Lagos        60 standard word
        PKT   Asia/Karachi       300 standard
        ICT   Asia/Bangkok       420 standard word
        SGT   Asia/Singapore     480 standard
        HKT   Asia/Hong_Kong     480 standard
        JST   Asia/Tokyo         540 standard
        KST   Asia/Seoul         540 standard
        AWST  Australia/Perth    480 standard
        ACST  Australia/Adelaide 570 standard
        ACDT  Australia/Adelaide 630 summer
        AEST  Australia/Sydney   600 standard
        AEDT  Australia/Sydney   660 summer
        NZST  Pacific/Auckland   720 standard
        NZDT  Pacific/Auckland   780 summer
        IST   Asia/Kolkata       330 standard word
        IST   Asia/Jerusalem     120 standard word
        IST   Europe/Dublin       60 summer word
        ET    America/New_York     0 place word
        CT    America/Chicago      0 place word
        MT    America/Denver       0 place word
        PT    America/Los_Angeles  0 place word
        UTC   UTC                  0 fixed
        GMT   Europe/London        0 standard
        UT    UTC                  0 fixed word
        Z     UTC                  0 fixed word
        ZULU  UTC                  0 fixed word
        """;

    private static readonly Dictionary<string, Line[]> ByName = Table
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .Select(cells => new Line(
            cells[0], ZoneRules.Of(cells[1]),
            Offset.FromSeconds(60 * int.Parse(cells[2], System.Globalization.CultureInfo.InvariantCulture)),
            cells[3], cells.Length > 4))
        .GroupBy(line => line.Name)
        .ToDictionary(group => group.Key, group => group.ToArray());

    /// <summary>The zone of that name, or null.</summary>
    /// <param name="typed">In capitals; in other letters only what is no word besides.</param>
    /// <param name="behindTime">It stands right behind a time.</param>
    /// <param name="last">Nothing follows it, so that it is no word of a sentence.</param>
    public static ZoneMention? Find(string typed, bool behindTime, bool last = false)
    {
        if (typed.Length > 4 || !ByName.TryGetValue(typed.ToUpperInvariant(), out var lines)) return null;
        var capitals = typed.All(char.IsAsciiLetterUpper);
        if ((lines[0].IsWord && !((capitals || last) && behindTime)) || !(capitals || behindTime)) return null;
        return lines.Length > 1
            ? new ZoneMention.Ambiguous(lines[0].Name, [.. lines.Select(line => line.Seasonal)])
            : lines[0].Mention;
    }

    private sealed record Line(string Name, DateTimeZone Zone, Offset Offset, string How, bool IsWord)
    {
        public ZoneMention.Seasonal Seasonal => new(Name, Zone, Offset, How == "summer");

        public ZoneMention Mention => How switch
        {
            "fixed" => new ZoneMention.Fixed(Offset),
            "place" => new ZoneMention.Place(Zone),
            _ => Seasonal,
        };
    }
}
