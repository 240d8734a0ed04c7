using MeetingBot.Tables;

namespace MeetingBot.Conversations;

/// <summary>One group is one conversation of one tenant; its rows are one partition.</summary>
public sealed record GroupId(string Platform, string Tenant, string Conversation)
{
    private string? _partitionKey;

    /// <summary>The partition that holds everything of the group, and nothing of another.</summary>
    public string PartitionKey => _partitionKey ??= TableKey.Join("g", Platform, Tenant, Conversation);

    public bool Equals(GroupId? other) => other is not null && PartitionKey == other.PartitionKey;

    public override int GetHashCode() => PartitionKey.GetHashCode(StringComparison.Ordinal);
}
