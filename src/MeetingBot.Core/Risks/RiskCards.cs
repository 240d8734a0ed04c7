using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Scoring;
using MeetingBot.Risks.Statistics;

namespace MeetingBot.Risks;

/// <summary>One risk as a card: what it is, and how its scores fell once they are revealed.</summary>
internal static class RiskCards
{
    private const int MostRationales = 6;
    private const int RationaleRoom = 240;

    public static Card Of(Assessment assessment, RiskScenario risk, IReadOnlyList<RiskScore> scores, Turn turn)
    {
        var body = ImmutableArray.CreateBuilder<CardElement>();
        var label = TlpLabels.Strictest(risk.Tlp ?? assessment.Tlp, assessment.Tlp).Label();
        body.Add(new CardText($"{assessment.Name} · {label}", TextTone.Subtle));
        if (!risk.Active) body.Add(new CardText(RiskRefusals.NotActive(risk).Text, TextTone.Warning));
        body.AddRange(Text(risk, 2_400));
        if (risk.Result is { } result) body.AddRange(Result(assessment, risk, result, scores));
        else body.Add(new CardText("Not scored yet.", TextTone.Subtle));
        if (risk.Treatment is { } treatment) body.Add(new CardText("Treatment: " + RiskWords.Treatment(treatment)));
        if (risk.Residual is { } residual)
            body.Add(new CardText(
                $"Once treated: {RiskWords.Level(residual, assessment.Criteria)} "
                    + $"({RiskWords.Values(residual, assessment.Criteria)})"));
        return new Card(
            Title(risk), body.ToImmutable(),
            assessment.Named && risk.Result is { Round: > 0 } ? [ShowVotes.Button(risk, turn)] : []);
    }

    public static string Title(RiskScenario risk) =>
        $"{risk.Id}{(risk.Aliases.IsEmpty ? "" : $" ({Phrases.Some(risk.Aliases, ", ", 60)})")}: {risk.Title}";

    /// <summary>What it is, in the order in which a reader needs it.</summary>
    public static IEnumerable<CardElement> Text(RiskScenario risk, int room)
    {
        if (risk.Description.Length > 0) yield return new CardText(Phrases.Shorten(risk.Description, room));
        var facts = ImmutableArray.CreateBuilder<CardFact>();
        Add("Asset", Phrases.Some(risk.Assets, ", ", 300));
        Add("Threat", Phrases.Some(risk.Threats, ", ", 300));
        Add("Workflow", risk.Workflow);
        Add("Communities", Phrases.Some(risk.Communities, ", ", 200));
        Add("Mitigation today", Phrases.Shorten(risk.Mitigation, room));
        Add("References", Phrases.Some(risk.References, "\n", 600));
        if (facts.Count > 0) yield return new CardFacts(facts.ToImmutable());

        void Add(string name, string value)
        {
            if (value.Length > 0) facts.Add(new CardFact(name, value));
        }
    }

    /// <summary>How the scores fell, in words and as bars; the reasons of both sides without names.</summary>
    public static IEnumerable<CardElement> Result(
        Assessment assessment, RiskScenario risk, RiskResult result, IReadOnlyList<RiskScore> scores)
    {
        var criteria = assessment.Criteria;
        yield return new CardText(
            $"{RiskWords.Level(result, criteria)}: {RiskWords.Values(result, criteria)}", TextTone.Strong);
        foreach (var dimension in result.Dimensions)
        {
            yield return new CardHeading(dimension.Dimension.ToString());
            if (!dimension.IsFew && dimension.Counts.Any(count => count > 0)) yield return Bars(dimension, criteria);
            yield return new CardText(RiskWords.Figures(dimension, criteria), TextTone.Subtle);
            if (Change(dimension) is { } change) yield return new CardText(change, TextTone.Subtle);
            if (!dimension.Communities.IsDefaultOrEmpty)
                yield return new CardText(Communities(dimension, criteria), TextTone.Subtle);
        }
        var reasons = RationaleCamps.Of(scores, result, criteria);
        if (Camp("Below the group's value", reasons.Lower) is { } lower) yield return lower;
        if (Camp(reasons.Parted ? "At the group's value or above" : "Reasons", reasons.Upper) is { } upper)
            yield return upper;
    }

    private static CardTable Bars(DimensionResult result, RiskCriteria criteria)
    {
        var scale = criteria.ScaleOf(result.Dimension);
        var most = Math.Max(1, result.Counts.Max());
        return new CardTable(
            ["Value", "Members", ""],
            [
                .. scale.Values.Zip(result.Counts, ImmutableArray<string> (value, count) =>
                [
                    scale.Say(value), count.ToString(CultureInfo.InvariantCulture),
                    new string('█', (int)Math.Ceiling(count * 12.0 / most)),
                ]),
            ]);
    }

    private static string? Change(DimensionResult dimension) =>
        dimension.Since == 0 || dimension.IsFew ? null
        : dimension.Moved is not { } moved
            ? $"Round {dimension.Since} had other voters, so that whether it is stable can't be told."
            : string.Create(CultureInfo.InvariantCulture, $"Moved since round {dimension.Since}: {moved:0.000}")
                + (DelphiRounds.IsStable(moved) ? ", stable: a further round would hardly change it." : ".");

    private static string Communities(DimensionResult result, RiskCriteria criteria) => "By community: "
        + string.Join("; ", result.Communities.Select(community =>
        {
            var scores = DimensionResult.Scores(community.Counts, criteria.ScaleOf(result.Dimension));
            return string.Create(
                CultureInfo.InvariantCulture, $"{community.Name} {scores.HighMedian} (n {scores.Count})");
        })) + ". Of communities with fewer than three scores nothing is shown.";

    private static CardText? Camp(string name, ImmutableArray<string> reasons) => reasons.IsEmpty
        ? null
        : new CardText($"{name}\n" + string.Join('\n', reasons.Take(MostRationales)
            .Select(reason => "• " + Phrases.Shorten(Phrases.Words(reason), RationaleRoom)))
            + (reasons.Length > MostRationales ? $"\n… and {reasons.Length - MostRationales} more in the report" : ""));
}
