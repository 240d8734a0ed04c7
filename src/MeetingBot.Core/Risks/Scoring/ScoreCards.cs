using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Rounds;

namespace MeetingBot.Risks.Scoring;

/// <summary>The card on which one member scores: one risk at a time, and nobody else's answer.</summary>
internal static class ScoreCards
{
    private const string SlotPrefix = "score ";
    private const int TextRoom = 2_400;

    /// <summary>
    /// It takes the place of the one that the person had of this round. What they answer on it is answered in its place
    /// and not kept there: whoever looks again is shown what they have said since.
    /// </summary>
    public static Outgoing Sent(ScoringRound round, Card card, Person member) => new(
        round.Home, card.Title, Recipient: member, Fresh: true,
        Card: card with { Refresh = round.Home.ButtonFromAfar("Refresh", ShowScoreCard.Form.Words, Data(round)) },
        Slot: string.Create(CultureInfo.InvariantCulture, $"{SlotPrefix}{round.Assessment} {round.Number}"));

    /// <summary>A button, wherever its reader got it, that sends them their card of the round again.</summary>
    public static CardButton Bring(ScoringRound round, string title) =>
        round.Home.ButtonFromAfar(title, ShowScoreCard.Form.Words, [.. Data(round), (ShowScoreCard.Anew, "yes")]);

    /// <summary>The round of somebody's own card; null for another slot.</summary>
    public static OpenRound? RoundOf(string slot) => RoundCards.RoundOf(slot, SlotPrefix);

    /// <summary>What stands in its place once nothing can be scored any more.</summary>
    public static Card Over(RoundState state) => new(
        RoundCards.Name(state.Assessment, state.Round),
        new CardText(RiskRefusals.RoundOver(state.Round).Text),
        new CardText(
            state.Round.Status is RoundStatus.Revealed
                ? "How the scores fell: /risks"
                : "What you answered is shown to nobody.",
            TextTone.Subtle));

    /// <param name="place">Of the risk in the round, from 0.</param>
    /// <param name="own">What they have said of it; null for nothing.</param>
    /// <param name="receipt">What was just recorded, maybe of another risk.</param>
    public static Card Of(
        RoundState state, int place, RoundProgress progress, RiskScore? own, Turn turn, string? receipt = null)
    {
        var (assessment, round) = (state.Assessment, state.Round);
        var criteria = assessment.Criteria;
        var id = round.Risks[place];
        var risk = RiskRows.RisksIn(state.Rows, assessment.Number, round.Generation)
            .FirstOrDefault(one => one.Id == id);
        var body = ImmutableArray.CreateBuilder<CardElement>();
        if (receipt is not null) body.Add(new CardText(receipt + ".", TextTone.Strong));
        else if (own is not null) body.Add(new CardText(Receipt(id, own, criteria, turn) + ".", TextTone.Strong));
        body.Add(new CardText(Progress(state, place, progress, turn), TextTone.Subtle));
        body.Add(new CardText(Privacy(assessment, round)));
        if (risk is not null) body.AddRange(RiskCards.Text(risk, TextRoom));
        if (round.OfResidual && risk?.Treatment is { } treatment)
            body.Add(new CardText("Score what is left once this is done: " + RiskWords.Treatment(treatment)));
        foreach (var dimension in criteria.Dimensions) body.Add(Input(dimension, criteria, own));
        body.Add(new ChoiceInput(
            ScoreFields.Confidence, "How sure are you?",
            [new("1", "Low"), new("2", "Medium"), new("3", "High"), new(ScoreFields.NotSaid, "Not said")],
            Value: own?.Confidence is > 0 and var sure ? sure.ToString(CultureInfo.InvariantCulture) : null));
        body.Add(new TextInput(
            ScoreFields.Rationale, "Why? Shown to all after the reveal, without your name", Value: own?.Rationale,
            MaxLength: RiskScore.MostRationale, Multiline: true));
        return new Card(
            $"{id}: {Phrases.Shorten(risk?.Title ?? "", RiskScenario.MostTitle)}", body.ToImmutable(),
            Buttons(state, place, progress, turn));
    }

