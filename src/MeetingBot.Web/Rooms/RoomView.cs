using System.Collections.Immutable;
using MeetingBot.Meetings;

namespace MeetingBot.Web.Rooms;

/// <summary>Everything on a room's page.</summary>
/// <param name="Overview">Null while the store does not answer.</param>
/// <param name="Offer">What the panel offers; null with the overview.</param>
/// <param name="Notice">What the visitor is told about what they just did.</param>
/// <param name="Draft">A line that was not saved, back in its box, with the id of its sending.</param>
public sealed record RoomView(
    RoomDrawing Drawing,
    RoomMark Mark,
    ImmutableArray<ShownPost> Posts,
    GroupOverview? Overview,
    PanelOffer? Offer,
    RoomNotice? Notice = null,
    RoomDraft? Draft = null);

/// <summary>What the visitor is told; bad when it did not work.</summary>
public sealed record RoomNotice(string Text, bool Bad);

/// <summary>A line that was typed and not saved.</summary>
public sealed record RoomDraft(string Text, string FormId);
