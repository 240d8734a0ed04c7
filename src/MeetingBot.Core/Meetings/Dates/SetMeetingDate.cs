using MeetingBot.Conversations;
using MeetingBot.Meetings.Busy;
using MeetingBot.Tables;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Meetings.Dates;

/// <summary>Sets or moves the date of the coming meeting by hand.</summary>
/// <param name="Phrase">The time as typed.</param>
/// <param name="Length">How long, where that was typed.</param>
public sealed record SetMeetingDate(string Phrase, Duration? Length) : Command
{
    private const int MostPhrase = 200;

    /// <summary>Where, told with it; null where it stays as it was.</summary>
    public string? Place { get; init; }

    /// <summary>What the meeting is called, where nobody has said yet.</summary>
    public string? Title { get; init; }

    // Whether words tell a time at all is the same at any moment.
    private static readonly Instant AnyTime = Instant.FromUtc(2026, 1, 7, 12, 0);

    public static CommandForm Form { get; } = new(
        "meeting on", "<time> [for <length>]", "/meeting on Friday at 15:00 for 90 min",
        "sets or moves the date of the next meeting", Read)
    {
        Aliases =
        [
            "meeting at", "next meeting on", "move meeting to", "move the meeting to", "meeting move to", "meeting date",
            "meeting schedule", "schedule meeting", "schedule the meeting", "meeting reschedule", "meeting reschedule to",
            "reschedule meeting to", "reschedule the meeting to",
        ],
        Audience = Audience.Runners,
    };

    public override Reads Reads(Turn turn) => PlanMeeting.Reads.And(BusyMembers.Reads);

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var meeting = turn.CurrentMeeting();
        if (!turn.MayRun(meeting)) return MeetingRefusals.RunnersOnly(turn, meeting);
        var reading = TimePhrases.Read(Phrase, turn.Now, turn.Group.TimeZone);
        if (reading is not { Kind: TimeReadingKind.Slot, Start: { } start })
            return DateQuestions.About(reading, Phrase, turn);
        var length = Length ?? (reading.End is { } end ? end - start : null);
        var planned = PlanMeeting.On(new PlannedSlot(start, reading.Zone.Id, length, Place, Title), turn, rows);
        var warning = planned.Changes.IsEmpty ? null : Warning(start, length, turn, rows);
        return (DateQuestions.Remark(reading, turn) is { } remark && !planned.Refused
            ? planned with { Tell = remark }
            : planned).Warned(warning, turn);
    }

    private static string? Warning(Instant start, Duration? length, Turn turn, RowSet rows)
    {
        var end = start + (length ?? turn.CurrentMeeting().Coming(turn.Now)?.Length ?? PlannedStart.UsualLength);
        return BusyMembers.From(rows).Warning([(Phrases.Day(start.InZone(turn.Group.TimeZone).Date, turn.Today)
            + $" {Phrases.Time(start, turn.Group.TimeZone)}–{Phrases.Time(end, turn.Group.TimeZone)}", start, end)]);
    }

    private static ParsedCommand Read(CommandInput input)
    {
        var (phrase, length) = MeetingLengths.Take(input.Field("time") ?? input.Text);
        if (phrase.Length is 0 or > MostPhrase)
            return ParsedCommand.Wrong("When is the meeting?");
        // "Meeting on tokens went well" between people is talk, and "meeting date Friday does not suit me".
        return input.MayBeTalk && !TimePhrases.IsOnlyTime(phrase)
            ? ParsedCommand.Wrong("When is the meeting?")
            : new SetMeetingDate(phrase, length);
    }

    /// <summary>Whether that tells a time, or may.</summary>
    internal static bool MayBeTime(string phrase) => TimePhrases.Read(phrase, AnyTime, DateTimeZone.Utc).Kind
        is TimeReadingKind.Slot or TimeReadingKind.Date or TimeReadingKind.Question;
}
