using System.Globalization;
using MeetingBot.Conversations;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Meetings.Dates;

/// <summary>What is asked where a typed time is none for a meeting, or may be several.</summary>
internal static class DateQuestions
{
    private const int MostQuoted = 60;
    private const int MostCandidates = 4;

    /// <param name="command">How the answer is typed.</param>
    public static Refusal About(TimeReading reading, string typed, Turn turn, string command = "/meeting on")
    {
        var quoted = Phrases.Shorten(typed, MostQuoted);
        return (reading.Kind, reading.Reason) switch
        {
            (TimeReadingKind.Date, _) => AtWhatTime(Local(reading.Start!.Value, reading.Zone).Date, turn, command),
            (TimeReadingKind.Range, _) => new(
                $"\"{quoted}\" is several days. A meeting has one time, for example: {command} Friday at 15:00"),
            (TimeReadingKind.Question, _) when reading.Candidates.Length > 0 => Choice(reading, quoted, turn, command),
            (_, TimeReason.Past or TimeReason.TimePassed) => new(
                $"\"{quoted}\" has passed. For example: {command} Friday at 15:00"),
            (_, TimeReason.DstGap) => new(
                $"At \"{quoted}\" clocks are set forward: there is no such time. For example: {command} Friday at "
                    + "15:00"),
            (_, TimeReason.NoSuchDate or TimeReason.NoSuchTime) => new(
                $"There is no such time as \"{quoted}\". For example: {command} Friday at 15:00"),
            (_, TimeReason.UnknownZone) => new(
                $"I know no such time zone as in \"{quoted}\". For example: {command} Friday at 15:00 Europe/Vienna"),
            (_, TimeReason.EndBeforeStart) => new(
                $"\"{quoted}\" ends before it begins. For example: {command} Friday 15:00-16:30"),
            (_, TimeReason.Recurring) => new(
                "That comes again and again. For example: /meeting every second Tuesday at 15:00"),
            _ => new($"I can't read \"{quoted}\" as one time. For example: {command} Friday at 15:00"),
        };
    }

    /// <summary>What is not to be overlooked about the time that was taken; null for nothing.</summary>
    public static string? Remark(TimeReading reading, Turn turn) =>
        reading.Warnings.Contains(TimeWarning.CetInSummer) && reading.Literal is { } literal
            ? $"I took the time as it is on clocks then; by the letter it would be "
                + $"{Said(literal.Start, reading.Zone, turn)}."
            : null;

    private static Refusal AtWhatTime(LocalDate day, Turn turn, string command) => new(
        $"At what time on {Phrases.Day(day, turn.Today)}? For example: {command} {Written(day)} at 15:00");

    private static Refusal Choice(TimeReading reading, string quoted, Turn turn, string command)
    {
        var candidates = reading.Candidates.Take(MostCandidates).ToList();
        var said = candidates.Select(candidate => candidate.WholeDay
            ? Phrases.Day(Local(candidate.Start, reading.Zone).Date, turn.Today)
            : Said(candidate.Start, reading.Zone, turn));
        var first = Local(candidates[0].Start, reading.Zone);
        var time = candidates[0].WholeDay ? "15:00" : Clock(first);
        return new Refusal(
            $"\"{quoted}\" may be {string.Join(" or ", said)}. Say which, for example: {command} "
                + $"{Written(first.Date)} at {time}");
    }

    private static string Said(Instant at, DateTimeZone zone, Turn turn)
    {
        var local = Local(at, zone);
        return $"{Phrases.Day(local.Date, turn.Today)} at {Clock(local)} ({zone.Id})";
    }

    private static LocalDateTime Local(Instant at, DateTimeZone zone) => at.InZone(zone).LocalDateTime;

    private static string Clock(LocalDateTime at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Written(LocalDate day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
