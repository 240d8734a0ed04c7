using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Polls;

/// <summary>
/// Reminds those who have not answered, each alone: once a day at most and in their daytime, whoever asks how often.
/// </summary>
public sealed record NudgeVoters(int? Number) : OnePoll(Number)
{
    public static CommandForm Form { get; } = new(
        "poll nudge", "[number]", "/poll nudge", "reminds who has not answered a poll",
        input => ReadNumber(input, number => new NudgeVoters(number)))
    {
        Aliases = ["poll remind", "nudge"],
    };

    protected override Reads Beside(int poll, Turn turn) => RemindVoters.Needs(poll);

    public override Decision Decide(PollState state, Turn turn)
    {
        var poll = state.Poll;
        if (!turn.MayRun(poll)) return PollRefusals.RunnersOnly(poll, turn);
        if (!poll.Open) return PollRefusals.NotOpen(poll, turn);
        var silent = SilentVoters.Of(poll, state.Rows, turn);
        if (silent.Count == 0) return new Refusal("Everybody whom I know here has answered.");
        var who = PollSight.OfAll(poll).Answered
            ? Phrases.Some([.. silent.Select(PollCards.Short)], ", ", 300)
            : Phrases.Count(silent.Count, "person") + " who has not answered";
        return new Decision
        {
            Timers = [PollTimers.Remind(poll.Number, "", turn.Now, turn)],
            Tell = $"To be reminded in their daytime, at most once a day: {who}.",
        };
    }
}
