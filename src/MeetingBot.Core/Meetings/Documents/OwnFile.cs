using MeetingBot.Conversations;

namespace MeetingBot.Meetings.Documents;

/// <summary>Hands a file to who asks for it, for them alone; the message's text leads to it where none can be.</summary>
internal static class OwnFile
{
    public static Decision Sent(Outgoing message, Turn turn) => turn.Conversation.Kind is ConversationKind.Personal
        ? new Decision { Messages = [message] }
        : new Decision
        {
            Tell = "I have sent you the file, for you alone.",
            Messages = [message with { Recipient = turn.Actor }],
        };
}
