using MeetingBot.Conversations;
using MeetingBot.Conversations.Sending;
using MeetingBot.Tables;

namespace MeetingBot.Web.Rooms;

/// <summary>Delivers to rooms: writes the post, exactly once an outbox id, and tells the open pages.</summary>
public sealed class RoomChannel(RoomWriter posts, RoomHub hub) : IChannel
{
    public string Platform => RoomName.Platform;

    public async ValueTask<Delivery> DeliverAsync(
        string outboxId, Outgoing message, LiveCard? existing, CancellationToken cancel)
    {
        var room = message.To.Id;
        if (!RoomName.IsValid(room)) return new Delivery.Refused("There is no such room.");
        try
        {
            var delivery = existing is null || message.Fresh
                ? await AddAsync(room, outboxId, message, existing?.Message, cancel)
                : await EditAsync(room, message, existing.Message, cancel);
            hub.Notify(room);
            return delivery;
        }
        catch (TableUnavailableException e)
        {
            return new Delivery.Later(null, e.Message);
        }
        catch (ArgumentException e)
        {
            return new Delivery.Refused(e.Message);
        }
    }

    private async ValueTask<Delivery> AddAsync(
        string room, string outboxId, Outgoing message, string? instead, CancellationToken cancel)
    {
        var post = Written(new Post("", default, null, ""), message);
        var added = await posts.AddAsync(room, "outbox", outboxId, post, instead, cancel);
        return new Delivery.Sent(added.Id);
    }

    private async ValueTask<Delivery> EditAsync(
        string room, Outgoing message, string existingId, CancellationToken cancel) =>
        await posts.EditAsync(room, existingId, post => Written(post, message), cancel) is null
            ? new Delivery.Gone()
            : new Delivery.Sent(existingId);

    private static Post Written(Post post, Outgoing message) => post with
    {
        Text = message.Text,
        Format = message.Format,
        Card = message.Card,
        Slot = message.Slot,
        OnlyFor = message.Recipient?.Id,
    };
}
