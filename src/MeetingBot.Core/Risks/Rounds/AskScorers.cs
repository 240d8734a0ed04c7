using MeetingBot.Conversations;
using MeetingBot.Meetings.People;
using MeetingBot.Risks.Scoring;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Rounds;

/// <summary>Sends everybody who is asked their card; many in parts. Fired by a timer.</summary>
/// <param name="After">Key of the last who has it; empty at first.</param>
public sealed record AskScorers(OpenRound Asked, string After) : OneRound(Asked)
{
    protected override Reads Beside(OpenRound round, Turn turn) =>
        Tables.Reads.Of(
            RiskRows.RisksOf(round.Assessment), GroupRows.Members, RiskRows.ProgressOf(round.Assessment, round.Number));

    public override Decision Decide(RoundState state, Turn turn)
    {
        var round = state.Round;
        if (!round.Open || round.IsOver(turn.Now)) return Decision.Nothing;
        var part = PeoplePart.Of(state.AskedMembers(), After);
        return new Decision
        {
            Messages = [.. part.People.Select(person => Card(state, person, turn))],
            Timers = part.Next is { } next ? [RiskTimers.Ask(round, next, turn)] : [],
        };
    }

    /// <summary>Their card, as far as they are.</summary>
    internal static Outgoing Card(RoundState state, Person person, Turn turn)
    {
        var theirs = turn with { Incoming = turn.Incoming with { Sender = person } };
        var progress = state.ProgressOf(person);
        var place = progress.NextOpen(0, state.Round.Risks.Length) ?? 0;
        // Who is reached by two of these turns has one card: the second draws it anew in its place.
        return ScoreCards.Sent(state.Round, ScoreCards.Of(state, place, progress, null, theirs), person) with
        {
            Fresh = false,
        };
    }
}
