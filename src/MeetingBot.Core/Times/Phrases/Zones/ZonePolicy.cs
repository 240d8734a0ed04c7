using System.Collections.Immutable;
using NodaTime;
using NodaTime.TimeZones;

namespace MeetingBot.Times;

/// <summary>
/// What a wall clock time means in a zone as it was named. CET in July is the clock on the wall of Geneva, with a
/// warning; every other name that does not fit the season, a gap and an overlap are asked about.
/// </summary>
internal static class ZonePolicy
{
    // Names that people around CERN write the year round.
    private static readonly ImmutableArray<string> YearRound = ["CET", "MEZ", "MET", "HEC"];

    /// <summary>The instants that may be meant, best first.</summary>
    public static ZoneTime At(LocalDateTime local, ZoneMention? mention, DateTimeZone reference) => mention switch
    {
        ZoneMention.Fixed fixedTo =>
            ZoneTime.Of(fixedTo.Offset == Offset.Zero ? DateTimeZone.Utc : reference, Literal(local, fixedTo.Offset)),
        ZoneMention.Place place => OnWall(local, place.Zone, null),
        ZoneMention.Seasonal named => Seasonal(local, named, reference),
        ZoneMention.Ambiguous many => Ambiguous(local, many, reference),
        ZoneMention.Unknown => OnWall(local, reference, null) with { Question = TimeReason.UnknownZone },
        _ => OnWall(local, reference, null),
    };

    private static ZoneTime Seasonal(LocalDateTime local, ZoneMention.Seasonal named, DateTimeZone reference)
    {
        if (named.Name == "GMT" && !Uses(reference, local, "GMT"))
            return ZoneTime.Of(DateTimeZone.Utc, Literal(local, Offset.Zero));
        // In Sydney "EST" is as well their own.
        if (Uses(reference, local, "A" + named.Name) && !Uses(reference, local, named.Name))
            return new ZoneTime(
                reference,
                [.. OnWall(local, reference, null).Readings, .. OnWall(local, named.Zone, null).Readings],
                TimeReason.AmbiguousZone);
        if (!YearRound.Contains(named.Name) && Named(reference, local, named.Name) is { } own)
            named = named with { Zone = reference, Offset = own.WallOffset };
        var zone = named.Zone;
        var wall = OnWall(local, zone, named.Offset);
        if (wall.Question is not null || wall.Readings[0].Offset == named.Offset) return wall;
        var literal = Literal(local, named.Offset);
        return YearRound.Contains(named.Name)
            ? wall with { Warning = TimeWarning.CetInSummer, Literal = literal }
            : wall with
            {
                Readings = [.. wall.Readings, literal],
                Question = named.Summer ? TimeReason.SummerNameInWinter : TimeReason.StdNameInSummer,
            };
    }

    private static ZoneTime Ambiguous(LocalDateTime local, ZoneMention.Ambiguous many, DateTimeZone reference) =>
        many.Meanings.FirstOrDefault(meaning => Uses(reference, local, meaning.Name)) is { } own
            ? Seasonal(local, own, reference)
            : new ZoneTime(
                reference, [.. many.Meanings.Select(meaning => Literal(local, meaning.Offset))],
                TimeReason.AmbiguousZone);

    private static ZoneTime OnWall(LocalDateTime local, DateTimeZone zone, Offset? told)
    {
        var map = zone.MapLocal(local);
        return map.Count switch
        {
            1 => ZoneTime.Of(zone, Reading(map.Single())),
            0 => new ZoneTime(zone, [Reading(Resolvers.ReturnForwardShifted(local, zone, map.EarlyInterval,
                map.LateInterval))], TimeReason.DstGap),
            _ when map.First().Offset == told => ZoneTime.Of(zone, Reading(map.First())),
            _ when map.Last().Offset == told => ZoneTime.Of(zone, Reading(map.Last())),
            _ => new ZoneTime(zone, [Reading(map.First()), Reading(map.Last())], TimeReason.DstOverlap),
        };
    }

    /// <summary>When it ends, told as the start was read: by the same clock.</summary>
    public static ImmutableArray<ZoneReading> EndAt(LocalDateTime local, DateTimeZone zone, ZoneReading start)
    {
        if (start.IsLiteral) return [Literal(local, start.Offset)];
        var map = zone.MapLocal(local);
        return map.Count switch
        {
            1 => [Reading(map.Single())],
            0 => [Reading(Resolvers.ReturnForwardShifted(local, zone, map.EarlyInterval, map.LateInterval))],
            _ => [Reading(map.First()), Reading(map.Last())],
        };
    }

    private static bool Uses(DateTimeZone zone, LocalDateTime local, string name) =>
        Named(zone, local, name) is not null;

    private static ZoneInterval? Named(DateTimeZone zone, LocalDateTime local, string name) =>
        Intervals(zone, local).FirstOrDefault(interval => interval.Name == name);

    // Half a year before and after, so that both halves of the year are seen.
    private static IEnumerable<ZoneInterval> Intervals(DateTimeZone zone, LocalDateTime local)
    {
        var at = local.InZoneLeniently(zone).ToInstant();
        return new[] { Duration.Zero, Duration.FromDays(183), Duration.FromDays(-183) }
            .Select(away => zone.GetZoneInterval(at + away));
    }

    private static ZoneReading Literal(LocalDateTime local, Offset offset) =>
        new(local.WithOffset(offset).ToInstant(), offset, IsLiteral: true);

    private static ZoneReading Reading(ZonedDateTime at) => new(at.ToInstant(), at.Offset, IsLiteral: false);
}

/// <summary>One instant that a wall clock time may mean.</summary>
/// <param name="IsLiteral">Told by a distance to UTC, not by the clock on a wall.</param>
internal readonly record struct ZoneReading(Instant At, Offset Offset, bool IsLiteral);

/// <summary>What a wall clock time means in a zone as it was named.</summary>
/// <param name="Zone">Whose wall clock was meant.</param>
/// <param name="Readings">Best first; several only with a question.</param>
internal sealed record ZoneTime(
    DateTimeZone Zone, ImmutableArray<ZoneReading> Readings, TimeReason? Question = null)
{
    public TimeWarning? Warning { get; init; }

    /// <summary>What the words say literally, where that is another instant.</summary>
    public ZoneReading? Literal { get; init; }

    /// <summary>Every instant that is thought of.</summary>
    public IEnumerable<ZoneReading> All => Literal is { } literal ? Readings.Append(literal) : Readings;

    public static ZoneTime Of(DateTimeZone zone, ZoneReading reading) => new(zone, [reading]);
}
