using MeetingBot.Conversations;
using MeetingBot.Web.Cards;
using Microsoft.AspNetCore.Http;

namespace MeetingBot.Web.Rooms;

/// <summary>Which room a request is for, and who asks.</summary>
/// <param name="Room">Null when there is no such room.</param>
/// <param name="Person">
/// Null when nobody has said who they are; then <paramref name="Complaint"/> says what is wrong.
/// </param>
internal sealed record RoomCall(string? Room, Person? Person, string Typed, string? Complaint)
{
    public static RoomCall Read(HttpContext context)
    {
        var name = context.Request.RouteValues["name"] as string ?? RoomName.Main;
        var typed = context.Request.Query["as"].ToString();
        var person = Visitor.Read(typed, out var complaint) is { } visitor
            ? visitor with { Zone = VisitorZone.Of(context.Request) }
            : null;
        return new RoomCall(RoomName.IsValid(name) ? name : null, person, typed, complaint);
    }

    /// <summary>The id that names a form's sending, or one made for it.</summary>
    public static string FormId(string posted, RoomOptions options) =>
        SendingId.IsFormId(posted) ? posted : options.NewId();
}
