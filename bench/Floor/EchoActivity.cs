using System.Text.Json.Serialization;

namespace MeetingBot.Bench.Floor;

/// <summary>The fields of an activity that an echo needs.</summary>
internal sealed class EchoActivity
{
    public string? Type { get; set; }
    public string? Id { get; set; }
    public string? Text { get; set; }
    public string? ServiceUrl { get; set; }
    public string? ReplyToId { get; set; }
    public EchoAccount? From { get; set; }
    public EchoAccount? Recipient { get; set; }
    public EchoAccount? Conversation { get; set; }
}

internal sealed class EchoAccount
{
    public string? Id { get; set; }
    public string? Name { get; set; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EchoActivity))]
internal sealed partial class EchoJson : JsonSerializerContext;
