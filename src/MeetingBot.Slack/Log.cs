using Microsoft.Extensions.Logging;

namespace MeetingBot.Slack;

/// <summary>Everything the Slack door logs: ids and kinds, never a text, a name, a token or a response_url.</summary>
internal static partial class Log
{
    // The door
    [LoggerMessage(401, LogLevel.Information, "/slack is closed: Slack:SigningSecret is not set.")]
    public static partial void DoorClosed(ILogger logger);

    [LoggerMessage(402, LogLevel.Information, "Refused a request: {Status} {Code}.")]
    public static partial void Refused(ILogger logger, int status, string code);

    [LoggerMessage(403, LogLevel.Warning, "Refused a payload of Slack: {Problem}")]
    public static partial void BadPayload(ILogger logger, string problem);

    [LoggerMessage(404, LogLevel.Warning, "Slack tells that the app is no longer installed in workspace {Workspace}.")]
    public static partial void Uninstalled(ILogger logger, string workspace);

    [LoggerMessage(405, LogLevel.Warning, "Slack holds back events of workspace {Workspace}: too many an hour.")]
    public static partial void EventsHeldBack(ILogger logger, string workspace);

    // Turns
    [LoggerMessage(411, LogLevel.Error, "The turn of delivery {DeliveryId} in {Group} failed: {Error}")]
    public static partial void TurnFailed(ILogger logger, string deliveryId, string group, string error);

    [LoggerMessage(412, LogLevel.Warning, "The store did not answer for delivery {DeliveryId} in {Group}: {Error}")]
    public static partial void StoreUnavailable(ILogger logger, string deliveryId, string group, string error);

    [LoggerMessage(413, LogLevel.Warning, "The turn of delivery {DeliveryId} in {Group} took too long.")]
    public static partial void TurnTooLong(ILogger logger, string deliveryId, string group);

    // Web API
    [LoggerMessage(421, LogLevel.Warning, "Slack answered {Method} with {Status} {Error}.")]
    public static partial void CallRefused(ILogger logger, string method, int status, string error);

    [LoggerMessage(422, LogLevel.Warning, "Slack did not answer {Method}: {Kind}.")]
    public static partial void CallUnanswered(ILogger logger, string method, string kind);

    [LoggerMessage(423, LogLevel.Warning, "Message {OutboxId} to {Group} is given up: {Reason}.")]
    public static partial void DeliveryRefused(ILogger logger, string outboxId, string group, string reason);

    [LoggerMessage(424, LogLevel.Error, "Slack takes the token of workspace {Workspace} no more: {Error}.")]
    public static partial void TokenRefused(ILogger logger, string workspace, string error);

    [LoggerMessage(425, LogLevel.Debug, "An old card could not be deleted: {Error}.")]
    public static partial void OldCardStays(ILogger logger, string error);

    [LoggerMessage(426, LogLevel.Warning, "An address that Slack gave is not on its hosts; nothing was sent to it.")]
    public static partial void ForeignHost(ILogger logger);

    [LoggerMessage(427, LogLevel.Warning, "An answer in place could not be shown: {Kind}.")]
    public static partial void AnswerNotShown(ILogger logger, string kind);

    [LoggerMessage(428, LogLevel.Warning, "A file could not be put where Slack wants it: {Kind}.")]
    public static partial void UploadFailed(ILogger logger, string kind);

    [LoggerMessage(429, LogLevel.Warning, "A Home tab could not be shown: {Reason}")]
    public static partial void HomeNotShown(ILogger logger, string reason);

    [LoggerMessage(430, LogLevel.Warning, "A file that somebody sent could not be had: {Kind}.")]
    public static partial void FileNotHad(ILogger logger, string kind);

    // Socket Mode
    [LoggerMessage(431, LogLevel.Warning, "A connection to Slack has ended: {Kind}.")]
    public static partial void SocketBroken(ILogger logger, string kind);

    [LoggerMessage(432, LogLevel.Error, "Socket Mode is switched off in the app's settings at Slack.")]
    public static partial void SocketDisabled(ILogger logger);

    // Installations
    [LoggerMessage(441, LogLevel.Information, "The app was installed in workspace {Workspace}.")]
    public static partial void Installed(ILogger logger, string workspace);

    [LoggerMessage(442, LogLevel.Warning, "Slack's answer to an installation lacks the workspace, the bot or a token.")]
    public static partial void InstallIncomplete(ILogger logger);

    [LoggerMessage(443, LogLevel.Error, "An installation could not be begun or kept: {Error}")]
    public static partial void InstallNotSaved(ILogger logger, string error);

    [LoggerMessage(444, LogLevel.Error,
        "The token of workspace {Workspace} can't be read: the key that it was written with is not in Keys:Folder.")]
    public static partial void TokenUnreadable(ILogger logger, string workspace);

    [LoggerMessage(445, LogLevel.Information, "The token of workspace {Workspace} was renewed.")]
    public static partial void Renewed(ILogger logger, string workspace);

    [LoggerMessage(446, LogLevel.Error, "Slack did not renew the token of workspace {Workspace}: {Error}.")]
    public static partial void RenewalRefused(ILogger logger, string workspace, string error);

    [LoggerMessage(447, LogLevel.Error, "The renewed token of workspace {Workspace} is not saved yet: {Error}")]
    public static partial void RenewalNotSaved(ILogger logger, string workspace, string error);

    [LoggerMessage(448, LogLevel.Error, "The token of workspace {Workspace} could not be renewed: {Error}")]
    public static partial void RenewalFailed(ILogger logger, string workspace, string error);
}
