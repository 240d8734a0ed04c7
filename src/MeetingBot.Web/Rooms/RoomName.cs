using MeetingBot.Conversations;

namespace MeetingBot.Web.Rooms;

/// <summary>
/// A room's name, as in its address: 1 to 40 of <c>a-z 0-9 -</c>; and the conversation that the room is.
/// </summary>
public static class RoomName
{
    public const string Platform = Person.Unvouched;

    public const string Tenant = "local";

    /// <summary>The room at <c>/</c>.</summary>
    public const string Main = "main";

    public static bool IsValid(string name) =>
        name.Length is > 0 and <= 40 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    public static ConversationReference Conversation(string room) =>
        new(Platform, Tenant, room, ConversationKind.Room);

    /// <summary>The address of the room's page as that person, or one below it.</summary>
    public static string Address(string room, string? name = null, string below = "")
    {
        var path = below.Length == 0 && room == Main ? "/" : $"/room/{room}{below}";
        return name is null ? path : $"{path}?as={Uri.EscapeDataString(name)}";
    }
}
