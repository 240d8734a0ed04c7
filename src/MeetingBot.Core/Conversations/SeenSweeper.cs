using System.Collections.Concurrent;
using MeetingBot.Tables;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace MeetingBot.Conversations;

/// <summary>Forgets old deliveries: once a day for each group that has been talking.</summary>
public sealed class SeenSweeper(ITable table, OutboxServices services)
{
    private static readonly Duration Every = Duration.FromHours(24);
    private static readonly Duration Round = Duration.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Instant> _swept = new();

    /// <summary>The group has been talking.</summary>
    internal void Touch(string partitionKey) => _swept.TryAdd(partitionKey, services.Clock.GetCurrentInstant() + Round - Every);

    /// <summary>Sweeps what is due every few minutes, until stopped. Never throws.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await services.Wait(Round, cancel);
                foreach (var (partition, last) in _swept)
                {
                    var now = services.Clock.GetCurrentInstant();
                    if (now - last < Every) continue;
                    await SweepAsync(partition, now, cancel);
                    _swept[partition] = now;
                }
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                services.Log.StoreUnavailable(error);
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
}
