using NodaTime;

namespace MeetingBot.Times;

/// <summary>
/// Reads zones: <c>CET</c>, <c>UTC+2</c>, <c>Z</c>, <c>+02:00</c>, <c>Geneva time</c>, <c>heure de Genève</c>,
/// <c>Europe/Zurich</c>.
/// </summary>
internal static class ZoneReader
{
    public static Item? Read(TokenLine line, int at, Item? before)
    {
        var behindTime = before is ClockItem or ZoneItem;
        return Iana(line, at) ?? Offset(line, at, before) ?? TimeOf(line, at) ?? PlaceTime(line, at, behindTime)
            ?? Name(line, at, behindTime) ?? Place(line, at, before) ?? StrangeZones.Read(line, at, before);
    }

    private static ZoneItem? Name(TokenLine line, int at, bool behindTime)
    {
        if (!line.Has(at) || line[at].Kind is not TokenKind.Word) return null;
        if (ZoneNames.Find(line[at].Text, behindTime, last: !line.Has(at + 1)
            || line[at + 1].Kind is TokenKind.Sign) is not { } zone) return null;
        if (line[at].Key is not ("utc" or "gmt") || Distance(line, at + 1, glued: false) is not { } distance)
            return new ZoneItem(zone, line.Term(at + 1, TermKind.TimeWord) is { } time && zone is not ZoneMention.Fixed
                ? time.Next : at + 1);
        return new ZoneItem(new ZoneMention.Fixed(distance.Offset), distance.Next);
    }

    // "16:00+02:00", "16:00 +0200".
    private static ZoneItem? Offset(TokenLine line, int at, Item? before) =>
        before is ClockItem { To: null } && Distance(line, at, glued: true) is { } distance
            ? new ZoneItem(new ZoneMention.Fixed(distance.Offset), distance.Next)
            : null;

    private readonly record struct FoundOffset(Offset Offset, int Next);

    private static FoundOffset? Distance(TokenLine line, int at, bool glued)
    {
        if (!(line.Is(at, "+") || line.Is(at, "-")) || !line.Glued(at + 1)) return null;
        var (hours, minutes, next) = (line.Number(at + 1) ?? -1, 0, at + 2);
        if (line.Number(at + 1, 4, 4) is { } compact) (hours, minutes) = (compact / 100, compact % 100);
        else if (line.Is(next, ":") && line.Glued(next) && line.Number(next + 1, 2, 2) is { } told
            && line.Glued(next + 1))
            (minutes, next) = (told, next + 2);
        // "16:00-17" is a range.
        else if (glued) return null;
        if (hours is < 0 or > 14 || minutes is not (0 or 30 or 45)
            || (glued && line.Is(at, "-") && hours > 12)) return null;
        var seconds = 60 * ((60 * hours) + minutes);
        return new(NodaTime.Offset.FromSeconds(line.Is(at, "-") ? -seconds : seconds), next);
    }

    private static ZoneItem? Iana(TokenLine line, int at)
    {
        if (!line.Is(at + 1, "/") || !line.Glued(at + 1)) return null;
        var name = line[at].Text;
        for (var next = at + 1; next < line.Count && line.Glued(next) && next < at + 10; next++)
        {
            name += line[next].Text;
            if (line.Sticks(next + 1) || (line.Is(next + 1, "_") && line.Glued(next + 1))) continue;
            if (ZoneRules.Canonical(name) is { } id)
                return new ZoneItem(new ZoneMention.Place(ZoneRules.Of(id)), next + 1);
        }
        return null;
    }

    private static ZoneItem? TimeOf(TokenLine line, int at)
    {
        if (line.Term(at, TermKind.TimeOf) is not { } of) return null;
        return FindPlace(line, of.Next) is { } place
            ? new ZoneItem(new ZoneMention.Place(place.Zone), place.Next)
            : null;
    }

    private static ZoneItem? PlaceTime(TokenLine line, int at, bool behindTime)
    {
        var start = line.Skip(line.Skip(at, TermKind.In), TermKind.The);
        if (FindPlace(line, start) is { } place && Time(line, place.Next) is { } time)
            return new ZoneItem(new ZoneMention.Place(place.Zone), time);
        // "16:00 Gotham time": whatever that is, it is not ours.
        return behindTime && line.Has(at) && char.IsUpper(line[at].Text[0]) && line.Known(at) is null
            && ZoneNames.Find(line[at].Text, true) is null && line.Term(at + 1, TermKind.TimeWord) is { } unknown
            ? new ZoneItem(new ZoneMention.Unknown(line[at].Text), unknown.Next)
            : null;
    }

    private static int? Time(TokenLine line, int at)
    {
        // "Central European Summer Time".
        var season = line.Is(at, "summer") || line.Is(at, "standard") || line.Is(at, "daylight") ? at + 1 : at;
        return line.Term(season, TermKind.TimeWord)?.Next ?? line.Term(season, TermKind.LocalTime)?.Next;
    }

    // "16:00 (Geneva)", "16:00 London", "16:00 in Geneva".
    private static ZoneItem? Place(TokenLine line, int at, Item? before)
    {
        if (before is not ClockItem clock) return null;
        var start = line.Skip(line.SkipSign(clock.End, "("), TermKind.In);
        return (start == at || clock.End == at) && FindPlace(line, start) is { } place
            && char.IsUpper(line[start].Text[0])
            ? new ZoneItem(new ZoneMention.Place(place.Zone), place.Next)
            : null;
    }

    private readonly record struct FoundPlace(DateTimeZone Zone, int Next);

    private static FoundPlace? FindPlace(TokenLine line, int at)
    {
        for (var words = ZonePlaces.MostWords; words > 0; words--)
        {
            if (!line.Has(at + words - 1) || line[at].Kind is not TokenKind.Word) continue;
            var name = string.Join(' ', Enumerable.Range(at, words).Select(i => line[i].Key));
            if (ZonePlaces.Find(name) is { } zone) return new(zone, at + words);
        }
        return null;
    }
}
