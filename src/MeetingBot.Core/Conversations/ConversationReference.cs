namespace MeetingBot.Conversations;

/// <summary>Where a message came from and where answers go: all a channel needs to speak there again later.</summary>
/// <param name="Platform"><c>teams</c>, <c>slack</c> or <c>web</c>.</param>
/// <param name="Tenant">The tenant or workspace; empty where the platform gives none.</param>
/// <param name="Id">The conversation that is the group (a Teams channel without its <c>;messageid</c>).</param>
/// <param name="Thread">The conversation to answer in, with its thread, when it is not <paramref name="Id"/>.</param>
/// <param name="ServiceUrl">Base address of the platform's API for this conversation, when it names one.</param>
/// <param name="Bot">The bot's own id in the conversation.</param>
public sealed record ConversationReference(
    string Platform,
    string Tenant,
    string Id,
    ConversationKind Kind,
    string? Thread = null,
    string? ServiceUrl = null,
    string? Bot = null)
{
    private GroupId? _own;

    /// <summary>The group of another conversation that this one was joined to; null where it is one by itself.</summary>
    public GroupId? Joined { get; init; }

    /// <summary>The group that this conversation is, or is a side of.</summary>
    public GroupId Group => Joined ?? Own;

    /// <summary>The group that this conversation is by itself.</summary>
    public GroupId Own => _own is { } known
        && (known.Platform, known.Tenant, known.Conversation) == (Platform, Tenant, Id)
        ? known
        // A changed copy has kept what was known of the one it was copied from.
        : _own = new GroupId(Platform, Tenant, Id);

    /// <summary>The conversation id to send to.</summary>
    public string Target => Thread ?? Id;

    /// <summary>Names the conversation among all sides of its group.</summary>
    public string Side => Joined is null ? Id : Own.PartitionKey;

    public bool Equals(ConversationReference? other) =>
        other is not null && Own == other.Own && Joined == other.Joined && Kind == other.Kind
        && Thread == other.Thread && ServiceUrl == other.ServiceUrl && Bot == other.Bot;

    public override int GetHashCode() => HashCode.Combine(Group, Thread);
}

/// <summary>Who shares a conversation with the bot.</summary>
public enum ConversationKind
{
    /// <summary>One person and the bot.</summary>
    Personal,

    /// <summary>A chat of several people, of a meeting too.</summary>
    Chat,

    /// <summary>A channel, whose posts are threads.</summary>
    Channel,

    /// <summary>A room on the bot's own page.</summary>
    Room,
}
