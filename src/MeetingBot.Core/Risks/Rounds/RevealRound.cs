using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Risks.Statistics;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Rounds;

/// <summary>
/// Ends a round and shows what its scores come to, all at once: by who runs the assessment, or at its deadline.
/// Nobody's score is overlooked and none comes after (<see cref="Standing"/>).
/// </summary>
public sealed record RevealRound(OpenRound? Revealed, bool ByTimer = false) : OneRound(Revealed)
{
    public static CommandForm Form { get; } = new(
        "risk reveal", "[round]", "/risk reveal", "ends a round of scores and shows how they fell",
        input => ReadAlone(input, round => new RevealRound(round)))
    {
        Aliases = ["risk reveal now", "risk close", "risk end", "reveal scores"],
    };

    protected override Reads Beside(OpenRound round, Turn turn) =>
        Tables.Reads.OfKeys(RiskRows.Door(round.Assessment, round.Number), RiskRows.VotersKey(round.Assessment))
            .And(Tables.Reads.Of(
            RiskRows.RisksOf(round.Assessment), RiskRows.ScoresOf(round.Assessment, round.Number), GroupRows.Members));

    public override Decision Decide(RoundState state, Turn turn)
    {
        var (round, assessment) = (state.Round, state.Assessment);
        if (!round.Open) return ByTimer ? Decision.Nothing : RiskRefusals.RoundOver(round);
        if (!ByTimer && !turn.MayRun(assessment)) return RiskRefusals.RunnersOnly(assessment, turn);
        // It was put off since this timer was set.
        if (ByTimer && !round.IsOver(turn.Now)) return Decision.Nothing;

        var scores = Scores(state, turn);
        if (scores.Count == 0 && !ByTimer) return RiskRefusals.NothingScored(round);
        var members = state.Asked().Select(person => turn.Departures().Named(turn.Main(person), round.Scorers).Key)
            .Concat(scores.SelectMany(group => group).Select(score => score.Member.Key)).ToHashSet();
        var outcome = RoundOutcome.Of(assessment, round, members, scores, turn.Now);
        var ended = round with
        {
            Status = RoundStatus.Revealed, EndedAt = turn.Now, Figures = outcome.Figures, Gone = default,
            Renamed = [.. turn.Departures().People.Select(one => one.For(round.Scorers).Key.Value)],
        };
        var voters = RiskRows.ReadVoters(state.Rows, round.Assessment);
        var risks = ImmutableArray.CreateBuilder<RiskScenario>();
        foreach (var risk in state.Of.Risks.Where(risk => risk.Active && outcome.Results.ContainsKey(risk.Id)))
        {
            var before = round.OfResidual ? risk.Residual : risk.Result;
            if (before is not null && !scores.Contains(risk.Id))
            {
                risks.Add(risk.With(turn.Now, $"round {round.Number}: nobody scored it, so that it stays as it was"));
                continue;
            }
            (voters, var result) = voters.Compare(
                round, risk.Id, outcome.Results[risk.Id], before, [.. scores[risk.Id]]);
            risks.Add(Taken(risk, ended, result, assessment, turn));
        }
        return Ended(state, ended, risks.ToImmutable(), voters, turn);
    }

    private Decision Ended(
        RoundState state, ScoringRound ended, ImmutableArray<RiskScenario> risks, RoundVoters voters, Turn turn)
    {
        var (round, assessment) = (state.Round, state.Assessment);
        var tell = $"Round {round.Number} of {assessment.Name} is revealed: {Summary(risks, ended, assessment)}";
        return new Decision
        {
            Changes =
            [
                .. state.Of.Change(risks), RiskRows.Put(ended, state.Rows),
                RiskRows.Put(round.Assessment, voters, state.Rows),
                .. Standing.Close(RiskRows.Door(round.Assessment, round.Number), state.Rows),
                RiskRows.PutOpen(turn.OpenRounds().With(ended), turn),
            ],
            CancelledTimers = RiskTimers.Of(round),
            Tell = ByTimer ? null : tell,
            Messages =
            [
                new Outgoing(round.Home, tell, Card: RoundCards.Result(assessment, ended, risks, turn)),
                RoundCards.Changed(assessment, round),
            ],
        };
    }

    private static RiskScenario Taken(
        RiskScenario risk, ScoringRound round, RiskResult result, Assessment assessment, Turn turn)
    {
        var settled = result with { Settled = result.Agreement(assessment.Criteria) is Agreement.Agreed };
        var level = result.Level(assessment.Criteria) is { } found
            ? assessment.Criteria.Matrix.Levels[found]
            : "no level";
        var changed = round.OfResidual
            ? risk with { Residual = settled }
            : risk with
            {
                Result = settled,
                Earlier = risk.Result is { } before ? RiskScenario.Kept(risk.Earlier, before) : risk.Earlier,
            };
        return changed.With(turn.Now, $"round {round.Number}{(round.OfResidual ? " of what is left" : "")}: {level}");
    }

    // Of who is being forgotten some scores may have a name still and others none any more: they are one person's.
    private static ILookup<string, RiskScore> Scores(RoundState state, Turn turn)
    {
        var (round, departures) = (state.Round, turn.Departures());
        var scores = state.Rows.In(RiskRows.ScoresOf(round.Assessment, round.Number))
            .Where(row => round.PlaceOf(RiskRows.RiskOfScore(row)) >= 0)
            .Select(row => (RiskRows.RiskOfScore(row), RiskRows.ReadScore(row)));
        return JoinedScorer.Known(scores, turn)
            .ToLookup(pair => pair.Risk, pair => pair.Score is var score
                && departures.Named(score.Member, round.Scorers) is var member && member != score.Member
                    ? score with { Member = member } : score);
    }

    private static string Summary(ImmutableArray<RiskScenario> risks, ScoringRound round, Assessment assessment)
    {
        var results = risks.Select(risk =>
            (round.OfResidual ? risk.Residual : risk.Result)!.Agreement(assessment.Criteria))
            .GroupBy(agreement => agreement).OrderBy(group => group.Key)
            .Select(group => $"{group.Count()} {group.Key.Code()}");
        return $"{round.Figures!.Scored} of {round.Figures.Members} have scored {Phrases.Count(risks.Length, "risk")}: "
            + $"{Phrases.Join([.. results])}.";
    }
}
