using MeetingBot.Conversations;
using MeetingBot.Conversations.Sending;
using MeetingBot.Meetings.Timetables;

namespace MeetingBot.Program.Indico;

/// <summary>
/// Stands where no Indico is set: who asked for an event before the setting was taken away is told that there is none.
/// </summary>
internal sealed class ClosedIndicoDoor(RunTurn run) : IChannel
{
    public string Platform => IndicoEvents.Door;

    public async ValueTask<Delivery> DeliverAsync(
        string outboxId, Outgoing message, LiveCard? existing, CancellationToken cancel)
    {
        if (message is not { Errand: { } errand, Recipient: { } asked })
            return new Delivery.Refused("it is no errand of anybody");
        await run(
            new ErrandDone($"errand {outboxId}", message.To, asked, errand, null, "There is none set here any more."),
            cancel);
        return new Delivery.Sent(null);
    }
}
