using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Polls;

/// <summary>Draws polls from the rows as they are now. Reads only.</summary>
public sealed class PollViews(ITable table)
{
    /// <summary>The shared card, or as the person of the turn sees it; null for a poll that is not there.</summary>
    /// <param name="turn">Who looks, and when.</param>
    public async ValueTask<Card?> CardAsync(int number, Turn turn, bool shared, CancellationToken cancel)
    {
        var partition = turn.Conversation.Group.PartitionKey;
        if (await table.GetAsync(partition, PollRows.Key(number), cancel) is not { } row) return null;
        var poll = PollRows.Read(row);
        var ballots = new List<Ballot>();
        await foreach (var ballot in table.QueryAllAsync(partition, PollRows.Ballots(number), cancel))
            ballots.Add(PollRows.ReadBallot(ballot));
        return shared ? PollCards.Shared(poll, ballots, turn) : PollCards.For(poll, ballots, turn);
    }
}
