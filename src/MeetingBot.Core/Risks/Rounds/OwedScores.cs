using System.Globalization;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Risks.Scoring;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Rounds;

/// <summary>The open rounds of a group in which one member has not scored everything.</summary>
internal static class OwedScores
{
    private const int MostName = 200;
    private const int MostTitle = 40;

    /// <summary>The rounds, and how far they have got; not what they scored.</summary>
    public static Reads Needs(PersonKey member, Turn turn)
    {
        var open = turn.OpenRounds().Rounds;
        return Reads.OfKeys(
        [
            .. open.Select(round => RiskRows.Key(round.Assessment)).Distinct(),
            .. open.Select(round => RiskRows.RoundKey(round.Assessment, round.Number)),
            .. open.Select(round => RiskRows.ProgressKey(round.Assessment, round.Number, member)),
        ]);
    }

    public static List<RoundState> Of(PersonKey member, Turn turn, RowSet rows) =>
    [
        .. turn.OpenRounds().Rounds.Select(open => RoundState.In(rows, open)).OfType<RoundState>().Where(state =>
            state.Round.Open && !state.Round.IsOver(turn.Now)
            && state.AskedMember(member) is { } person
            && state.ProgressOf(person).Done < state.Round.Risks.Length),
    ];

    /// <summary><c>Round 1 of "Tokens" v1: 2 of 5 risks scored, until Wed 2 July 18:00 (Europe/Zurich)</c>.</summary>
    public static string Line(RoundState state, Person member, Turn turn)
    {
        var round = state.Round;
        var until = round.ClosesAt is { } end
            ? $", until {Moments.Deadline(end, Moments.ZoneOf(member, turn.Group), turn.Now)}"
            : "";
        return Phrases.Shorten(RoundCards.Name(state.Assessment, round), MostName)
            + string.Create(
                CultureInfo.InvariantCulture,
                $": {state.ProgressOf(member).Done} of {Phrases.Count(round.Risks.Length, "risk")} scored")
            + until;
    }

    /// <summary>Brings their card, to the end of where they got it.</summary>
    public static CardButton Button(RoundState state) => ScoreCards.Bring(
        state.Round, $"Score {Phrases.Shorten(state.Assessment.Title, MostTitle)}");
}
