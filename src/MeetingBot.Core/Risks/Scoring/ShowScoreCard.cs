using MeetingBot.Conversations;
using MeetingBot.Meetings.Guests;
using MeetingBot.Risks.Rounds;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Scoring;

/// <summary>Shows one member their own card: one risk, with what they have said of it. To them alone.</summary>
/// <param name="Risk">Null for the first that they have not answered.</param>
/// <param name="Afresh">As a message, though it was asked for by a button.</param>
public sealed record ShowScoreCard(OpenRound? Shown, string? Risk, bool Afresh = false) : OneRound(Shown)
{
    /// <summary>Field of a button that stands on another card, in whose place theirs must not come.</summary>
    public const string Anew = "anew";

    public static CommandForm Form { get; } = new(
        "risk card", "[round]", "/risk card", "gives you your card to score on, again",
        // From afar a card names its round: which are open is told to nobody who is not of the group.
        input => Read(input, (round, rest) => rest.Length == 0
            && (round is not null || input.Field(HomeGroup.Field) is null)
            ? new ShowScoreCard(
                round, input.Field("risk") is { Length: <= 24 } risk ? risk : null, input.Field(Anew) is "yes")
            : ParsedCommand.Wrong("Which round? Its number, or nothing for the only open one.")))
    {
        Aliases = ["my scores", "risk scores", "score risks"],
        FromAfar = true,
        Refreshes = true,
    };

    /// <summary>What a card of one risk is drawn of: the risk's text, and what its reader has said.</summary>
    public static Reads Needs(OpenRound round, string risk, Turn turn) =>
        Tables.Reads.Of(RiskRows.RiskOf(round.Assessment, risk))
            .And(Tables.Reads.OfKeys(RiskRows.ScoreKey(round.Assessment, round.Number, risk, turn.Actor.Key)));

    /// <summary>How far its reader has got, and whether they are of the group.</summary>
    public static Reads Reader(OpenRound round, Turn turn) => Tables.Reads.OfKeys(
        RiskRows.ProgressKey(round.Assessment, round.Number, turn.Actor.Key), GroupRows.MemberKey(turn.Actor))
        .And(RoundGuests.Of(round).Admission(turn));

    protected override Reads Beside(OpenRound round, Turn turn) => Risk is { } risk
        ? Needs(round, risk, turn).And(Reader(round, turn))
        : Tables.Reads.Of(RiskRows.RisksOf(round.Assessment)).And(Reader(round, turn));

    public override Decision Decide(RoundState state, Turn turn)
    {
        if (Refuse(state, turn) is { } no) return no;
        var (round, progress) = (state.Round, state.ProgressOf(turn.Actor));
        var place = Risk is null ? progress.NextOpen(0, round.Risks.Length) ?? 0 : round.PlaceOf(Risk);
        if (place < 0) return RiskRefusals.NoSuchRisk(Risk!);
        var card = ScoreCards.Of(state, place, progress, state.ScoreOf(round.Risks[place], turn.Actor), turn);
        if (turn.AnsweredInPlace && !Afresh) return new Decision { Tell = card.Title, ShowCard = card };
        return new Decision
        {
            Messages = [ScoreCards.Sent(round, card, turn.Actor)],
            Tell = turn.AnsweredInPlace ? "Your card comes at the end of this conversation." : null,
        };
    }

    /// <summary>Why somebody can't score in a round; null where they may.</summary>
    internal static Refusal? Refuse(RoundState state, Turn turn)
    {
        var round = state.Round;
        if (!state.Guests.Admits(state.Rows, turn)) return GuestRefusals.LinkEnded;
        // A press from somebody's own chat proves who they are, and not that they are in the group.
        var known = state.Rows[GroupRows.MemberKey(turn.Actor)] is not null
            || state.AskedMember(turn.Actor.Key) is not null;
        if (turn.IsFromAfar && !known) return RiskRefusals.NoRound;
        if (round.Open && (round.IsGone(turn.Actor.Key) || turn.Departures().Of(turn.Actor.Key) is not null))
            return RiskRefusals.Gone(round);
        return !round.Asks(turn.Actor) ? RiskRefusals.NotAsked(round)
            : !round.Open || round.IsOver(turn.Now) ? RiskRefusals.RoundOver(round)
            : null;
    }
}
