using MeetingBot.Conversations;
using MeetingBot.Tables;
using MeetingBot.Teams.Activities;
using MeetingBot.Teams.Authentication;
using MeetingBot.Teams.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MeetingBot.Teams;

/// <summary>
/// <c>POST /api/messages</c>: admits, reads, translates, runs the turn, answers. When it answers with success, what was
/// said is durable.
/// </summary>
internal sealed class TeamsEndpoint(
    Doorkeeper doorkeeper, RunTurn runTurn, FileDownload downloads, FileUploads uploads, TeamsOptions options,
    TimeProvider time, ILogger logger)
{
    public async Task HandleAsync(HttpContext context)
    {
        var admission = await doorkeeper.AdmitAsync(context.Request).ConfigureAwait(false);
        if ((admission.Denial ?? ActivityBody.Check(context.Request)) is { } refused)
        {
            await RefuseAsync(context, refused).ConfigureAwait(false);
            return;
        }

        var (activity, unreadable) = await ReadAsync(context).ConfigureAwait(false);
        if (activity is null)
        {
            if (unreadable is not null) await RefuseAsync(context, unreadable).ConfigureAwait(false);
        }
        else if (doorkeeper.Check(admission, activity) is { } notHere)
        {
            await RefuseAsync(context, notHere).ConfigureAwait(false);
        }
        else
        {
            await ProcessAsync(context, activity).ConfigureAwait(false);
        }
    }

    // Who goes away while sending gets no answer, and is no error of ours.
    private static async ValueTask<(Activity? Activity, Denial? Denial)> ReadAsync(HttpContext context)
    {
        try
        {
            return await ActivityBody.ReadAsync(context.Request).ConfigureAwait(false);
        }
        catch (BadHttpRequestException e)
        {
            var tooLarge = e.StatusCode == StatusCodes.Status413PayloadTooLarge;
            return (null, tooLarge ? Denial.TooLarge : Denial.NotAnActivity);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            return (null, null);
        }
    }

    private async Task ProcessAsync(HttpContext context, Activity activity)
    {
        var translation = ActivityTranslator.Translate(activity);
        if (translation.Unsupported)
        {
            await RefuseAsync(context, Denial.UnknownInvoke).ConfigureAwait(false);
            return;
        }
        if (translation.Problem is { } problem)
        {
            Log.BadActivity(logger, KnownType(activity), problem);
            await AnswerBadAsync(context, activity, problem).ConfigureAwait(false);
            return;
        }

        if (translation.Consent is { } consent)
        {
            await uploads.PutAsync(consent).ConfigureAwait(false);
            await TeamsResponse.WriteDoneAsync(context).ConfigureAwait(false);
            return;
        }

        var outcome = translation.Incoming is { } incoming
            ? await RunAsync(await WithFileAsync(incoming, translation.File).ConfigureAwait(false))
                .ConfigureAwait(false)
            : default;
        await AnswerAsync(context, activity, outcome).ConfigureAwait(false);
    }

    private async ValueTask<Incoming> WithFileAsync(Incoming incoming, SentFile? file) =>
        file is { } sent && incoming is IncomingMessage message
            ? message with { File = await downloads.FetchAsync(sent, CancellationToken.None).ConfigureAwait(false) }
            : incoming;

    /// <summary>
    /// Runs the turn, at most for its limit and never bound to the caller's patience: a commit that began is to end.
    /// </summary>
    private async ValueTask<TurnResult> RunAsync(Incoming incoming)
    {
        using var inTime = new CancellationTokenSource(options.TurnLimit, time);
        Task<TurnOutcome>? unfinished = null;
        try
        {
            var running = runTurn(incoming, inTime.Token);
            if (running.IsCompletedSuccessfully) return new TurnResult(running.Result.Answer, null);
            unfinished = running.AsTask();
            var outcome = await unfinished.WaitAsync(inTime.Token).ConfigureAwait(false);
            return new TurnResult(outcome.Answer, null);
        }
        catch (TableUnavailableException e)
        {
            Log.StoreUnavailable(logger, IdOf(incoming), GroupOf(incoming), ErrorWithoutWords.Of(e));
            return new TurnResult(null, e.MayBeStored ? TurnFailure.PerhapsSaved : TurnFailure.NotSaved);
        }
        catch (OperationCanceledException) when (inTime.IsCancellationRequested)
        {
            Log.TurnTooLong(logger, IdOf(incoming), GroupOf(incoming));
            if (unfinished is not null) _ = FollowAsync(unfinished, incoming);
            return new TurnResult(null, TurnFailure.TooLong);
        }
        catch (Exception e)
        {
            Log.TurnFailed(logger, IdOf(incoming), GroupOf(incoming), ErrorWithoutWords.Of(e));
            return new TurnResult(null, TurnFailure.Broken);
        }
    }

    // A message of many parts goes on; that it failed later is told at least here.
    private async Task FollowAsync(Task<TurnOutcome> unfinished, Incoming incoming)
    {
        try
        {
            await unfinished.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // It was given up in time.
        }
        catch (Exception e)
        {
            Log.TurnFailed(logger, IdOf(incoming), GroupOf(incoming), ErrorWithoutWords.Of(e));
        }
    }

    private static Task AnswerAsync(HttpContext context, Activity activity, TurnResult result)
    {
        if (activity.Is(ActivityTypes.Invoke)) return TeamsResponse.WriteInvokeAsync(context, activity, result);
        return result.Failure is { } failure
            ? TeamsResponse.WriteAsync(context, failure.Denial)
            : TeamsResponse.WriteDoneAsync(context);
    }

    private static Task AnswerBadAsync(HttpContext context, Activity activity, string problem) =>
        activity.Is(ActivityTypes.Invoke)
            ? TeamsResponse.WriteBadInvokeAsync(context, activity, problem)
            : TeamsResponse.WriteAsync(context, Denial.BadActivity);

    private Task RefuseAsync(HttpContext context, Denial refusal)
    {
        Log.Refused(logger, refusal.Status, refusal.Code);
        return TeamsResponse.WriteAsync(context, refusal);
    }

    // Whoever holds a token makes up the id; only what has the shape of one goes into the log as it is.
    private static string IdOf(Incoming incoming) =>
        incoming.DeliveryId.Length <= 100
        && incoming.DeliveryId.All(c => char.IsAsciiLetterOrDigit(c) || "-_.:;|".Contains(c))
            ? incoming.DeliveryId
            : OpaqueId.Of(incoming.DeliveryId);

    private static string GroupOf(Incoming incoming) => OpaqueId.Of(incoming.Conversation.Group.PartitionKey);

    // A type is only logged where it is one of ours: the rest is the caller's text.
    private static string KnownType(Activity activity) =>
        activity.Is(ActivityTypes.Message) ? ActivityTypes.Message
        : activity.Is(ActivityTypes.Invoke) ? ActivityTypes.Invoke
        : activity.Is(ActivityTypes.Event) ? ActivityTypes.Event
        : "other";
}
