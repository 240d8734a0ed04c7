namespace MeetingBot.Slack.Blocks;

/// <summary>One message as <c>chat.postMessage</c>, <c>chat.update</c> and <c>chat.postEphemeral</c> take it.</summary>
/// <param name="Text">For notifications, escaped for mrkdwn. The blocks say all of it.</param>
/// <param name="Blocks">A JSON array, UTF-8.</param>
internal sealed record RenderedMessage(string Text, ReadOnlyMemory<byte> Blocks);
