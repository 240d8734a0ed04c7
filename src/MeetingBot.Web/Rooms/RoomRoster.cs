using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Web.Rooms;

/// <summary>Who is in a room: nobody vouches for visitors, and those who have written are taken for its people.</summary>
public sealed class RoomRoster(RoomReader reader) : IRoster
{
    public string Platform => RoomName.Platform;

    public async ValueTask<RosterReading> ReadAsync(
        ConversationReference conversation, int most, CancellationToken cancel)
    {
        try
        {
            var head = await reader.HeadAsync(conversation.Id, cancel);
            return new RosterReading([.. (head?.People ?? []).Select(Visitor.Named)]);
        }
        catch (TableUnavailableException)
        {
            return new RosterReading([], new Delivery.Later(null, "the store does not answer"));
        }
    }
}
