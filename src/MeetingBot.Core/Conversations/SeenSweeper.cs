using System.Collections.Concurrent;
using MeetingBot.Conversations.Sending;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Conversations;

/// <summary>
/// Forgets old deliveries, once a day for each group that has some. Which groups these are is kept in a partition of
/// all groups: a group that falls silent is swept to its last delivery, whatever process runs then.
/// </summary>
public sealed class SeenSweeper(ITable table, OutboxServices services)
{
    /// <summary>The partition of the hints: one row a group.</summary>
    public const string Hints = "sweeps";

    private static readonly Duration Every = Duration.FromHours(24);
    private static readonly Duration Round = Duration.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (Instant At, int Epoch)> _announced = new();
    private readonly ConcurrentDictionary<string, Instant> _swept = new();

    /// <summary>
    /// Tells, before a delivery of the group is kept, that there is something to sweep: once a day at most.
    /// </summary>
    /// <param name="epoch">The group's: when it was forgotten, its hint went with it, whoever forgot it.</param>
    internal async ValueTask AnnounceAsync(string partitionKey, int epoch, CancellationToken cancel)
    {
        var now = services.Clock.GetCurrentInstant();
        if (_announced.TryGetValue(partitionKey, out var last) && last.Epoch == epoch && now - last.At < Every) return;
        var hint = Rows.Write(new SeenHint(partitionKey, now), ConversationJson.Default.SeenHint);
        await table.CommitAsync(Hints, [new RowChange.Upsert(TableKey.Join(partitionKey), hint)], cancel);
        _announced[partitionKey] = (now, epoch);
    }

    /// <summary>The group is forgotten, its deliveries too: no hint leads to it.</summary>
    internal async ValueTask ForgetAsync(string partitionKey, CancellationToken cancel)
    {
        _announced.TryRemove(partitionKey, out _);
        await table.CommitAsync(Hints, [new RowChange.Delete(TableKey.Join(partitionKey))], cancel);
    }

    /// <summary>Sweeps what is due every few minutes, until stopped. Never throws.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await services.Wait(Round, cancel);
                await SweepDueAsync(cancel);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                services.Log.BackgroundFailed(error);
            }
        }
    }

    /// <summary>
    /// Sweeps every group that was not swept within a day. One that fails does not keep the others waiting.
    /// </summary>
    public async ValueTask SweepDueAsync(CancellationToken cancel)
    {
        await foreach (var row in table.QueryAllAsync(Hints, KeyRange.All, cancel))
        {
            var now = services.Clock.GetCurrentInstant();
            if (_swept.TryGetValue(row.RowKey, out var last) && now - last < Every) continue;
            try
            {
                await SweepAsync(row, now, cancel);
                _swept[row.RowKey] = now;
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                services.Log.SweepFailed(error, OpaqueId.Of(row.RowKey));
            }
        }
    }

    /// <summary>Forgets the deliveries of one group that are old.</summary>
    public async ValueTask SweepAsync(string partitionKey, Instant now, CancellationToken cancel)
    {
        var old = new List<RowChange>();
        await foreach (var row in table.QueryAllAsync(partitionKey, SeenDelivery.Range, cancel))
        {
            if (now - SeenDelivery.Read(row).At <= SeenDelivery.Kept) continue;
            old.Add(new RowChange.Delete(row.RowKey));
            if (old.Count < ITable.MaxBatch) continue;
            await table.CommitAsync(partitionKey, old, cancel);
            old.Clear();
        }
        if (old.Count > 0) await table.CommitAsync(partitionKey, old, cancel);
    }

    private async ValueTask SweepAsync(Row row, Instant now, CancellationToken cancel)
    {
        var hint = row.Read(ConversationJson.Default.SeenHint);
        await SweepAsync(hint.PartitionKey, now, cancel);
        // Whoever keeps a delivery has announced it within a day: nothing is left of a group that nobody announced for
        // longer.
        if (now - hint.At <= SeenDelivery.Kept + Every + Every) return;
        await table.CommitAsync(Hints, [new RowChange.Delete(row.RowKey, row.ETag)], cancel);
        _swept.TryRemove(row.RowKey, out _);
    }
}

/// <summary>A group has deliveries to be forgotten one day.</summary>
/// <param name="At">When this was last announced.</param>
internal sealed record SeenHint(string PartitionKey, Instant At);
