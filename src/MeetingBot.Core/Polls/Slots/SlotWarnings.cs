using MeetingBot.Conversations;
using MeetingBot.Meetings.Busy;
using MeetingBot.Meetings.Dates;
using MeetingBot.Tables;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Polls.Slots;

/// <summary>What is to be seen about the times of a poll before one answers.</summary>
internal static class SlotWarnings
{
    private const int FirstHour = 7;
    private const int LastHour = 21;
    private const int Most = 8;

    public static IEnumerable<string> Of(Poll poll, Turn turn) => poll.Kind is PollKind.Times && poll.Open
        ? All(poll, turn).Take(Most)
        : [];

    /// <summary>
    /// For how many members the times are bad by what they told of their calendars, for who asks alone; null for none.
    /// A whole day leaves room for whatever is on it.
    /// </summary>
    public static string? OfBusy(IEnumerable<PollOption> options, RowSet rows) => BusyMembers.From(rows).Warning(
        options.Where(option => option.Slot is { WholeDay: false })
            .Select(option => (option.Text, option.Slot!.Start, option.Slot.End)));

    private static IEnumerable<string> All(Poll poll, Turn turn)
    {
        foreach (var option in poll.Options)
            if (option.Slot?.Warning is { } written) yield return written;
        if (Past(poll, turn.Now) is { Count: > 0 } past) yield return $"Past: {string.Join(", ", past)}.";
        if (Weekend(poll) is { Count: > 0 } weekend) yield return $"On a weekend: {string.Join(", ", weekend)}.";
        foreach (var zone in Zones(poll, turn))
        {
            if (Straddled(poll, zone) is { } change) yield return change;
            if (AtNight(poll, zone, turn.Now) is { Count: > 0 } night)
                yield return $"At night in {zone}: {string.Join(", ", night)}.";
        }
    }

    // The same clock on the wall is another time elsewhere before and after: what looks like a mistake is none.
    private static string? Straddled(Poll poll, string zone)
    {
        var rules = ZoneRules.Of(zone);
        var timed = poll.Options.Where(option => option.Slot is { WholeDay: false })
            .OrderBy(option => option.Slot!.Start).ToList();
        for (var next = 1; next < timed.Count; next++)
        {
            var (before, after) = (rules.GetZoneInterval(timed[next - 1].Slot!.Start),
                rules.GetZoneInterval(timed[next].Slot!.Start));
            if (before.WallOffset == after.WallOffset || !after.HasStart) continue;
            return $"The clocks in {zone} change on {Phrases.Day(after.IsoLocalStart.Date)}, between these options: "
                + $"from {timed[next].Text} on they are {Hours(after.WallOffset - before.WallOffset)}.";
        }
        return null;
    }

    private static string Hours(Offset change) =>
        $"{Phrases.Length(Duration.FromSeconds(Math.Abs(change.Seconds)))} {(change > Offset.Zero ? "ahead" : "back")}";

    private static List<string> AtNight(Poll poll, string zone, Instant now) =>
        [.. poll.Options
            .Where(option => option.Slot is { WholeDay: false } slot && slot.Start > now && IsNight(slot, zone))
            .Select(option => zone == poll.Zone ? option.Text : SlotWords.In(option.Slot!, zone, now))];

    private static bool IsNight(Slot slot, string zone)
    {
        var (start, end) = (slot.Start.InZone(ZoneRules.Of(zone)), slot.End.InZone(ZoneRules.Of(zone)));
        return start.Hour < FirstHour || start.Hour >= LastHour
            || end.Date > start.Date || end.TimeOfDay > new LocalTime(LastHour + 1, 0);
    }

    private static List<string> Past(Poll poll, Instant now) =>
        [.. poll.Options.Where(option => option.Slot is { } slot && slot.End <= now).Select(option => option.Text)];

    private static List<string> Weekend(Poll poll) =>
        [.. poll.Options.Where(option => option.Slot?.Wall.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
            .Select(option => option.Text)];

    // Those of the members when it was opened, and of who reads it.
    private static IEnumerable<string> Zones(Poll poll, Turn turn)
    {
        var known = poll.Zones.IsDefault ? [poll.Zone] : poll.Zones.Prepend(poll.Zone);
        var reader = turn.Actor.Id.Length == 0 ? poll.Zone : Moments.ZoneOf(turn.Actor, turn.Group);
        return known.Append(reader).Distinct();
    }
}
