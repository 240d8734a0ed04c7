namespace MeetingBot.Teams.Activities;

/// <summary>A person (in Teams <c>29:…</c>) or a bot (<c>28:…</c>) in a conversation.</summary>
internal sealed class ChannelAccount
{
    public string? Id { get; set; }
    public string? Name { get; set; }

    /// <summary>Told in lists of members alone: <c>user</c> or <c>anonymous</c>.</summary>
    public string? UserRole { get; set; }
}
