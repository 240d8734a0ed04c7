using MeetingBot.Conversations.Sending;

namespace MeetingBot.Conversations;

/// <summary>
/// Carries an errand to another conversation of the bot's own, where it is a turn: a turn writes in one partition, and
/// what it wants of another goes there as a promised message does. As often as it is tried, it is done once.
/// </summary>
public sealed class InnerDoor(RunTurn run) : IChannel
{
    /// <summary>The door's name.</summary>
    public const string Name = "inner";

    public string Platform => Name;

    public async ValueTask<Delivery> DeliverAsync(
        string outboxId, Outgoing message, LiveCard? existing, CancellationToken cancel)
    {
        if (message is not { Errand: { } errand, Recipient: { } person })
            return new Delivery.Refused("it is no errand of anybody");
        await run(new ErrandDone($"errand {outboxId}", message.To, person, errand, null, null), cancel);
        return new Delivery.Sent(null);
    }
}
