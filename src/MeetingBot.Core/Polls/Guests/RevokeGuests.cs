using MeetingBot.Conversations;
using MeetingBot.Meetings.Guests;
using MeetingBot.Tables;

namespace MeetingBot.Polls.Guests;

/// <summary>
/// Ends the links of guests: they lead nowhere from then on, and nobody waits for them. What they have answered stays,
/// or is taken away with it.
/// </summary>
/// <param name="Names">As typed; <c>all</c> for all.</param>
/// <param name="Remove">Their ballot is taken away too.</param>
public sealed record RevokeGuests(int? Number, string Names, bool Remove) : OnePoll(Number)
{
    protected override Reads Beside(int poll, Turn turn) => Tables.Reads.Of(PollGuests.Of(poll).Range);

    public override Decision Decide(PollState state, Turn turn)
    {
        var poll = state.Poll;
        if (!turn.MayRun(poll)) return PollRefusals.RunnersOnly(poll, turn);
        if (Remove && (!poll.Open || poll.IsOver(turn.Now))) return PollRefusals.Counted(poll);
        if (Remove && poll.Names is not (PollNames.Everyone or PollNames.Chair)) return PollRefusals.WouldTell(poll);

        // A ballot may be there of whose link was ended before.
        var book = PollGuests.Of(poll.Number);
        var guests = book.In(state.Rows).Where(guest => guest.Stands || Remove).ToList();
        var meant = GuestChoice.Of(Names, guests, PollGuests.Words(poll));
        if (meant.Problem is { } problem) return problem;
        var ended = meant.Guests.Select(guest => guest.Person.Key).ToHashSet();
        var changed = poll with
        {
            Guests = poll.Guests.IsDefault ? [] : poll.Guests.RemoveAll(guest => ended.Contains(guest.Key)),
        };
        return new Decision
        {
            Changes =
            [
                .. state.Change(changed, turn),
                .. meant.Guests.Select(guest => book.Put(guest with { Token = "" }, state.Rows)),
                .. Remove ? meant.Guests.Select(guest => PollRows.Withdraw(poll.Number, guest.Person)) : [],
            ],
            // Nobody waits for them any more.
            Timers = changed is { Open: true, EndsByBallots: true } ? [PollTimers.Settle(changed, turn)] : [],
            Tell = meant.Ended + (Remove
                ? ", and what was answered is taken away."
                : ". What was answered stays. A new one: "
                    + $"/poll guests {poll.Number} {meant.Guests[0].Person.Name}"),
            Messages = [PollCards.Changed(changed, turn)],
        };
    }
}
