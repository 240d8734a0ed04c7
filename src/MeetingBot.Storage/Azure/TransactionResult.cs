namespace MeetingBot.Storage.Azure;

/// <summary>What the service said to a transaction.</summary>
/// <param name="Error">Null when every change is stored; else a conflict.</param>
/// <param name="Retried">Whether the pipeline sent it more than once, so that it may have met its own rows.</param>
internal sealed record TransactionResult(TableError? Error, bool Retried);
