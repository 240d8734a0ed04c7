using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Polls.Ballots;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Polls;

/// <summary>
/// Draws polls from the rows as they are now. Of an open one whose shared card is drawn the counts are kept; else it
/// only reads.
/// </summary>
public sealed class PollViews(ITable table)
{
    private const int MostTries = 3;

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
        var members = await MembersAsync(poll, turn, cancel);
        if (!shared) return PollCards.For(poll, ballots, turn, members);
        if (poll.Open) await KeepAsync(partition, poll, ballots, turn.Now, cancel);
        return PollCards.Shared(poll, ballots, turn, members);
    }

    // Only of a poll that names no voters are they needed; and a guest is not told who else is in the group.
    private async ValueTask<List<Person>> MembersAsync(Poll poll, Turn turn, CancellationToken cancel)
    {
        if (!poll.Open || poll.Voters.Any() || !PollSight.OfAll(poll).Answered || turn.Actor.IsGuest) return [];
        var rows = new List<Row>();
        await foreach (var row in table.QueryAllAsync(turn.Conversation.Group.PartitionKey, GroupRows.Members, cancel))
            rows.Add(row);
        return SilentVoters.Members(rows, turn.Conversation);
    }

    // The card is what matters: where the counts can't be kept, a voter's own card goes without. Of two that draw it
    // at once the later count stays, whichever is written last.
    private async ValueTask KeepAsync(
        string partition, Poll poll, IReadOnlyCollection<Ballot> ballots, Instant now, CancellationToken cancel)
    {
        var counted = KeptTally.Of(poll, ballots, now);
        try
        {
            for (var tries = 0; tries < MostTries; tries++)
            {
                var row = await table.GetAsync(partition, PollRows.TallyKey(poll.Number), cancel);
                if (row?.Read(PollJson.Default.KeptTally) is { } kept && kept.At > now) return;
                var result = await table.CommitAsync(partition, counted.Keep(poll.Number, row?.ETag), cancel);
                if (result is CommitResult.Committed) return;
            }
        }
        catch (TableUnavailableException)
        {
        }
    }
}
