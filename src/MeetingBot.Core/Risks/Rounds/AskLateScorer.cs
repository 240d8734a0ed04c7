using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Rounds;

/// <summary>
/// Sends who became known after rounds were opened their cards of them. Fired by a timer.
/// </summary>
public sealed record AskLateScorer(PersonKey Late) : Command
{
    public override Reads Reads(Turn turn)
    {
        var rounds = turn.OpenRounds().Rounds;
        return Tables.Reads.OfKeys(
        [
            GroupRows.MemberKey(Late),
            .. rounds.SelectMany(round => (string[])
            [
                RiskRows.Key(round.Assessment), RiskRows.RoundKey(round.Assessment, round.Number),
                RiskRows.ProgressKey(round.Assessment, round.Number, Late),
            ]).Distinct(),
        ]).And(Tables.Reads.Of(
            [.. rounds.Select(round => round.Assessment).Distinct().Select(RiskRows.RisksOf)]));
    }

    public override Decision Decide(Turn turn, RowSet rows) => new()
    {
        Messages = [.. turn.OpenRounds().Rounds.SelectMany(round => Of(round, turn, rows))],
    };

    private IEnumerable<Outgoing> Of(OpenRound open, Turn turn, RowSet rows)
    {
        if (RoundState.In(rows, open) is not { } state) return [];
        var round = state.Round;
        return round.Open && !round.IsOver(turn.Now) && round.Members.IsDefaultOrEmpty
            && rows[RiskRows.ProgressKey(open.Assessment, open.Number, Late)] is null
            && state.AskedMember(Late) is { } person
                ? [AskScorers.Card(state, person, turn), RoundCards.Changed(state.Assessment, round)]
                : [];
    }
}
