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
        var guests = Guests(state);
        if (silent.Count == 0)
            return guests is null ? new Refusal("Everybody whom I know here has answered.") : Decision.Says(guests);
        var who = PollSight.OfAll(poll).Answered
            ? Phrases.Some([.. silent.Select(PollCards.Short)], ", ", 300)
            : Phrases.Count(silent.Count, "person") + " who has not answered";
        return new Decision
        {
            Timers = [PollTimers.Remind(poll.Number, "", turn.Now, turn)],
            Tell = $"To be reminded in their daytime, at most once a day: {who}."
                + (guests is null ? "" : " " + guests),
        };
    }

    // Whom the bot can't write to: who has invited them can. Not even how many they are is told where that is hidden.
    private static string? Guests(PollState state)
    {
        var poll = state.Poll;
        var silent = SilentVoters.Guests(poll, state.Rows);
        var hidden = !PollSight.OfAll(poll).Answered;
        if (hidden ? poll.Guests.IsDefaultOrEmpty : silent.Count == 0) return null;
        var who = hidden
            ? "I can't write to guests."
            : $"Not yet: {Phrases.Some([.. silent.Select(PollCards.Short)], ", ", 300)}. I can't write to guests.";
        return $"{who} Their links again: /poll guests {poll.Number} "
            + (hidden ? poll.Guests[0] : silent[0]).Name;
    }
}
