using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Tables;
using MeetingBot.Times;

namespace MeetingBot.Polls;

/// <summary>Opens a poll again that was closed or called off; the ballots are as they were.</summary>
/// <param name="Until">Its new deadline as typed; null for none.</param>
public sealed record ReopenPoll(int? Number, string? Until) : OnePoll(Number)
{
    public static CommandForm Form { get; } = new(
        "poll reopen", "<number> [until <when>]", "/poll reopen 3 until Friday noon", "opens a poll again", Read)
    {
        Aliases = ["reopen poll"],
    };

    protected override Reads Beside(int poll, Turn turn) => Tables.Reads.Of(PollRows.Ballots(poll));

    public override Decision Decide(PollState state, Turn turn)
    {
        var poll = state.Poll;
        if (!turn.MayRun(poll)) return PollRefusals.RunnersOnly(poll, turn);
        if (poll.Open) return PollRefusals.StillOpen(poll);
        if (turn.OpenPolls().Polls.Length >= OpenPolls.Most) return PollRefusals.TooManyOpen;
        var deadline = Until is { } typed ? Deadline.Read(typed, turn) : null;
        if (deadline?.Problem is { } problem) return problem;

        // A deadline that has come would close it at once.
        var was = poll is { ClosesAt: { } at, ClosesOn: { } wall }
            ? WallTimes.ByTheRules(wall.Local, wall.Zone, at)
            : poll.ClosesAt;
        var ahead = was > turn.Now ? was : null;
        var open = poll with
        {
            Status = PollStatus.Open, Result = null, ClosesAt = deadline?.At ?? ahead, HandsOf = null,
            ClosesOn = deadline is not null ? deadline.Wall : ahead is null ? null : poll.ClosesOn,
            // All may have answered already: the first who changes an answer would close it again.
            Ends = PollEnds.ByHand,
        };
        var until = open.ClosesAt is { } end ? $", until {PollTimes.Deadline(end, open, turn)}" : "";
        var dated = poll is { Kind: PollKind.Times, Status: PollStatus.Decided }
            ? " The meeting's date stays until another is decided; to call it off: /meeting cancel"
            : "";
        var byHand = poll.EndsByBallots ? " It does not close by its ballots any more." : "";
        var hidden = poll is { HasEnded: true, Shown: not PollShown.Always }
            ? " What its close has told is known; from now on its answers are hidden again until it is closed."
            : "";
        var tell = $"{open.Name} is open again{until}.{byHand}{hidden}{dated}";
        return new Decision
        {
            Changes = state.Change(open, turn),
            Timers = PollTimers.Opening(open, turn),
            Tell = tell,
            ShowCard = turn.AnsweredInPlace ? PollCards.For(open, [.. state.Ballots], turn) : null,
            Messages = [.. turn.ToTheOthers(tell), PollCards.Posted(open, [.. state.Ballots], turn)],
        };
    }

    private static ParsedCommand Read(CommandInput input)
    {
        if (input.IsCard) return new ReopenPoll(input.NumberField("poll"), input.Field("until"));
        var (number, rest) = PollNumber.Take(input.Text, timeFollows: true);
        return number is null
            ? ParsedCommand.Wrong("Which poll? I need its number.")
            : new ReopenPoll(number, rest.Length == 0 ? null : Deadline.Bare(rest));
    }
}
