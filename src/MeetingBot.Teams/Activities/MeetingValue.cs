using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeetingBot.Teams.Activities;

/// <summary>
/// The value of a meeting event. Documents, samples and clients differ in the casing of its names,
/// so they are compared without regard to case.
/// </summary>
internal sealed class MeetingValue
{
    public string? Id { get; set; }
    public string? Title { get; set; }
    public List<MeetingMember>? Members { get; set; }
}

/// <summary>Who joined or left, and their part in the meeting.</summary>
internal sealed class MeetingMember
{
    public ChannelAccount? User { get; set; }
    public MeetingRole? Meeting { get; set; }
}

/// <summary>The part somebody has in a meeting: Organizer, Presenter or Attendee.</summary>
internal sealed class MeetingRole
{
    public string? Role { get; set; }
}

[JsonSourceGenerationOptions(
    PropertyNameCaseInsensitive = true,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    MaxDepth = 64)]
[JsonSerializable(typeof(MeetingValue))]
internal sealed partial class MeetingValueJson : JsonSerializerContext
{
    /// <summary>False when a field has the wrong type; an absent value is an empty one.</summary>
    public static bool TryParse(JsonElement? value, out MeetingValue meeting)
    {
        meeting = new MeetingValue();
        if (value is not { } element) return true;
        try
        {
            meeting = element.Deserialize(Default.MeetingValue) ?? meeting;
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
