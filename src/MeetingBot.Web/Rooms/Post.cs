using MeetingBot.Cards;
using MeetingBot.Conversations;
using NodaTime;

namespace MeetingBot.Web.Rooms;

/// <summary>One message of a room, as it is stored.</summary>
/// <param name="Id">Its place in the room, ten digits; also the message's id to the rest of the program.</param>
/// <param name="Author">Who typed it; null for the bot.</param>
/// <param name="Slot">The live card that it carries, when it does.</param>
/// <param name="OnlyFor">The id of the one person who may see it; null for everybody.</param>
/// <param name="Pending">Typed, but the turn that it starts is not known to be done.</param>
/// <param name="Change">The room's change that wrote it last.</param>
public sealed record Post(
    string Id,
    Instant At,
    string? Author,
    string Text,
    TextFormat Format = TextFormat.Plain,
    Card? Card = null,
    string? Slot = null,
    string? OnlyFor = null,
    bool Pending = false,
    long Change = 0)
{
    public bool IsVisibleTo(Person viewer) => OnlyFor is null || OnlyFor == viewer.Id;
}
