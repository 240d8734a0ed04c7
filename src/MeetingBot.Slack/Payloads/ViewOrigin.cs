using MeetingBot.Conversations;

namespace MeetingBot.Slack.Payloads;

/// <summary>What a view keeps of where it was opened: it has no channel of its own.</summary>
/// <param name="Thread">The thread in it; null for none.</param>
internal sealed record ViewOrigin(string Channel, string? Thread)
{
    /// <summary>Channel and thread as one text.</summary>
    public static string Write(ConversationReference conversation) => conversation.Target;

    /// <summary>The origin, or null where it is none of ours.</summary>
    public static ViewOrigin? Read(string origin)
    {
        var (channel, thread) = Place.Split(origin);
        return Place.IsId(channel) && (thread is null || Place.IsTimestamp(thread))
            ? new ViewOrigin(channel, thread)
            : null;
    }
}
