namespace MeetingBot.Teams.Activities;

/// <summary>A person or a bot in a conversation. In Teams the id is <c>29:…</c> for people, <c>28:…</c> for bots.</summary>
internal sealed class ChannelAccount
{
    public string? Id { get; set; }
    public string? Name { get; set; }
}
