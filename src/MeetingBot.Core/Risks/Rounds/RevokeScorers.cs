using MeetingBot.Conversations;
using MeetingBot.Meetings.Guests;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Rounds;

/// <summary>
/// Ends the links of guests of a round: they lead nowhere from then on. What they have scored stays and counts. Who
/// runs the assessment may.
/// </summary>
/// <param name="Names">As typed; <c>all</c> for all.</param>
public sealed record RevokeScorers(OpenRound? Revoked, string Names) : OneRound(Revoked)
{
    protected override Reads Beside(OpenRound round, Turn turn) => Tables.Reads.Of(RoundGuests.Of(round).Range);

    public override Decision Decide(RoundState state, Turn turn)
    {
        var (round, assessment, words) = (state.Round, state.Assessment, RoundGuests.Words(state));
        if (!turn.MayRun(assessment)) return RiskRefusals.RunnersOnly(assessment, turn);
        var guests = state.Guests.In(state.Rows).Where(guest => guest.Stands).ToList();
        var meant = GuestChoice.Of(Names, guests, words);
        if (meant.Problem is { } problem) return problem;
        var ended = meant.Guests.Select(guest => guest.Person.Key).ToHashSet();
        // Who could score in a round that is over stays what it was.
        var changed = !round.Open || round.Guests.IsDefault
            ? round
            : round with { Guests = round.Guests.RemoveAll(guest => ended.Contains(guest.Key)) };
        return new Decision
        {
            Changes =
            [
                .. round.Open ? (RowChange[])[RiskRows.Put(changed, state.Rows)] : [],
                .. meant.Guests.Select(guest => state.Guests.Put(guest with { Token = "" }, state.Rows)),
            ],
            Tell = $"{meant.Ended}. What was scored stays and counts."
                + (round.Open ? $" A new one: {words.Command} {meant.Guests[0].Person.Name}" : ""),
            Messages = round.Open ? [RoundCards.Changed(assessment, changed)] : [],
        };
    }
}
