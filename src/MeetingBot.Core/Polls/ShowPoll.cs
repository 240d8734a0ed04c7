using MeetingBot.Conversations;
using MeetingBot.Polls.Ballots;
using MeetingBot.Tables;

namespace MeetingBot.Polls;

/// <summary>
/// Shows a poll: to who presses, as they may see it, with their own answers; to who types, as the live card of the
/// conversation.
/// </summary>
public sealed record ShowPoll(int? Number) : OnePoll(Number)
{
    public static CommandForm Form { get; } = new(
        "poll show", "[number]", "/poll 3", "shows a poll again",
        input => ReadNumber(input, number => new ShowPoll(number)))
    {
        Aliases = ["poll results", "poll result", "poll status", "poll view", "show poll"],
        Refreshes = true,
        MembersFromAfar = true,
    };

    protected override Reads Beside(int poll, Turn turn) => Tables.Reads.Of(PollRows.Ballots(poll), GroupRows.Members);

    public override Decision Decide(PollState state, Turn turn)
    {
        List<Ballot> ballots = [.. state.Ballots];
        var members = SilentVoters.Members(state.Rows.In(GroupRows.Members), turn.Conversation);
        return turn.AnsweredInPlace
            ? new Decision { ShowCard = PollCards.For(state.Poll, ballots, turn, members) }
            : new Decision { Messages = [PollCards.Posted(state.Poll, ballots, turn, members)] };
    }
}
