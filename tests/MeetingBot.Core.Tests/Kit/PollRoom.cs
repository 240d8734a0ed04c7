using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Polls;
using MeetingBot.Polls.Ballots;
using NodaTime;

namespace MeetingBot.Kit;

/// <summary>What a test asks of polls in a room.</summary>
internal static class PollRoom
{
    /// <summary>Opens a poll as typed, and gives it as it is kept.</summary>
    public static async Task<Poll> Opens(this Room room, string who, string typed)
    {
        await room.Says(who, typed);
        return room.Poll(room.Table.Under(room.Partition, "poll").Count);
    }

    public static Poll Poll(this Room room, int number) => PollRows.Read(
        Assert.Single(room.Table.Under(room.Partition, "poll"), row => row.RowKey == PollRows.Key(number)));

    /// <summary>Answers by the card: <c>("o1", "yes")</c>, <c>("choice", "2")</c>.</summary>
    public static Task<Answer?> Votes(this Room room, string who, int poll, params (string Key, string Value)[] inputs) =>
        room.Press(who, "poll vote", [("poll", $"{poll}"), .. inputs]);

    public static List<Ballot> Ballots(this Room room, int poll) =>
        [.. room.Table.Under(room.Partition, "ballot", $"{poll:D8}").Select(PollRows.ReadBallot)];

    /// <summary>The shared card as it is a second later, when it may be drawn again.</summary>
    public static async Task<Card> Shared(this Room room, int poll)
    {
        await room.Bot.Settled();
        room.Time.Advance(Duration.FromSeconds(1));
        await room.Bot.Settled();
        return room.Bot.Channel.Sent.Last(sent => sent.Message.Slot == PollCards.Slot(poll)).Message.Card!;
    }

    public static async Task<Card> Seen(this Room room, string who, int poll) =>
        (await room.Press(who, "poll show", ("poll", $"{poll}")))!.Card!;

    /// <summary>All that a card says, a line each.</summary>
    public static string Text(this Card card) => string.Join('\n', card.Elements().SelectMany(Lines).Prepend(card.Title));

    public static CardButton Button(this Card card, string title) =>
        Assert.Single(card.AllButtons(), button => button.Title == title);

    public static bool Offers(this Card card, string title) => card.AllButtons().Any(button => button.Title == title);

    /// <summary>What was said to one person alone.</summary>
    public static IEnumerable<string> Told(this Room room, string who) => room.Bot.Channel.Sent
        .Select(sent => sent.Message)
        .Where(message => message.Recipient?.Key == Room.Who(who).Key).Select(message => message.Text);

    private static IEnumerable<string> Lines(CardElement element) => element switch
    {
        CardText text => [text.Text],
        CardTable table => table.Rows.Select(row => string.Join(" | ", row)).Prepend(string.Join(" | ", table.Headers)),
        _ => [],
    };
}
