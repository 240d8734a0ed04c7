using System.Text.Json;

namespace MeetingBot.Teams.Activities;

/// <summary>
/// One Activity of the Bot Framework protocol (botframework-activity 3.1), as far as it is read. Ids are opaque
/// strings, whatever they look like. What is not named here is ignored.
/// </summary>
internal sealed class Activity
{
    public string? Type { get; set; }
    public string? Id { get; set; }
    public string? Timestamp { get; set; }
    public string? LocalTimezone { get; set; }
    public string? ChannelId { get; set; }
    public string? ServiceUrl { get; set; }
    public ChannelAccount? From { get; set; }
    public ConversationAccount? Conversation { get; set; }
    public ChannelAccount? Recipient { get; set; }
    public string? TextFormat { get; set; }
    public string? Text { get; set; }
    public List<Entity>? Entities { get; set; }
    public List<ChannelAccount?>? MembersAdded { get; set; }
    public List<ChannelAccount?>? MembersRemoved { get; set; }
    public ChannelData? ChannelData { get; set; }
    public string? ReplyToId { get; set; }
    public string? Name { get; set; }
    public string? Action { get; set; }
    public JsonElement? Value { get; set; }
    public JsonElement? Attachments { get; set; }

    public bool Is(string type) => string.Equals(Type, type, StringComparison.OrdinalIgnoreCase);
}
