using System.Text.Json;
using System.Text.Json.Serialization;
using MeetingBot.Cards;
using MeetingBot.Meetings;
using NodaTime;
using NodaTime.Text;

namespace MeetingBot.Web.Rooms;

/// <summary>How the room's rows are written.</summary>
[JsonSerializable(typeof(Post))]
[JsonSerializable(typeof(RoomHead))]
[JsonSerializable(typeof(PostedRow))]
[JsonSerializable(typeof(Card))]
[JsonSerializable(typeof(GroupOverview))]
internal sealed partial class RoomJson : JsonSerializerContext
{
    public static RoomJson Stored { get; } = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters =
        {
            new PatternConverter<Instant>(InstantPattern.ExtendedIso),
            new PatternConverter<Duration>(DurationPattern.Roundtrip),
            new PatternConverter<LocalDate>(LocalDatePattern.Iso),
        },
    });
}

/// <summary>That a delivery has its post: the guard against a second one.</summary>
internal sealed record PostedRow(string Post);
