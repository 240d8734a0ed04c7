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
        return new Decision
        {
            Timers = [PollTimers.Remind(poll.Number, "", turn.Now, turn)],
            Tell = Tell(state, turn),
        };
    }

    // Of an anonymous poll the same whoever has answered: not even that all have is told.
    private static string Tell(PollState state, Turn turn)
    {
        var sight = PollSight.OfAll(state.Poll);
        var guests = Guests(state, sight);
        if (!sight.Answered)
            return "Who has not answered is reminded in their daytime, at most once a day."
                + (guests is null ? "" : " " + guests);
        var silent = SilentVoters.Of(state.Poll, state.Rows, turn, sight);
        if (silent.Count == 0) return guests ?? "Everybody whom I know here has answered.";
        return "To be reminded in their daytime, at most once a day: "
            + $"{Phrases.Some([.. silent.Select(PollCards.Short)], ", ", 300)}."
            + (guests is null ? "" : " " + guests);
    }

    // Whom the bot can't write to: who has invited them can. Not even how many they are is told where that is hidden.
    private static string? Guests(PollState state, PollSight sight)
    {
        var poll = state.Poll;
        var silent = SilentVoters.Guests(poll, state.Rows, sight);
        if (sight.Answered ? silent.Count == 0 : poll.Guests.IsDefaultOrEmpty) return null;
        var who = sight.Answered
            ? $"Not yet: {Phrases.Some([.. silent.Select(PollCards.Short)], ", ", 300)}. I can't write to guests."
            : "I can't write to guests.";
        return $"{who} Their links again: /poll guests {poll.Number} "
            + (sight.Answered ? silent[0] : poll.Guests[0]).Name;
    }
}
