using System.Globalization;
using MeetingBot.Calendars;
using MeetingBot.Conversations;
using MeetingBot.Tables;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Meetings.Dates;

/// <summary>Settles by which rule the group meets.</summary>
/// <param name="Phrase">What stands behind "every", as typed.</param>
/// <param name="Length">How long, where that was typed.</param>
public sealed record SetMeetingSeries(string Phrase, Duration? Length) : Command
{
    private const int MostPhrase = 200;
    private const int MostTried = 3;
    private const string Command = "/meeting every second Tuesday";

    public static CommandForm Form { get; } = new(
        "meeting every", "<how often> at <time> [for <length>]", "/meeting every second Tuesday at 15:00",
        "settles by which rule the group meets", Read)
    {
        Aliases = ["meet every", "we meet every", "meetings every"],
        Audience = Audience.Runners,
    };

    public override Reads Reads(Turn turn) => PlanMeeting.Reads;

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var meeting = turn.CurrentMeeting();
        if (!turn.MayRun(meeting)) return MeetingRefusals.RunnersOnly(turn, meeting);
        if (RecurrencePhrases.Read(Phrase) is not { } phrase) return NotRead(Phrase);

        var reading = First(phrase, turn);
        if (reading is not { Kind: TimeReadingKind.Slot, Start: { } at })
            return DateQuestions.About(reading, phrase.Rest.Trim(), turn, Command) is var refusal
                && reading.Kind is TimeReadingKind.Date
                    ? new Refusal($"At what time? For example: {Command} at 15:00")
                    : refusal;

        var length = Length ?? (reading.End is { } end ? end - at : null);
        if (length <= Duration.Zero || length > PlannedStart.MostLength) return DateRefusals.Length;
        var before = meeting.Series;
        var series = new MeetingSeries(
            before?.Id ?? turn.Id, RecurrenceText.Write(phrase.Rule), at.InZone(reading.Zone).LocalDateTime,
            reading.Zone.Id, length ?? before?.Length, before?.Place, before is null ? 0 : before.Sequence + 1);
        // One set by hand would be a second meeting beside those of the rule.
        var own = meeting.DateSet() is { Cancelled: false } set && !set.IsOver(turn.Now) ? set : null;
        var changed = (own is null ? meeting : meeting.With(own with { Cancelled = true, Sequence = own.Sequence + 1 }))
            with { Series = series };
        var was = own is null || own.At == at ? "" : $" It was on {own.Said(turn.Today)}: that date is called off.";
        return PlanMeeting.Planned(changed, changed.Coming(turn.Now)!, Told(series, phrase) + was, turn, rows);
    }

    // The first day by the rule on which the time is not past.
    private static TimeReading First(RecurrencePhrase phrase, Turn turn)
    {
        TimeReading? read = null;
        foreach (var day in phrase.Rule.DaysFrom(turn.Today).Take(MostTried))
        {
            var date = day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
            read = TimePhrases.Read($"{date} {phrase.Rest.Trim()}", turn.Now, turn.Group.TimeZone);
            if (read.Reason is not (TimeReason.Past or TimeReason.TimePassed) && !(read.Start <= turn.Now)) break;
        }
        return read!;
    }

    private static string Told(MeetingSeries series, RecurrencePhrase phrase)
    {
        var told = $"The group meets {SeriesWords.Of(series)}.";
        if (!phrase.OrOfTheMonth) return told;
        var time = series.First.ToString("HH:mm", CultureInfo.InvariantCulture);
        return $"{told} If one of each month is meant: /meeting every {Ordinal(phrase)} {phrase.Rule.ByDay[0].Day} of the "
            + $"month at {time}";
    }

    private static string Ordinal(RecurrencePhrase phrase) => phrase.Rule.Interval switch
    {
        2 => "second",
        3 => "third",
        4 => "fourth",
        _ => "fifth",
    };

    private static Refusal NotRead(string typed) => new(
        $"I can't read how often \"{Phrases.Shorten(typed, 60)}\" is. For example: {Command} at 15:00, or /meeting "
            + "every first Monday of the month at 10:00");

    private static ParsedCommand Read(CommandInput input)
    {
        var (phrase, length) = MeetingLengths.Take(input.Text);
        if (phrase.Length is 0 or > MostPhrase) return ParsedCommand.Wrong("How often, and at what time?");
        // "We meet every week, more or less" between people is talk.
        return input.MayBeTalk && !(RecurrencePhrases.Read(phrase) is { } read && IsTime(read.Rest))
            ? ParsedCommand.Wrong("How often, and at what time?")
            : new SetMeetingSeries(phrase, length);
    }

    private static bool IsTime(string rest) =>
        rest.TrimStart(' ', ',') is { Length: > 0 } time
        && (char.IsAsciiDigit(time[0]) || time.StartsWith("at ", StringComparison.Ordinal)
            || time.StartsWith("from ", StringComparison.Ordinal))
        && time.Any(char.IsAsciiDigit);
}
