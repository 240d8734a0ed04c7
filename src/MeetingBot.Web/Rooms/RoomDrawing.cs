using MeetingBot.Conversations;
using MeetingBot.Web.Cards;
using NodaTime;

namespace MeetingBot.Web.Rooms;

/// <summary>For whom, when and with what forms a room is drawn.</summary>
/// <param name="Zone">IANA zone of the group.</param>
/// <param name="Token">The token of this visitor's forms.</param>
/// <param name="NewId">
/// Names a form's sending; null where the script names it, so that equal things are drawn alike.
/// </param>
public sealed record RoomDrawing(
    string Room, Person Viewer, string Zone, Instant Now, string Token, Func<string>? NewId = null)
{
    public CardDrawing Card(string postId) => new(
        ShownPost.ElementOf(postId), Address("/answer"), postId, Token, NewId?.Invoke() ?? "");

    public string Address(string below) => RoomName.Address(Room, Viewer.Name, below);
}
