using MeetingBot.Conversations;
using MeetingBot.Conversations.Sending;
using MeetingBot.Meetings.Homes;
using MeetingBot.Slack.Blocks;
using MeetingBot.Slack.WebApi;
using MeetingBot.Tables;
using Microsoft.Extensions.Logging;

namespace MeetingBot.Slack.Homes;

/// <summary>
/// Shows people their Home tab. Of one person one is drawn at a time, the newest that was asked for; one that another
/// has overtaken is drawn anew, and each is looked at again once Slack has it: what stands at the end is no older than
/// what is stored, whichever instance has drawn it.
/// </summary>
/// <param name="view">Null where nothing is shown.</param>
internal sealed class HomePublisher(
    SlackServer slack, ViewHome? view, SlackOptions options, TimeProvider time, ILogger logger)
{
    /// <summary>Most people whose home is drawn at the same time; who is beyond them opens it again.</summary>
    private const int MostPeople = 2_000;

    /// <summary>Most homes for which the store is asked at the same time: others have turns to do.</summary>
    public const int MostDrawing = 32;

    private const int MostTries = 8;

    /// <summary>Who is asked to wait longer does not: it is drawn when it is opened again.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();

    // Of whose home is being drawn: what was asked for since; null for nothing.
    private readonly Dictionary<(string Tenant, string User), HomeRequest?> _asked = [];

    // Never disposed: it has no handle, and what is under way as the process stops may still let go of it.
    private SemaphoreSlim Drawing { get; } = new(MostDrawing);

    /// <summary>Shows it soon. Never throws, and waits for nothing.</summary>
    public void Publish(HomeRequest request)
    {
        if (view is null) return;
        var key = (request.Tenant, request.User);
        lock (_gate)
        {
            var drawing = _asked.ContainsKey(key);
            if (!drawing && _asked.Count >= MostPeople) return;
            _asked[key] = request;
            if (drawing) return;
        }
        _ = RunAsync(key);
    }

    private async Task RunAsync((string Tenant, string User) key)
    {
        await Task.Yield();
        while (Next(key) is { } request)
        {
            try
            {
                await PublishAsync(key, request).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                Log.HomeNotShown(logger, ErrorWithoutWords.Of(e));
            }
        }
    }

    private HomeRequest? Next((string Tenant, string User) key)
    {
        lock (_gate)
        {
            var request = _asked[key];
            if (request is null) _asked.Remove(key);
            else _asked[key] = null;
            return request;
        }
    }

    private bool IsOvertaken((string Tenant, string User) key)
    {
        lock (_gate) return _asked[key] is not null;
    }

    private async Task PublishAsync((string Tenant, string User) key, HomeRequest request)
    {
        var hash = request.Hash;
        ReadOnlyMemory<byte>? shown = null;
        for (var attempt = 0; attempt < MostTries && !IsOvertaken(key); attempt++)
        {
            if (await DrawAsync(request).ConfigureAwait(false) is not { } drawn)
            {
                await PauseAsync(attempt, null).ConfigureAwait(false);
                continue;
            }
            if (shown is { } before && before.Span.SequenceEqual(drawn.Span)) return;
            var (token, problem) = await slack.Workspaces
                .TokenAsync(request.Tenant, CancellationToken.None).ConfigureAwait(false);
            if (token is null)
            {
                if (problem is not Delivery.Later later || later.After?.ToTimeSpan() > LongestPause) return;
                await PauseAsync(attempt, later.After?.ToTimeSpan()).ConfigureAwait(false);
                continue;
            }
            var response = await slack.Api
                .PublishViewAsync(token, request.User, drawn, hash, CancellationToken.None).ConfigureAwait(false);
            if (response.Ok)
            {
                (shown, hash) = (drawn, response.Text("view", "hash"));
                continue;
            }
            // It may have been taken, or another's stands there: what is drawn next is newer than either.
            hash = null;
            if (response.Error == "hash_conflict") continue;
            // Another token has come meanwhile.
            if (await slack.Workspaces
                .FailedAsync(request.Tenant, token, response.Error, CancellationToken.None).ConfigureAwait(false))
                continue;
            if (!SlackErrors.IsPassing(response) || response.RetryAfter?.ToTimeSpan() > LongestPause)
            {
                Log.HomeNotShown(logger, SlackErrors.Reason(response));
                return;
            }
            await PauseAsync(attempt, response.RetryAfter?.ToTimeSpan()).ConfigureAwait(false);
        }
        if (shown is null && !IsOvertaken(key)) Log.HomeNotShown(logger, "none of its tries came to an end");
    }

    private async ValueTask<ReadOnlyMemory<byte>?> DrawAsync(HomeRequest request)
    {
        using var inTime = new CancellationTokenSource(options.TurnLimit, time);
        try
        {
            await Drawing.WaitAsync(inTime.Token).ConfigureAwait(false);
            try
            {
                var profiles = await slack.Users
                    .FindAsync(request.Tenant, [request.User], inTime.Token).ConfigureAwait(false);
                var home = await view!(profiles.Of(request.User), request.From, inTime.Token).ConfigureAwait(false);
                return BlockKitHome.Of(home, request.From, request.Notice);
            }
            finally
            {
                Drawing.Release();
            }
        }
        catch (Exception e) when (e is TableUnavailableException or OperationCanceledException)
        {
            Log.HomeNotShown(logger, ErrorWithoutWords.Of(e));
            return null;
        }
    }

    private Task PauseAsync(int attempt, TimeSpan? asked) => Task.Delay(
        asked ?? Backoff.After(attempt, Random.Shared.NextDouble()).ToTimeSpan(), time);
}
