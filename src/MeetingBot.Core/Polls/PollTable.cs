using System.Collections.Immutable;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Polls.Ballots;
using MeetingBot.Polls.Slots;

namespace MeetingBot.Polls;

/// <summary>
/// The options of a poll with the counts and names that the viewer may see: as a table, or many of them a line each.
/// </summary>
internal static class PollTable
{
    private const int MostInTable = 6;
    private const int OptionRoom = 320;
    private const int NamesRoom = 240;
    private const int LineRoom = 200;

    /// <param name="picture">Null where no ballots were read.</param>
    public static IEnumerable<CardElement> Of(Poll poll, PollPicture? picture, Turn turn) =>
        poll.Options.Length <= MostInTable
            ? [new CardTable(Headers(poll, picture), [.. poll.Options.Select(option => Row(poll, option, picture, turn))])]
            : [new CardText(string.Join('\n', poll.Options.Select(option => Line(poll, option, picture, turn))))];

    private static string Line(Poll poll, PollOption option, PollPicture? picture, Turn turn)
    {
        var counts = picture?.Tally is { } tally ? ": " + PollWords.Counts(poll, tally.Of(option)) : "";
        return $"{poll.PlaceOf(option)}. {CardFit.Text(Text(poll, option, turn), LineRoom)}{counts}";
    }

    private static ImmutableArray<string> Headers(Poll poll, PollPicture? picture) => (picture?.Tally, poll.Kind) switch
    {
        (null, _) => ["No.", "Option"],
        (_, PollKind.Times) => ["No.", "Option", "Yes", "If need be", "No"],
        (_, PollKind.Ranked) => ["No.", "Option", "Points", "First places"],
        _ => ["No.", "Option", "Votes"],
    };

    private static ImmutableArray<string> Row(Poll poll, PollOption option, PollPicture? picture, Turn turn)
    {
        var number = PollCards.Number(poll.PlaceOf(option));
        var text = CardFit.Text(Text(poll, option, turn), OptionRoom);
        if (picture?.Tally is not { } tally) return [number, text];
        var counts = tally.Of(option);
        return poll.Kind switch
        {
            PollKind.Times =>
            [
                number, text, Cell(counts.Yes, BallotAnswer.Yes), Cell(counts.IfNeedBe, BallotAnswer.IfNeedBe),
                Cell(counts.No, BallotAnswer.No),
            ],
            PollKind.Ranked => [number, text, PollCards.Number(counts.Points), PollCards.Number(counts.First)],
            _ => [number, text, Cell(counts.Yes, BallotAnswer.Yes)],
        };

        string Cell(int count, BallotAnswer answer) =>
            picture.Voices.TryGetValue((option.Id, answer), out var names)
                ? $"{count}: {CardFit.Some(names, ", ", NamesRoom)}"
                : PollCards.Number(count);
    }

    private static string Text(Poll poll, PollOption option, Turn turn) =>
        (poll.Result?.Winner == option.Id ? "✓ " : "") + option.Text + SlotWords.ForReader(option, poll, turn);
}
