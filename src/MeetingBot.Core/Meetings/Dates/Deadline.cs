using System.Globalization;
using System.Text.RegularExpressions;
using MeetingBot.Conversations;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Meetings.Dates;

/// <summary>A deadline as it was read from words, or why it can't be.</summary>
/// <param name="Wall">The clock on the wall that was told; null where it was a length.</param>
internal sealed partial record Deadline(Instant? At, Refusal? Problem = null, WallDeadline? Wall = null)
{
    private static readonly Duration Furthest = Duration.FromDays(366);

    private static Refusal Past { get; } = new("That is past already. For example: until Wednesday noon");

    /// <summary>The words without what introduces them: <c>until Friday</c>, <c>by noon</c>.</summary>
    public static string Bare(string typed) => Introduced().Replace(typed, "").Trim();

    /// <summary>Reads a time, a day (which ends it) or a length (which it lasts from now).</summary>
    /// <param name="after">The deadline of before, on which a length goes on.</param>
    public static Deadline Read(string typed, Turn turn, Instant? after = null)
    {
        var text = Bare(typed);
        if (Lengths.Parse(Ahead().Replace(text, "")) is { } length)
            return Checked((after > turn.Now ? after.Value : turn.Now) + length, turn);
        var reading = TimePhrases.Read(text, turn.Now, turn.Group.TimeZone);
        return reading.Kind switch
        {
            TimeReadingKind.Slot => OnWall(reading.Start!.Value, reading.Zone, turn),
            TimeReadingKind.Date or TimeReadingKind.Range => OnWall(reading.End!.Value, reading.Zone, turn),
            TimeReadingKind.Question when reading.Candidates.Length > 0 =>
                new Deadline(null, Choice(text, reading)),
            _ when reading.Reason is TimeReason.Past or TimeReason.TimePassed =>
                new Deadline(null, Past),
            _ => new Deadline(null, new Refusal(
                $"I can't read \"{Phrases.Shorten(text, 60)}\" as a time. "
                    + $"{TimeWords.Say(reading.Reason ?? TimeReason.NoTime)} For example: until Wednesday noon")),
        };
    }

    private static Refusal Choice(string text, TimeReading reading) => new(
        $"\"{Phrases.Shorten(text, 60)}\" may be "
            + string.Join(" or ", reading.Candidates.Take(4).Select(time => TimeWords.Say(time, reading.Zone)))
            + $". Say which. For example: until {Written(reading)}");

    private static string Written(TimeReading reading)
    {
        var first = reading.Candidates[0];
        return first.Start.InZone(reading.Zone).ToString(
            first.WholeDay ? "uuuu-MM-dd" : "uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    private static Deadline OnWall(Instant at, DateTimeZone zone, Turn turn) =>
        Checked(at, turn) is { Problem: null } read
            ? read with { Wall = new WallDeadline(at.InZone(zone).LocalDateTime, zone.Id) }
            : Checked(at, turn);

    private static Deadline Checked(Instant at, Turn turn) =>
        at <= turn.Now ? new Deadline(null, Past)
        : at > turn.Now + Furthest ? new Deadline(null, new Refusal("It may be open for up to a year."))
        : new Deadline(at);

    [GeneratedRegex(@"^\s{0,3}(?:until|till|by|closes?|before|to)\b\s{0,3}:?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Introduced();

    [GeneratedRegex(@"^(?:in|for|by)\s+|^\+\s{0,3}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ahead();
}
