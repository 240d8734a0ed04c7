using MeetingBot.Conversations.Sending;
using MeetingBot.Tables;

namespace MeetingBot.Conversations;

/// <summary>
/// Makes timers of one name due at once, in every group, when what they look after has changed since the last start:
/// such as the zone rules that a new version brings along.
/// </summary>
public sealed class TimerRecall(ITable table, OutboxServices services)
{
    private const string Partition = "versions";

    /// <summary>
    /// Brings the timers forward if the version is not the one of before. Interrupted, or run by several at once, it
    /// is done again: timers that are due are due once. Never throws: what fails is done at the next start.
    /// </summary>
    public async Task RunAsync(string timer, string version, CancellationToken cancel)
    {
        try
        {
            await BringForwardAsync(timer, version, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The version of before stands.
        }
        catch (Exception error)
        {
            services.Log.BackgroundFailed(error);
        }
    }

    private async ValueTask BringForwardAsync(string timer, string version, CancellationToken cancel)
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
        var now = services.Clock.GetCurrentInstant();
        // One that can't be read stays for an instance that can, and takes no place of the others.
        if (await table.GetAsync(hint.PartitionKey, TimerRows.Key(hint.Name), cancel) is not { } row
            || row.TryRead(ConversationJson.Default.TimerEntry) is not { } timer || timer.Due <= now) return;
        var due = timer with { Due = now };
        await table.CommitAsync(TimerRows.Hints, [TimerRows.Hint(due)], cancel);
        // A conflict: it was fired or set anew meanwhile, by a turn of the new version or of one that goes on beside.
        await table.CommitAsync(
            hint.PartitionKey, [new RowChange.Replace(row.RowKey, TimerRows.Set(due).Data, row.ETag)], cancel);
    }
}
