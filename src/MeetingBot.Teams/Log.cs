using Microsoft.Extensions.Logging;

namespace MeetingBot.Teams;

/// <summary>Everything the Teams door logs: ids and kinds, never a text, a name or a token.</summary>
internal static partial class Log
{
    // The door
    [LoggerMessage(101, LogLevel.Warning,
        "MicrosoftAppId is not set: /api/messages is open to callers on this machine. Development only.")]
    public static partial void DoorOpen(ILogger logger);

    [LoggerMessage(102, LogLevel.Information, "/api/messages is closed: MicrosoftAppId is not set.")]
    public static partial void DoorClosed(ILogger logger);

    [LoggerMessage(103, LogLevel.Information, "Refused a request: {Status} {Code}.")]
    public static partial void Refused(ILogger logger, int status, string code);

    [LoggerMessage(104, LogLevel.Warning, "Refused an activity of type {Type}: {Problem}")]
    public static partial void BadActivity(ILogger logger, string? type, string problem);

    // Turns
    [LoggerMessage(111, LogLevel.Error, "The turn of delivery {DeliveryId} in {Group} failed: {Error}")]
    public static partial void TurnFailed(ILogger logger, string deliveryId, string group, string error);

    [LoggerMessage(112, LogLevel.Warning, "The store did not answer for delivery {DeliveryId} in {Group}: {Error}")]
    public static partial void StoreUnavailable(ILogger logger, string deliveryId, string group, string error);

    [LoggerMessage(113, LogLevel.Warning, "The turn of delivery {DeliveryId} in {Group} took too long.")]
    public static partial void TurnTooLong(ILogger logger, string deliveryId, string group);

    // Signing keys
    [LoggerMessage(121, LogLevel.Information, "Loaded {Count} signing keys of the Bot Connector.")]
    public static partial void KeysLoaded(ILogger logger, int count);

    [LoggerMessage(122, LogLevel.Error, "The signing keys of the Bot Connector can't be loaded.")]
    public static partial void KeysUnavailable(ILogger logger, Exception e);

    // Connector
    [LoggerMessage(131, LogLevel.Warning, "A serviceUrl is not among the allowed hosts; nothing was sent to it.")]
    public static partial void ForeignHost(ILogger logger);

    [LoggerMessage(132, LogLevel.Warning, "The connector answered {Status}.")]
    public static partial void ConnectorRefused(ILogger logger, int status);

    [LoggerMessage(133, LogLevel.Warning, "The connector or its login did not answer: {Kind} {Code}.")]
    public static partial void ConnectorUnreachable(ILogger logger, string kind, string? code);

    [LoggerMessage(134, LogLevel.Warning, "Message {OutboxId} to {Group} is given up: {Reason}.")]
    public static partial void DeliveryRefused(ILogger logger, string outboxId, string group, string reason);

    [LoggerMessage(136, LogLevel.Warning, "A file could not be put where it was let: {Status}.")]
    public static partial void UploadRefused(ILogger logger, int status);

    [LoggerMessage(137, LogLevel.Warning, "A file could not be put where it was let: {Kind}.")]
    public static partial void UploadFailed(ILogger logger, string kind);

    [LoggerMessage(138, LogLevel.Warning, "A file is, or is to be put, on no allowed host; it was left alone.")]
    public static partial void ForeignFile(ILogger logger);

    [LoggerMessage(139, LogLevel.Warning, "A sent file could not be fetched: {Kind}.")]
    public static partial void FileNotHad(ILogger logger, string kind);

    [LoggerMessage(135, LogLevel.Debug, "An old card could not be deleted: {Status}.")]
    public static partial void OldCardStays(ILogger logger, int status);
}
