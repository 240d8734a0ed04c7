using MeetingBot.Conversations;
using MeetingBot.Meetings.Guests;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Rounds;

/// <summary>
/// Lists the guests of a round: how far each is, and whether their link stands. Of their scores nothing.
/// </summary>
public sealed record ListScorers(OpenRound? Listed) : OneRound(Listed)
{
    protected override Reads Beside(OpenRound round, Turn turn) => Tables.Reads.Of(
        RoundGuests.Of(round).Range, RiskRows.ProgressOf(round.Assessment, round.Number));

    public override Decision Decide(RoundState state, Turn turn)
    {
        var (round, words) = (state.Round, RoundGuests.Words(state));
        if (!turn.MayRun(state.Assessment)) return RiskRefusals.RunnersOnly(state.Assessment, turn);
        var guests = state.Guests.In(state.Rows).ToList();
        if (guests.Count == 0) return GuestRefusals.NoGuests(words);
        var lines = guests.Select(guest => $"• {guest.Person.Name}{Community(guest, state)}: "
            + FormattableString.Invariant($"{state.ProgressOf(guest.Person).Done} of {round.Risks.Length} answered")
            + (guest.Stands ? "" : ", link ended"));
        return Decision.Says(
            $"Guests of {words.Name}:\n{string.Join('\n', lines)}\n"
                + (round.Open ? $"A link again: {words.Command} {guests[0].Person.Name}. " : "")
                + $"To end it: {words.Command} revoke {guests[0].Person.Name}");
    }

    private static string Community(Guest guest, RoundState state) =>
        state.Assessment.CommunityOf(guest.Person.Key) is { } community ? $" ({community.Name})" : "";
}
