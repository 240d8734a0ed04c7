using MeetingBot.Tables;
using Microsoft.Extensions.Logging;

namespace MeetingBot.Conversations;

/// <summary>What Conversations logs: ids, never what somebody wrote.</summary>
internal static partial class ConversationLog
{
    [LoggerMessage(101, LogLevel.Warning, "The outbox puts off a message to group {Group}: {Reason}")]
    public static partial void PutOff(this ILogger log, string group, string reason);

    [LoggerMessage(102, LogLevel.Warning, "The outbox gives up a message to group {Group}: {Reason}")]
    public static partial void GivenUp(this ILogger log, string group, string reason);

    [LoggerMessage(103, LogLevel.Information, "The outbox takes over {Count} messages of group {Group} from instance "
        + "{Instance}")]
    public static partial void TakenOver(this ILogger log, int count, string group, string instance);

    /// <summary>Work in the background failed: since the store did not answer, or by a mistake of ours.</summary>
    public static void BackgroundFailed(this ILogger log, Exception error)
    {
        if (error is TableUnavailableException) log.StoreUnavailable(ErrorWithoutWords.Of(error));
        else log.BackgroundFailed(ErrorWithoutWords.Of(error));
    }

    public static void TimerFailed(this ILogger log, Exception error, string timer, string group) =>
        log.TimerFailed(timer, group, ErrorWithoutWords.Of(error));

    [LoggerMessage(107, LogLevel.Error, "The message {Message} to group {Group} can't be read; it stays where it is")]
    public static partial void Unreadable(this ILogger log, string message, string group);

    [LoggerMessage(109, LogLevel.Error, "The hint {Hint} to a timer can't be read; it stays where it is")]
    public static partial void UnreadableHint(this ILogger log, string hint);

    public static void SweepFailed(this ILogger log, Exception error, string group) =>
        log.SweepFailed(group, ErrorWithoutWords.Of(error));

    [LoggerMessage(104, LogLevel.Warning, "The store did not answer in the background; trying again: {Error}")]
    private static partial void StoreUnavailable(this ILogger log, string error);

    [LoggerMessage(105, LogLevel.Error, "Background work failed; trying again: {Error}")]
    private static partial void BackgroundFailed(this ILogger log, string error);

    [LoggerMessage(106, LogLevel.Error, "The timer {Timer} of group {Group} failed; it is tried again later: {Error}")]
    private static partial void TimerFailed(this ILogger log, string timer, string group, string error);

    [LoggerMessage(108, LogLevel.Warning, "The old deliveries of group {Group} could not be swept; trying again: "
        + "{Error}")]
    private static partial void SweepFailed(this ILogger log, string group, string error);
}
