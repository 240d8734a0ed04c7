using MeetingBot.Cards;

namespace MeetingBot.Conversations;

/// <summary>
/// Buttons of a group's cards: each says whose card it is, so that one carried elsewhere does nothing.
/// </summary>
public static class GroupButtons
{
    /// <summary>Field that names the group of the card, opaquely.</summary>
    public const string Group = "group";

    /// <summary>Field that names the conversation of a card that one person got alone.</summary>
    public const string Home = HomeGroup.Field;

    public static string GroupMark(this ConversationReference conversation) =>
        OpaqueId.Of(conversation.Group.PartitionKey);

    public static CardButton Button(
        this ConversationReference conversation, string title, string verb,
        params ReadOnlySpan<(string Key, string Value)> data) =>
        CardButton.Press(title, verb, [(Group, conversation.GroupMark()), .. data]);

    /// <summary>A button of a card that one person gets alone, and may press in their own chat with the bot.</summary>
    public static CardButton ButtonFromAfar(
        this ConversationReference conversation, string title, string verb,
        params ReadOnlySpan<(string Key, string Value)> data) =>
        conversation.Button(title, verb, [(HomeGroup.Field, conversation.Id), .. data]);

    /// <summary>Whether the card was made for the conversation that it was answered in.</summary>
    public static bool IsAtHome(CardAnswer answer) =>
        !answer.Fields.TryGetValue(Group, out var mark) || mark == answer.Conversation.GroupMark();

    /// <summary>Whether the card says that it was made for that conversation before it was joined to another.</summary>
    internal static bool IsMarkedAsHere(CardAnswer answer) =>
        answer.Fields.TryGetValue(Group, out var mark)
        && mark == OpaqueId.Of(answer.Conversation.Own.PartitionKey);
}
