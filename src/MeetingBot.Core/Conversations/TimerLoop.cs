using System.Collections.Concurrent;
using MeetingBot.Conversations.Sending;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Conversations;

/// <summary>
/// Runs the turns of timers that are due, those that came due while nothing ran too. Any number of instances may run
/// it: the turn that fires a timer takes its row, and only one can.
/// </summary>
public sealed class TimerLoop(ITable table, RunTurn run, OutboxServices services)
{
    private const int MostAtOnce = 100;
    private const int MostRounds = 200;
    private static readonly Duration Grace = Duration.FromMinutes(1);
    private static readonly Duration LongestWait = Duration.FromMinutes(10);
    private static readonly Duration Interval = Duration.FromSeconds(1);

    // Told of once each.
    private readonly ConcurrentDictionary<string, bool> _unreadable = new();

    /// <summary>Fires what is due every second, until stopped. Never throws.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await FireDueAsync(cancel);
                await services.Wait(Interval, cancel);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                services.Log.BackgroundFailed(error);
                await services.Wait(Interval, CancellationToken.None);
            }
        }
    }

    /// <summary>
    /// Fires every timer that is due now, and those that their turns set anew for now: work in many parts goes on at
    /// once.
    /// </summary>
    public async Task FireDueAsync(CancellationToken cancel)
    {
        for (var round = 0; round < MostRounds; round++)
            if (!await FireRoundAsync(cancel)) return;
    }

    /// <summary>False when nothing was fired.</summary>
    private async ValueTask<bool> FireRoundAsync(CancellationToken cancel)
    {
        var fired = false;
        var now = services.Clock.GetCurrentInstant();
        foreach (var (row, hint) in await DueAsync(now, cancel))
        {
            try
            {
                if (!await FireAsync(hint, now, cancel)) continue;
                fired = true;
                // A turn that set the timer again within the millisecond has written this very hint anew: it stays.
                await table.CommitAsync(TimerRows.Hints, [new RowChange.Delete(row.RowKey, row.ETag)], cancel);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                services.Log.TimerFailed(error, hint.Name, OpaqueId.Of(hint.PartitionKey));
                await PutOffAsync(row, hint, now, cancel);
            }
        }
        return fired;
    }

    // Those that can't be read stay for an instance that can, and take no place of the others.
    private async ValueTask<IReadOnlyList<(Row Row, TimerHint Hint)>> DueAsync(Instant now, CancellationToken cancel)
    {
        var due = new List<(Row, TimerHint)>();
        for (var range = TimerRows.DueBy(now); due.Count < MostAtOnce;)
        {
            var rows = await table.QueryAsync(TimerRows.Hints, range, MostAtOnce, cancel);
            foreach (var row in rows)
            {
                if (TimerRows.TryReadHint(row) is { } hint) due.Add((row, hint));
                else if (_unreadable.TryAdd(row.RowKey, true)) services.Log.UnreadableHint(OpaqueId.Of(row.RowKey));
            }
            if (rows.Count < MostAtOnce) break;
            range = range with { From = rows[^1].RowKey + " " };
        }
        return due;
    }

    // It must not stand in the way of others: each failure moves it further back. The first one costs no time.
    private async ValueTask PutOffAsync(Row row, TimerHint hint, Instant now, CancellationToken cancel)
    {
        var wait = hint.Failures == 0
            ? Duration.Zero
            : Duration.Min(LongestWait, Interval * Math.Pow(2, Math.Min(hint.Failures, 20)));
        await table.CommitAsync(TimerRows.Hints, TimerRows.PutOff(row, hint, now + wait), cancel);
    }

    /// <summary>False while the hint may be ahead of a commit that is still under way.</summary>
    private async ValueTask<bool> FireAsync(TimerHint hint, Instant now, CancellationToken cancel)
    {
        var row = await table.GetAsync(hint.PartitionKey, TimerRows.Key(hint.Name), cancel);
        if (row is null) return now - hint.Due > Grace;

        // Moved: another hint leads to its new time. Or due within this millisecond, which is all that hints tell
        // apart.
        var timer = TimerRows.Read(row);
        if (timer.Due > now) return timer.Due != hint.Due;

        var bot = new Person(timer.Conversation.Platform, timer.Conversation.Tenant, "", "MeetingBot");
        await run(
            new TimerFired($"timer {timer.Name} {timer.Due}", timer.Conversation, bot, timer.Name, row.ETag), cancel);
        return true;
    }
}
