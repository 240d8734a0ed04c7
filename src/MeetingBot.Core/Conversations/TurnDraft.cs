using System.Collections.Immutable;
using MeetingBot.Conversations.Sending;
using MeetingBot.Tables;

namespace MeetingBot.Conversations;

/// <summary>What a decision becomes: rows, outbox entries, and the answer for the response.</summary>
/// <param name="Writes">Whether there is anything to commit.</param>
internal sealed record TurnDraft(
    Turn Turn, Decision Decision, Answer? Answer, ImmutableArray<(string Key, OutboxEntry Entry)> Outbox, bool Writes)
{
    /// <param name="isTalk">As <see cref="Command.IsTalk"/> has it.</param>
    public static TurnDraft Of(Turn turn, Decision decision, string owner, bool isTalk = false)
    {
        IEnumerable<Outgoing> replies = [];
        Answer? answer = null;
        if (turn.Incoming is CardAnswer { WantsAnswer: true })
        {
            if (decision.Tell is not null || decision.ShowCard is not null)
                answer = new Answer(
                    decision.Tell ?? decision.ShowCard!.Title, decision.ShowCard?.FromWhere(turn), decision.Refused,
                    decision.Asks);
        }
        else
        {
            replies = Replies(turn, decision);
        }

        var told = SpreadMessages.Told(turn, decision, isTalk);
        var outbox = SpreadMessages.Of(turn, replies, told, decision.Messages)
            .Select((message, index) => (OutboxEntry.Key(turn.Id, index), new OutboxEntry(message, owner, turn.Now)))
            .ToImmutableArray();
        var writes = outbox.Length > 0 || decision.Changes.Length > 0 
            || decision.Timers.Length > 0 || decision.CancelledTimers.Length > 0 || turn.Incoming is TimerFired;
        return new TurnDraft(turn, decision, answer, outbox, writes);
    }

    /// <summary>The batch: what has a condition comes first.</summary>
    /// <param name="doorMissing">As <see cref="Standing.Holds"/> has it.</param>
    public List<RowChange> Changes(string seenKey, ImmutableArray<RowChange.Upsert> marks, bool doorMissing)
    {
        var changes = new List<RowChange>(Decision.Changes.Length + marks.Length + Outbox.Length + 5);
        var fired = Turn.Incoming as TimerFired;
        changes.Add(fired is null ? Seen.ToInsert(seenKey) : Firing(fired));
        if (Decision.While is { } standing) changes.AddRange(standing.Holds(doorMissing));
        changes.AddRange(Decision.Changes);
        changes.AddRange(marks);
        if (Decision.Timers.Length + Decision.CancelledTimers.Length > 0) changes.AddRange(TimerChanges(fired?.Name));
        foreach (var (key, entry) in Outbox) changes.Add(new RowChange.Upsert(key, entry.ToData()));
        return changes;
    }

    private SeenDelivery Seen => new(Turn.Now, Answer, SeenDelivery.SourceOf(Turn.Incoming));

    private IEnumerable<RowChange> TimerChanges(string? fired)
    {
        var set = Decision.Timers.Where(timer => timer.Name != fired).Select(TimerRows.Set);
        var cancelled = Decision.CancelledTimers
            .Except(Decision.Timers.Select(timer => timer.Name))
            .Where(name => name != fired)
            .Select(name => new RowChange.Delete(TimerRows.Key(name)));
        return [.. set, .. cancelled];
    }

    // Whoever fires a timer takes exactly the row that was due; a rule may set it again in the same turn.
    private RowChange Firing(TimerFired fired)
    {
        var key = TimerRows.Key(fired.Name);
        return Decision.Timers.FirstOrDefault(set => set.Name == fired.Name) is { } again
            ? new RowChange.Replace(key, TimerRows.Set(again).Data, fired.ETag)
            : new RowChange.Delete(key, fired.ETag);
    }

    private static IEnumerable<Outgoing> Replies(Turn turn, Decision decision)
    {
        var replyTo = (turn.Incoming as IncomingMessage)?.MessageId;
        if (decision.Tell is { } text) yield return new Outgoing(turn.Conversation, text, decision.TellFormat, replyTo);
        if (decision.ShowCard is { } card) yield return new Outgoing(turn.Conversation, card.Title, Card: card);
    }
}
