using System.Text.Json.Serialization;

namespace MeetingBot.Teams.Activities;

/// <summary>A mention or the client's info; an entity of any other type is empty but for its type.</summary>
[JsonConverter(typeof(EntityConverter))]
internal sealed class Entity
{
    public const string Mention = "mention";
    public const string ClientInfo = "clientInfo";

    public string? Type { get; set; }
    public string? Text { get; set; }
    public string? Timezone { get; set; }
    public ChannelAccount? Mentioned { get; set; }

    public bool Is(string type) => string.Equals(Type, type, StringComparison.OrdinalIgnoreCase);
}
