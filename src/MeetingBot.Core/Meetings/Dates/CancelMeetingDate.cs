using MeetingBot.Conversations;

namespace MeetingBot.Meetings.Dates;

/// <summary>Calls the coming meeting off, or ends the rule by which the group meets.</summary>
public sealed record CancelMeetingDate(bool Series) : Command<MeetingState>
{
    public static CommandForm Form { get; } = new(
        "meeting cancel", "[series]", "/meeting cancel", "calls the coming meeting off", Read)
    {
        Aliases =
        [
            "meeting off", "cancel meeting", "cancel the meeting", "call off meeting", "call off the meeting",
            "meeting cancelled", "meeting canceled",
        ],
        Audience = Audience.Runners,
    };

    public override Decision Decide(MeetingState state, Turn turn)
    {
        var meeting = state.Meeting;
        if (!turn.MayRun(meeting)) return MeetingRefusals.RunnersOnly(turn, meeting);
        if (Series) return EndSeries(meeting, turn);
        if (meeting.Coming(turn.Now) is not { } coming) return DateRefusals.NoDate;

        var changed = coming.Occurrence is { } occurrence && coming.SeriesId == meeting.Series?.Id
            ? meeting with { Series = meeting.Series!.With(occurrence, null) }
            : meeting.With(coming with { Cancelled = true, Sequence = coming.Sequence + 1 });
        var next = changed.Coming(turn.Now) is { } after ? $" The next one is on {after.Said(turn.Today)}." : "";
        return Told(changed, $"The meeting of {coming.Said(turn.Today)} is called off.{next}", turn);
    }

    private static Decision EndSeries(Meeting meeting, Turn turn)
    {
        if (meeting.Series is not { EndedAt: null } series) return DateRefusals.NoSeries;
        var ended = series with { EndedAt = turn.Now, Sequence = series.Sequence + 1 };
        var moved = meeting.ComingInSeries(turn.Now) is { } next && next.Local != next.Occurrence
            ? $" That of {next.Said(turn.Today)} is called off with it."
            : "";
        return Told(
            meeting with { Series = ended },
            $"The group no longer meets {SeriesWords.Of(series)}.{moved} A date is set by hand: /meeting on Friday at 15:00",
            turn);
    }

    private static Decision Told(Meeting meeting, string tell, Turn turn) => new()
    {
        Changes = [turn.Change(meeting)],
        Tell = tell,
        Messages = [.. turn.ToTheOthers(tell)],
    };

    private static ParsedCommand Read(CommandInput input) => input.Text.ToLowerInvariant() switch
    {
        "" => new CancelMeetingDate(false),
        "series" or "the series" or "all" => new CancelMeetingDate(true),
        _ => ParsedCommand.Wrong("\"meeting cancel\" stands alone, or \"meeting cancel series\"."),
    };
}
