using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Meetings.Guests;
using MeetingBot.Risks.Scoring;

namespace MeetingBot.Risks.Rounds;

/// <summary>A round as all see it: who has answered and how far while it is open, and then what came of it.</summary>
public static class RoundCards
{
    private const string SlotPrefix = "round ";
    private const int NamesRoom = 2_000;
    private const int MostRows = 40;

    /// <summary>The slot of a round's live card.</summary>
    public static string Slot(ScoringRound round) =>
        string.Create(CultureInfo.InvariantCulture, $"{SlotPrefix}{round.Assessment} {round.Number}");

    /// <summary>The round whose slot it is; null for another feature's.</summary>
    public static OpenRound? RoundOf(string slot) => RoundOf(slot, SlotPrefix);

    internal static OpenRound? RoundOf(string slot, string prefix)
    {
        if (!slot.StartsWith(prefix, StringComparison.Ordinal)) return null;
        var parts = slot[prefix.Length..].Split(' ');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var assessment)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? new OpenRound(assessment, number)
                : null;
    }

    /// <summary>
    /// The shared card is to be drawn anew: what it shows is read when it is sent, once a second at most.
    /// </summary>
    public static Outgoing Changed(Assessment assessment, ScoringRound round) => new(
        round.Home, Phrases.Shorten(Name(assessment, round), 200), Slot: Slot(round), Paced: true);

    /// <summary>The shared card at the end of the conversation.</summary>
    internal static Outgoing Posted(
        Assessment assessment, ScoringRound round, IReadOnlyCollection<RoundProgress> progress,
        IReadOnlyCollection<Person> asked, Turn turn) =>
        Changed(assessment, round) with { Card = Shared(assessment, round, progress, asked, turn), Fresh = true };

    /// <summary>As all see it: of the scores nothing, not even a count of them.</summary>
    internal static Card Shared(
        Assessment assessment, ScoringRound round, IReadOnlyCollection<RoundProgress> progress,
        IReadOnlyCollection<Person> asked, Turn turn)
    {
        var body = ImmutableArray.CreateBuilder<CardElement>();
        body.Add(new CardText($"{Status(round, turn)} · {assessment.Tlp.Label()}", TextTone.Subtle));
        body.Add(new CardText(
            $"{RiskList.Words(round.Risks)}{(round.OfResidual ? ", what is left once they are treated" : "")}. "
                + "Everybody who is asked has a card of their own, alone with the bot"
                + (round.Members.IsDefaultOrEmpty ? "; who has none presses \"My card\"" : "")
                + ". Scores are hidden from everybody until the reveal; who has answered, and how far, is shown "
                    + "here."));
        if (round.Open) body.Add(new CardText(People(round, progress, asked)));
        if (round.Figures is { } figures)
            body.Add(new CardText(
                $"{figures.Scored} of {figures.Members} have scored. To see how: /risks", TextTone.Strong));
        ImmutableArray<CardButton> buttons = round.Open
            ?
            [
                Button("My card", ShowScoreCard.Form.Words, round) with { Style = ButtonStyle.Primary },
                Button("Reveal", RevealRound.Form.Words, round), Button("Remind", RemindScorers.Form.Words, round),
            ]
            : [];
        return new Card(Name(assessment, round), body.ToImmutable(), buttons);
    }

    /// <summary>What came of it, the risks in the order of their levels.</summary>
    internal static Card Result(
        Assessment assessment, ScoringRound round, IReadOnlyCollection<RiskScenario> risks, Turn turn)
    {
        var criteria = assessment.Criteria;
        var ordered = round.OfResidual
            ? RiskWords.Ranked(risks.Select(risk => risk with { Result = risk.Residual }), criteria)
            : RiskWords.Ranked(risks, criteria);
        var body = ImmutableArray.CreateBuilder<CardElement>();
        body.Add(new CardText(
            $"{round.Figures!.Scored} of {round.Figures.Members} have scored · {assessment.Tlp.Label()} · "
                + $"{criteria.Matrix.Name}", TextTone.Subtle));
        body.Add(new CardTable(
            ["Risk", "Level", "Scores"],
            [
                .. ordered.Take(MostRows).Select(ImmutableArray<string> (risk) =>
                [
                    $"{risk.Id} {Phrases.Shorten(risk.Title, 60)}", RiskWords.Level(risk.Result!, criteria),
                    RiskWords.Values(risk.Result!, criteria),
                ]),
            ]));
        if (ordered.Length > MostRows)
            body.Add(new CardText($"{ordered.Length - MostRows} more: /risks", TextTone.Subtle));
        foreach (var figures in round.Figures.Dimensions)
            body.Add(new CardText(Agreement(figures), TextTone.Subtle));
        body.Add(new CardText(
            "The value is the high median: the middle score, of an even number the upper one. How each fell, and why: "
                + $"/risk {ordered.FirstOrDefault()?.Id ?? "TR-1"}. What is split or unknown goes on an agenda with "
                    + "/risk discuss"));
        return new Card($"{Name(assessment, round)}: how the scores fell", body.ToImmutable(), []);
    }

    /// <summary>What a guest is told who comes after its end: how much was scored, and no score.</summary>
    internal static Card Over(Assessment assessment, ScoringRound round)
    {
        var text = (round.Status, round.Figures) switch
        {
            (RoundStatus.Cancelled, _) => "This round was called off. What was scored in it nobody will see.",
            (RoundStatus.Revealed, { } figures) =>
                $"This round is over: {figures.Scored} of {figures.Members} who were asked have scored "
                + $"{Phrases.Count(round.Risks.Length, "risk")}. What the scores come to the group has before it; "
                + "who has invited you can tell you.",
            _ => $"The time of this round is over; its {Phrases.Count(round.Risks.Length, "risk")} "
                + "will be revealed to the group.",
        };
        return new Card(
            Name(assessment, round),
            [new CardText(text), new CardText("No score is taken any more.", TextTone.Subtle)], []);
    }

    internal static string Name(Assessment assessment, ScoringRound round) =>
        $"Round {round.Number} of {assessment.Name}{(round.OfResidual ? ", what is left" : "")}";

    private static string Status(ScoringRound round, Turn turn) => round.Status switch
    {
        RoundStatus.Revealed => "Revealed",
        RoundStatus.Cancelled => "Called off",
        _ when round.ClosesAt is { } end => $"Open until {Moments.Deadline(end, turn.Group.Zone, turn.Now)}",
        _ => "Open until it is revealed",
    };

    private static string People(
        ScoringRound round, IReadOnlyCollection<RoundProgress> progress, IReadOnlyCollection<Person> asked)
    {
        var risks = round.Risks.Length;
        var done = progress.ToDictionary(one => one.Member.Key, one => one.Done);
        var everybody = asked.Concat(progress.Select(one => one.Member)).DistinctBy(person => person.Key).ToList();
        var all = everybody.Where(person => done.GetValueOrDefault(person.Key) >= risks).ToList();
        var some = everybody.Where(person => done.GetValueOrDefault(person.Key) is var count && count > 0
            && count < risks).ToList();
        var none = everybody.Except(all).Except(some).ToList();
        return string.Join('\n', new[]
        {
            Line("All answered", all, _ => ""),
            Line("On the way", some, person => FormattableString.Invariant($" {done[person.Key]} of {risks}")),
            Line("Nothing yet", none, _ => ""),
        }.Where(line => line.Length > 0));
    }

    private static string Line(string name, List<Person> people, Func<Person, string> tail) => people.Count == 0
        ? ""
        : $"{name} ({people.Count}): " + Phrases.Some(
            [.. people.OrderBy(person => person.Name, StringComparer.OrdinalIgnoreCase)
                .Select(person => Guest.Shown(person) + tail(person))],
            ", ", NamesRoom / 3);

    private static string Agreement(DimensionAgreement figures) => string.Create(
        CultureInfo.InvariantCulture,
        $"{figures.Dimension}: Krippendorff's alpha {Or(figures.Alpha)}, Kendall's W {Or(figures.W)} ")
        + string.Create(
            CultureInfo.InvariantCulture,
            $"({figures.Raters} members who scored all {figures.Ranked} ranked risks)");

    private static string Or(double? value) => value?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "n/a";

    private static CardButton Button(string title, string verb, ScoringRound round) => round.Home.Button(
        title, verb, ("assessment", round.Assessment.ToString(CultureInfo.InvariantCulture)),
        ("round", round.Number.ToString(CultureInfo.InvariantCulture)));
}
