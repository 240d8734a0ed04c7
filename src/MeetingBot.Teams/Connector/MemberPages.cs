using System.Text.Json;
using System.Text.Json.Serialization;
using MeetingBot.Teams.Activities;

namespace MeetingBot.Teams.Connector;

/// <summary>One page of a conversation's members.</summary>
internal sealed class MemberPage
{
    public List<ChannelAccount?>? Members { get; set; }
    public string? ContinuationToken { get; set; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    MaxDepth = 64)]
[JsonSerializable(typeof(MemberPage))]
internal sealed partial class MemberPageJson : JsonSerializerContext
{
    /// <summary>The page, or null where the body is none.</summary>
    public static MemberPage? Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, Default.MemberPage);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
