using System.Collections.Immutable;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Polls.Slots;

namespace MeetingBot.Polls.Ballots;

/// <summary>The inputs of a ballot on a card, filled with what its voter has answered.</summary>
internal static class BallotInputs
{
    private const int LabelRoom = 140;

    // Each place has all the options.
    private const int RankedRoom = 300;

    private static readonly ImmutableArray<string> Ranks =
    [
        "First choice", "Second choice", "Third choice", "Fourth choice", "Fifth choice", "Sixth choice",
        "Seventh choice", "Eighth choice", "Ninth choice", "Tenth choice",
    ];

    private static readonly ImmutableArray<Choice> Answers =
    [
        new("yes", "Yes"), new("maybe", "If need be"), new("no", "No"), new("none", "No answer"),
    ];

    public static string Field(PollOption option) => "o" + PollCards.Number(option.Id);

    public static string RankField(int rank) => "r" + PollCards.Number(rank + 1);

    /// <param name="own">What was answered before; null for nothing.</param>
    public static IEnumerable<CardElement> Of(Poll poll, Ballot? own, Turn turn)
    {
        IEnumerable<CardElement> inputs = poll.Kind switch
        {
            PollKind.Times => poll.Options.Select(option => Time(poll, option, own, turn)),
            PollKind.Ranked => Enumerable.Range(0, Math.Min(Poll.MostRanked, poll.Options.Length))
                .Select(rank => Rank(poll, own, rank)),
            PollKind.Multiple => [Choose(poll, own, "Your choices") with { Multiple = true }],
            _ => [Choose(poll, own, "Your choice")],
        };
        return inputs.Append(new TextInput("comment", "Comment", Value: own?.Comment, MaxLength: Ballot.MostComment));
    }

    private static ChoiceInput Time(Poll poll, PollOption option, Ballot? own, Turn turn) => new(
        Field(option), CardFit.Text(option.Text + SlotWords.ForReader(option, poll, turn), LabelRoom), Answers,
        Value: own?.To(option) switch
        {
            BallotAnswer.Yes => "yes",
            BallotAnswer.IfNeedBe => "maybe",
            BallotAnswer.No => "no",
            _ => null,
        });

    private static ChoiceInput Choose(Poll poll, Ballot? own, string label)
    {
        var chosen = poll.Options.Where(option => own?.To(option) is BallotAnswer.Yes).Select(Id).ToList();
        return new ChoiceInput(
            "choice", label, [.. poll.Options.Select(option => Choice(option, LabelRoom))],
            Value: chosen.Count == 0 ? null : string.Join(',', chosen));
    }

    private static ChoiceInput Rank(Poll poll, Ballot? own, int rank)
    {
        var placed = own?.Answers.Where(given => poll[given.Option]?.Version == given.Version).ElementAtOrDefault(rank);
        return new ChoiceInput(
            RankField(rank), Ranks[rank],
            [
                .. poll.Options.Select(option => Choice(option, Math.Min(60, RankedRoom / poll.Options.Length))),
                new Choice("none", "None"),
            ],
            Value: placed is null ? null : PollCards.Number(placed.Option));
    }

    private static Choice Choice(PollOption option, int room) =>
        new(Id(option), CardFit.Text(option.Text, room));

    private static string Id(PollOption option) => PollCards.Number(option.Id);
}
