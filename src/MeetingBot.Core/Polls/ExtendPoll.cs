using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;

namespace MeetingBot.Polls;

/// <summary>Gives an open poll another deadline.</summary>
/// <param name="Until">As typed: a time, or how much longer.</param>
public sealed record ExtendPoll(int? Number, string Until) : OnePoll(Number)
{
    public static CommandForm Form { get; } = new(
        "poll extend", "[number] <until>", "/poll extend 3 until Friday noon", "moves a poll's deadline", Read)
    {
        Aliases = ["extend poll", "poll until", "poll deadline"],
    };

    public override Decision Decide(PollState state, Turn turn)
    {
        var poll = state.Poll;
        if (!turn.MayRun(poll)) return PollRefusals.RunnersOnly(poll, turn);
        if (!poll.Open) return PollRefusals.NotOpen(poll, turn);
        var deadline = Deadline.Read(Until, turn, after: poll.ClosesAt);
        if (deadline.Problem is { } problem) return problem;

        var moved = poll with { ClosesAt = deadline.At, ClosesOn = deadline.Wall };
        var tell = $"{poll.Name} is open until {PollTimes.Deadline(deadline.At!.Value, moved, turn)}.";
        var timers = PollTimers.Opening(moved, turn);
        return new Decision
        {
            Changes = state.Change(moved, turn),
            Timers = timers,
            CancelledTimers = PollTimers.Of(poll),
            Tell = tell,
            Messages = [.. turn.ToTheOthers(tell), PollCards.Changed(moved, turn)],
        };
    }

    private static ParsedCommand Read(CommandInput input)
    {
        var (number, rest) = PollNumber.Take(input.Text, timeFollows: true);
        return rest.Length == 0 || (input.MayBeTalk && number is null)
            ? ParsedCommand.Wrong("Until when? A time, or how much longer.")
            : new ExtendPoll(number, Deadline.Bare(rest));
    }
}
