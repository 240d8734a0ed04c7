using MeetingBot.Conversations;
using MeetingBot.Risks.Rounds;

namespace MeetingBot.Risks;

/// <summary>The "no"s of risk assessments.</summary>
public static class RiskRefusals
{
    public static Refusal NoAssessment { get; } = new(
        "There is no risk assessment here yet. Begin one: /risk new \"Tokens in WLCG\"");

    public static Refusal NoSuchAssessment(int number) =>
        new($"There is no assessment {number}. To see them: /risk assessments");

    public static Refusal RunnersOnly(Assessment assessment, Turn turn) => new(
        $"That is for who began {assessment.Name} and the group's chairs: {turn.Runners(assessment)}.");

    public static Refusal Importing(Assessment assessment) => new(
        $"An import is being written into {assessment.Name}; half of it would be missing. Ask me again in a moment.");

    public static Refusal NoSuchRisk(string typed) =>
        new($"There is no risk \"{Phrases.Shorten(typed, 40)}\". To see them: /risks");

    public static Refusal WhichRisk(string example) => new($"Which risk? Its id, such as: {example}");

    public static Refusal NotActive(RiskScenario risk) => new(
        $"{risk.Id} was {Became(risk)}{(risk.Successors.IsEmpty ? "" : $": {Phrases.Join(risk.Successors)}")}.");

    public static Refusal CriteriaStay(Assessment assessment) => new(
        $"{assessment.Name} has a round of scores already: its criteria stay as they are. Freeze it, and the next "
            + "version may have others: /risk freeze");

    public static Refusal NoRisks { get; } = new(
        "There is no risk scenario yet. Add one: /risk add Stolen token is replayed | asset: tokens | threat: theft");

    public static Refusal TooManyRisks { get; } = new($"Up to {Assessment.MostRisks} risks fit into an assessment.");

    public static Refusal TooManyAtOnce(int asked) => new(
        $"Up to {ScoringRound.MostRisks} risks are scored in a round, not {asked}. "
            + "Name them: /risk open TR-1..TR-40 until Friday 18:00");

    public static Refusal TooLargeAtOnce { get; } = new(
        "So much is written of these risks that they can't be revealed together. Score them in two rounds: /risk open "
            + "TR-1..TR-20 until Friday 18:00");

    public static Refusal TooManyRounds { get; } = new(
        $"{Risks.Rounds.OpenRounds.Most} rounds are open; reveal one first: /risk reveal");

    public static Refusal InARound(IReadOnlyCollection<string> risks, ScoringRound round) => new(
        $"{Phrases.Join([.. risks])} {(risks.Count == 1 ? "is" : "are")} being scored in round {round.Number}. To end "
            + "that first: /risk reveal");

    public static Refusal NoRound { get; } = new(
        "No round is open. Open one: /risk open until Friday 18:00");

    public static Refusal WhichRound(OpenRounds open) => new(
        "Which round? Open are "
            + Phrases.Join([.. open.Rounds.Select(round => FormattableString.Invariant($"{round.Number}"))]) + ". "
            + "For example: /risk reveal round " + FormattableString.Invariant($"{open.Rounds[0].Number}"));

    public static Refusal RoundOver(ScoringRound round) => new(round.Status switch
    {
        RoundStatus.Cancelled => $"Round {round.Number} was called off.",
        _ => $"Round {round.Number} is over; no score is taken any more.",
    });

    public static Refusal Gone(ScoringRound round) => new(
        $"You asked to be forgotten. What you scored in round {round.Number} counts on without your name and is no "
            + "more yours to change; in later rounds you can score again.");

    public static Refusal NotAsked(ScoringRound round) =>
        new($"You are not among those who score in round {round.Number}.");

    public static Refusal NoSuchCommunity(string typed, Assessment assessment) => new(
        $"There is no community \"{Phrases.Shorten(typed, 40)}\" in {assessment.Name}"
            + (assessment.Communities.IsEmpty
                ? ". "
                : $", but {Phrases.Some([.. assessment.Communities.Select(one => one.Name)], ", ", 300)}. ")
            + $"To make it: /risk community {Phrases.Shorten(typed, 40)}. An \"of\" that belongs to a name stands "
            + "in brackets: Anna Berg (University of Oslo)");

    public static Refusal FullCommunity { get; } = new(
        $"Up to {ScoringRound.MostMembers} members fit into a community.");

    public static Refusal NothingScored(ScoringRound round) => new(
        $"Nobody has scored in round {round.Number} yet, so there is nothing to reveal. To call it off: /risk cancel");

    public static Refusal NotRevealed(RiskScenario risk) => new(
        $"{risk.Id} has no revealed scores yet. Score it: /risk open {risk.Id} until Friday 18:00");

    private static string Became(RiskScenario risk) => risk.State switch
    {
        RiskState.Split => "split",
        RiskState.Merged => "merged",
        _ => "dropped",
    };
}
