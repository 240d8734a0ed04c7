using MeetingBot.Tables;

namespace MeetingBot.Conversations.Sending;

/// <summary>The message of the platform that is a live card now.</summary>
/// <param name="Message">The platform's id of it.</param>
/// <param name="Conversation">
/// Where it was sent, with its thread: the id means something only there. Null for a personal message, and for a card
/// remembered before that was kept.
/// </param>
public sealed record LiveCard(string Message, string? Conversation = null)
{
    /// <summary>Reads <c>{"message", "conversation"}</c>, or the bare id that older rows hold.</summary>
    internal static LiveCard Read(Row row) => row.Data.Span is [(byte)'"', ..]
        ? new LiveCard(row.Read(ConversationJson.Default.String))
        : row.Read(ConversationJson.Default.LiveCard);
}
