using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Conversations;

/// <summary>
/// Makes timers of one name due at once, in every group, when what they look after has changed since the last start:
/// such as the zone rules that a new version brings along.
/// </summary>
public sealed class TimerRecall(ITable table, IClock clock)
{
    private const string Partition = "versions";

    /// <summary>
    /// Brings the timers forward if the version is not the one of before. Interrupted, or run by several at once, it
    /// is done again: timers that are due are due once.
    /// </summary>
    public async ValueTask RunAsync(string timer, string version, CancellationToken cancel)
    {
        var key = TableKey.Join(timer);
        var known = await table.GetAsync(Partition, key, cancel);
        if (known?.TryRead(ConversationJson.Default.String) == version) return;
        await foreach (var row in table.QueryAllAsync(TimerRows.Hints, KeyRange.All, cancel))
            if (TimerRows.TryReadHint(row) is { } hint && hint.Name == timer) await BringForwardAsync(hint, cancel);
        await table.CommitAsync(
            Partition, [new RowChange.Upsert(key, Rows.Write(version, ConversationJson.Default.String))], cancel);
    }

    private async ValueTask BringForwardAsync(TimerHint hint, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        if (await table.GetAsync(hint.PartitionKey, TimerRows.Key(hint.Name), cancel) is not { } row) return;
        var timer = TimerRows.Read(row);
        if (timer.Due <= now) return;
        var due = timer with { Due = now };
        await table.CommitAsync(TimerRows.Hints, [TimerRows.Hint(due)], cancel);
        // A conflict: it was fired or set anew meanwhile, by a turn of the new version or of one that goes on beside.
        await table.CommitAsync(
            hint.PartitionKey, [new RowChange.Replace(row.RowKey, TimerRows.Set(due).Data, row.ETag)], cancel);
    }
}
