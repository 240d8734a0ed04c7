using System.Collections.Immutable;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Polls;

/// <summary>Lists the polls of the group, the open ones first.</summary>
public sealed record ListPolls : Command
{
    private const int Most = 15;

    public static CommandForm Form { get; } = CommandForm.Plain(
        "polls", "lists the group's polls", () => new ListPolls()) with
    {
        Example = "/polls",
        Aliases = ["poll list", "list polls", "show polls", "polls?", "polls all", "polls list"],
    };

    public override Reads Reads(Turn turn) => Tables.Reads.Of(PollRows.All);

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var polls = rows.In(PollRows.All).Select(PollRows.Read)
            .OrderBy(poll => !poll.Open).ThenByDescending(poll => poll.Number).ToList();
        if (polls.Count == 0) return PollRefusals.WhichPoll(OpenPolls.None);
        ImmutableArray<CardElement> body =
        [
            new CardTable(
                ["No.", "Question", "Where it stands"], [.. polls.Take(Most).Select(poll => Row(poll, turn))]),
        ];
        if (polls.Count > Most) body = body.Add(new CardText($"… and {polls.Count - Most} before.", TextTone.Subtle));
        return new Decision { ShowCard = new Card($"Polls ({polls.Count(poll => poll.Open)} open)", body, []) };
    }

    private static ImmutableArray<string> Row(Poll poll, Turn turn) =>
        [PollCards.Number(poll.Number), poll.Question, Stands(poll, turn)];

    private static string Stands(Poll poll, Turn turn) => poll switch
    {
        { Open: true, ClosesAt: { } end } => $"Open until {PollTimes.Deadline(end, poll, turn)}",
        { Open: true } => "Open",
        { Status: PollStatus.Cancelled } => "Called off",
        { Result: { } result } => Phrases.Shorten(PollWords.Result(poll, result), 160),
        _ => "Closed",
    };
}
