using MeetingBot.Conversations;
using MeetingBot.Meetings.Guests;
using MeetingBot.Polls.Ballots;
using MeetingBot.Tables;

namespace MeetingBot.Polls.Guests;

/// <summary>Lists the guests of a poll: whose link stands and, where that may be seen, who has answered.</summary>
public sealed record ListGuests(int? Number) : OnePoll(Number)
{
    protected override Reads Beside(int poll, Turn turn) =>
        Tables.Reads.Of(PollGuests.Of(poll).Range, PollRows.Ballots(poll));

    public override Decision Decide(PollState state, Turn turn)
    {
        var poll = state.Poll;
        if (!turn.MayRun(poll)) return PollRefusals.RunnersOnly(poll, turn);
        var guests = PollGuests.Of(poll.Number).In(state.Rows).ToList();
        if (guests.Count == 0) return GuestRefusals.NoGuests(PollGuests.Words(poll));
        var sight = PollSight.OfAll(poll);
        var ballots = sight.Answered
            ? state.Ballots.Where(ballot => ballot.Voter.IsGuest).ToDictionary(ballot => ballot.Voter.Key.Value)
            : null;
        var lines = guests.Select(guest =>
            $"• {guest.Person.Name}{Answered(guest, poll, sight, ballots)}{(guest.Stands ? "" : ", link ended")}");
        return Decision.Says(
            $"Guests of {poll.Name}:\n{string.Join('\n', lines)}\nA link again: /poll guests {poll.Number} "
                + $"{guests[0].Person.Name}. To end it: /poll guests {poll.Number} revoke {guests[0].Person.Name}");
    }

    private static string Answered(
        Guest guest, Poll poll, PollSight sight, Dictionary<string, Ballot>? ballots)
    {
        if (ballots is null) return "";
        var ballot = ballots.GetValueOrDefault(guest.Person.Key.Value);
        return !SilentVoters.IsSeenToOwe(poll, ballot, sight) ? ": has answered"
            : ballot is null or { Answers.IsDefaultOrEmpty: true } ? ": has not answered"
            : ": is to answer again";
    }
}
