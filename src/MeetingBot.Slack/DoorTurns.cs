using MeetingBot.Conversations;
using MeetingBot.Conversations.Sending;
using MeetingBot.Slack.Answers;
using MeetingBot.Slack.Payloads;
using MeetingBot.Tables;
using Microsoft.Extensions.Logging;

namespace MeetingBot.Slack;

/// <summary>
/// Runs the turns of the door. Slack wants its answer within three seconds whatever the store does: a turn that takes
/// longer goes on, and what comes of it is told later.
/// </summary>
internal sealed class DoorTurns(
    SlackServer slack, RunTurn runTurn, DoorDrain drain, SlackOptions options, TimeProvider time, ILogger logger)
{
    // About two hours.
    private const int MostRepeats = 240;
    private const int MostInsisting = 2_000;

    private int _insisting;

    /// <summary>The turn, from looking up the people's names to its end. Never throws.</summary>
    public async Task<TurnResult> RunAsync(Translation translation)
    {
        if (translation.Make is not { } make) return default;
        drain.Begin();
        try
        {
            var profiles = await slack.Users
                .FindAsync(translation.Tenant, translation.Users, CancellationToken.None).ConfigureAwait(false);
            if (make(profiles) is not { } incoming) return default;
            if (slack.Workspaces.NameOf(translation.Tenant) is { Length: > 0 } name)
                incoming = incoming with { TenantName = name };
            return await RunAsync(await WithFileAsync(incoming, translation).ConfigureAwait(false))
                .ConfigureAwait(false);
        }
        finally
        {
            drain.End();
        }
    }

    /// <summary>What came of it, or null where it takes too long to wait for.</summary>
    public async ValueTask<TurnResult?> InTimeAsync(Task<TurnResult> running)
    {
        if (!running.IsCompleted)
        {
            Task inTime = running.WaitAsync(options.AckLimit, time);
            await inTime.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        return running.IsCompleted ? await running.ConfigureAwait(false) : null;
    }

    /// <summary>
    /// Goes on with an event that Slack was told is taken: it will not send it again, so it is repeated here. By its id
    /// it has one effect.
    /// </summary>
    /// <returns>Whether there is room for it; if not, Slack has to send it again.</returns>
    public bool Insist(Task<TurnResult> running, Translation translation)
    {
        if (Interlocked.Increment(ref _insisting) <= MostInsisting)
        {
            _ = InsistAsync(running, translation);
            return true;
        }
        Interlocked.Decrement(ref _insisting);
        return false;
    }

    // A file among talk is not looked at; one that is not read is only where it is all that was sent.
    private async ValueTask<Incoming> WithFileAsync(Incoming incoming, Translation translation)
    {
        if (translation.File is not { } file || incoming is not IncomingMessage { Addressed: true } message)
            return incoming;
        var fetched = await slack.Downloads
            .FetchAsync(translation.Tenant, file, CancellationToken.None).ConfigureAwait(false);
        return fetched is not null ? message with { File = fetched }
            : message.Text.Length == 0 ? message with { File = AttachedFile.NotRead }
            : message;
    }

    private async Task InsistAsync(Task<TurnResult> running, Translation translation)
    {
        drain.Begin();
        try
        {
            await RepeatAsync(running, translation).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _insisting);
            drain.End();
        }
    }

    private async Task RepeatAsync(Task<TurnResult> running, Translation translation)
    {
        for (var repeat = 0; repeat < MostRepeats; repeat++)
        {
            var result = await running.ConfigureAwait(false);
            if (result.Failure is null || result.Failure == TurnFailure.Broken) return;
            var pause = Backoff.After(repeat, Random.Shared.NextDouble()).ToTimeSpan();
            await Task.Delay(pause, time).ConfigureAwait(false);
            running = RunAsync(translation);
        }
    }

    private async Task<TurnResult> RunAsync(Incoming incoming)
    {
        using var inTime = new CancellationTokenSource(options.TurnLimit, time);
        try
        {
            // Never bound to the caller's patience: a commit that began is to end.
            var outcome = await runTurn(incoming, inTime.Token).AsTask().WaitAsync(inTime.Token).ConfigureAwait(false);
            return new TurnResult(outcome.Answer);
        }
        catch (TableUnavailableException e)
        {
            Log.StoreUnavailable(logger, IdOf(incoming), GroupOf(incoming), ErrorWithoutWords.Of(e));
            return new TurnResult(null, e.MayBeStored ? TurnFailure.PerhapsSaved : TurnFailure.NotSaved);
        }
        catch (OperationCanceledException) when (inTime.IsCancellationRequested)
        {
            Log.TurnTooLong(logger, IdOf(incoming), GroupOf(incoming));
            return new TurnResult(null, TurnFailure.TooLong);
        }
        catch (Exception e)
        {
            Log.TurnFailed(logger, IdOf(incoming), GroupOf(incoming), ErrorWithoutWords.Of(e));
            return new TurnResult(null, TurnFailure.Broken);
        }
    }

    // What opens views must not stand in a log; the same id has the same name there.
    private static string IdOf(Incoming incoming) => OpaqueId.Of(incoming.DeliveryId);

    private static string GroupOf(Incoming incoming) => OpaqueId.Of(incoming.Conversation.Group.PartitionKey);
}
