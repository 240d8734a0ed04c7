using MeetingBot.Conversations;

namespace MeetingBot.Meetings.Dates;

/// <summary>Says where the group meets: a room, or the address of a call.</summary>
/// <param name="Place">Null to take it away.</param>
public sealed record SetMeetingPlace(string? Place) : Command<MeetingState>
{
    public static CommandForm Form { get; } = new(
        "meeting place", "<where>", "/meeting place Room 5", "says where the next meeting is", Read)
    {
        Audience = Audience.Runners,
    };

    public override Decision Decide(MeetingState state, Turn turn)
    {
        var meeting = state.Meeting;
        if (!turn.MayRun(meeting)) return MeetingRefusals.RunnersOnly(turn, meeting);
        if (meeting.Coming(turn.Now) is not { } coming) return DateRefusals.NoDate;

        var changed = coming.SeriesId is { } id && id == meeting.Series?.Id
            ? meeting with { Series = InSeries(meeting.Series!, coming) }
            : meeting.With(coming with { Place = Place, Sequence = coming.Sequence + 1 });
        var tell = $"The next meeting: {changed.Coming(turn.Now)!.Said(turn.Today)}.";
        return new Decision
        {
            Changes = [turn.Change(changed)],
            Tell = tell,
            Messages = [.. turn.ToTheOthers(tell)],
        };
    }

    // A meeting that was moved has its own place; the others have that of the series.
    private MeetingSeries InSeries(MeetingSeries series, PlannedStart coming) =>
        series.Differing.FirstOrDefault(change => change.Occurrence == coming.Occurrence) is { Instead: { } instead }
            ? series.With(coming.Occurrence!.Value, instead with { Place = Place })
            : series with { Place = Place, Sequence = series.Sequence + 1 };

    private static ParsedCommand Read(CommandInput input)
    {
        var place = string.Join(' ', input.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (place.Length is 0 or > PlannedStart.MostPlace || (input.MayBeTalk && Prose.GoesOn(place)))
            return ParsedCommand.Wrong(
                $"Where is the meeting? Up to {PlannedStart.MostPlace} characters, or \"none\".");
        return new SetMeetingPlace(place.ToLowerInvariant() is "none" or "nowhere" ? null : place);
    }
}
