using MeetingBot.Conversations;
using MeetingBot.Meetings.Guests;
using MeetingBot.Polls.Guests;
using MeetingBot.Tables;

namespace MeetingBot.Polls.Ballots;

/// <summary>Takes back one's own ballot, while the poll is open.</summary>
/// <param name="Typed">Rather than pressed on its card.</param>
public sealed record WithdrawBallot(int? Number, bool Typed = false) : OnePoll(Number)
{
    public static CommandForm Form { get; } = new(
        "poll withdraw", "[number]", "/poll withdraw 3", "takes back your answer to a poll",
        input => ReadNumber(input, number => new WithdrawBallot(number, Typed: !input.IsCard)))
    {
        Aliases = ["withdraw vote", "unvote"],
        MembersFromAfar = true,
    };

    protected override Reads Beside(int poll, Turn turn) =>
        Tables.Reads.OfKeys(PollRows.BallotKey(poll, turn.Actor)).And(PollGuests.Of(poll).Admission(turn))
            .And(Receipts.Reads(poll, turn));

    public override Decision Decide(PollState state, Turn turn)
    {
        var poll = state.Poll;
        if (!PollGuests.Of(poll.Number).Admits(state.Rows, turn)) return GuestRefusals.LinkEnded;
        if (!poll.Open || poll.IsOver(turn.Now)) return PollRefusals.NotOpen(poll, turn);
        // That there was an answer is what an anonymous poll hides.
        if (Typed && !poll.MayBeTyped(turn)) return PollRefusals.NotInPublic(poll);
        if (state.BallotOf(turn.Actor) is null) return PollRefusals.NothingToWithdraw(poll);
        return Receipts.For(state, null, $"Your answer to {poll.Name} is taken back.", turn) with
        {
            Changes =
            [
                PollRows.Withdraw(poll.Number, turn.Actor), .. PollGuests.Of(poll.Number).Holds(state.Rows, turn),
            ],
            While = state.WhileOpen,
        };
    }
}