    /// <summary><c>Recorded 14:03: TR-2, likelihood 4, impact don't know</c>.</summary>
    public static string Receipt(string risk, RiskScore score, RiskCriteria criteria, Turn turn)
    {
        var given = criteria.Dimensions.Where(score.Scores.ContainsKey)
            .Select(dimension => $"{ScoreFields.Name(dimension)} {Value(score.Scores[dimension])}");
        var open = criteria.Dimensions.Where(dimension => !score.Scores.ContainsKey(dimension))
            .Select(ScoreFields.Name).ToList();
        return $"Recorded {Moments.Clock(score.At, score.Member, turn)}: {risk}, {string.Join(", ", given)}"
            + (open.Count == 0 ? "" : $"; {Phrases.Join(open)} is open");
    }

    private static string Value(Score score) => score.Kind switch
    {
        ScoreKind.DontKnow => "don't know",
        ScoreKind.Abstained => "abstain",
        _ => score.Value.ToString(CultureInfo.InvariantCulture),
    };

    private static string Progress(RoundState state, int place, RoundProgress progress, Turn turn)
    {
        var round = state.Round;
        var risks = round.Risks.Length;
        var done = progress.Done == risks
            ? "all answered; you may change them until the close"
            : $"{progress.Done} answered";
        var until = round.ClosesAt is { } end
            ? $" · until {Moments.Deadline(end, Moments.ZoneOf(turn.Actor, turn.Group), turn.Now)}"
            : "";
        return string.Create(
            CultureInfo.InvariantCulture, $"{state.Assessment.Title} · {place + 1} of {risks} · {done}") + until;
    }

    /// <summary>What everybody is told before they score.</summary>
    private static string Privacy(Assessment assessment, ScoringRound round) =>
        "Until the round is revealed only you see what you answer; that you have answered, and how far, all see. "
        + "After it all see how the scores fell and the reasons, without names"
        + (round.Named
            ? $"; {assessment.Author.Name} and the group's chairs also see who scored what."
            : "; nobody sees who scored what.")
        + (round.Members.IsDefaultOrEmpty
            || round.Members.Length + (round.Guests.IsDefault ? 0 : round.Guests.Length) >= CommunityResult.Fewest
            ? ""
            : " You are few: others may guess.");

    private static ChoiceInput Input(RiskDimension dimension, RiskCriteria criteria, RiskScore? own)
    {
        var scale = criteria.ScaleOf(dimension);
        return new ChoiceInput(
            ScoreFields.Name(dimension), dimension.ToString(),
            [
                .. scale.Values.Select(value =>
                    new Choice(value.ToString(CultureInfo.InvariantCulture), scale.Say(value))),
                new(ScoreFields.DontKnow, "Don't know"),
                new(ScoreFields.Abstain, "Abstain: a conflict of interest, or not my field"),
            ],
            Value: own is not null && own.Scores.TryGetValue(dimension, out var score)
                ? ScoreFields.Write(score)
                : null,
            Open: true);
    }

    private static ImmutableArray<CardButton> Buttons(RoundState state, int place, RoundProgress progress, Turn turn)
    {
        var round = state.Round;
        var risks = round.Risks.Length;
        var next = round.Risks[progress.With(place, risks).NextOpen(place + 1, risks) ?? place];
        var buttons = ImmutableArray.CreateBuilder<CardButton>();
        buttons.Add(Button(next == round.Risks[place] ? "Save" : "Save and next", ScoreRisk.Form.Words,
            round.Risks[place], round, ("next", next))
            with { SendsInputs = true, Style = ButtonStyle.Primary });
        if (place > 0) buttons.Add(Button("Back", ShowScoreCard.Form.Words, round.Risks[place - 1], round));
        if (place + 1 < risks)
            buttons.Add(Button("Skip to the next", ShowScoreCard.Form.Words, round.Risks[place + 1], round));
        return buttons.ToImmutable();
    }

    private static CardButton Button(
        string title, string verb, string risk, ScoringRound round,
        params ReadOnlySpan<(string Key, string Value)> data) =>
        round.Home.ButtonFromAfar(title, verb, [.. Data(round), ("risk", risk), .. data]);

    private static (string Key, string Value)[] Data(ScoringRound round) =>
    [
        ("assessment", round.Assessment.ToString(CultureInfo.InvariantCulture)),
        ("round", round.Number.ToString(CultureInfo.InvariantCulture)),
    ];
}
