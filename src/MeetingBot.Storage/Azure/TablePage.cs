namespace MeetingBot.Storage.Azure;

/// <summary>One page of a query's answer; it may be empty and still not the last.</summary>
/// <param name="Next">Where the next page begins; null when this is the last.</param>
internal sealed record TablePage(IReadOnlyList<TableEntity> Entities, TableContinuation? Next);

/// <summary>The service's continuation token; its second half may be absent.</summary>
internal sealed record TableContinuation(string NextPartitionKey, string? NextRowKey);
