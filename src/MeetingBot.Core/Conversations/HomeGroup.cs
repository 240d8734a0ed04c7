using MeetingBot.Cards;

namespace MeetingBot.Conversations;

/// <summary>
/// A card that somebody was sent alone is answered in their own chat with the bot, and is a group's all the same: its
/// buttons say whose. A press names the group and proves nothing: only what is made for it is done
/// (<see cref="CommandForm.FromAfar"/>), which looks whether the person is one of the group.
/// </summary>
internal static class HomeGroup
{
    /// <summary>Field that names the conversation that is the group; its tenant is the person's own.</summary>
    public const string Field = "home";

    private const int MostId = 1_024;

    /// <summary>
    /// What is said to the group, now or later, is said in its conversation and not where it was pressed.
    /// </summary>
    public static Decision ForGroup(this Decision decision, Turn turn) => turn.IsFromAfar
        ? decision with
        {
            Messages =
            [
                .. decision.Messages.Select(message => message is { Recipient: null, Errand: null }
                    ? message with { To = message.To with { Thread = null } }
                    : message),
            ],
            Timers =
            [
                .. decision.Timers.Select(timer =>
                    timer with { Conversation = timer.Conversation with { Thread = null } }),
            ],
        }
        : decision;

    /// <summary>A card that answers a press from afar: what is pressed on it comes from there too.</summary>
    public static Card FromWhere(this Card card, Turn turn) => turn.IsFromAfar
        ? card.Map(button => button.Link is null
            ? button with { Data = button.Data.SetItem(Field, turn.Conversation.Id) }
            : button)
        : card;

    /// <summary>The press as one of its group, answered where it was pressed.</summary>
    public static Incoming Find(Incoming incoming)
    {
        if (incoming is not CardAnswer { Conversation: { Kind: ConversationKind.Personal } chat } answer
            || !answer.Fields.TryGetValue(Field, out var home) || home.Length is 0 or > MostId || home == chat.Id)
            return incoming;
        return answer with
        {
            // What answers it goes to the person's own chat, as its thread.
            Conversation = chat with { Id = home, Kind = ConversationKind.Chat, Thread = chat.Target },
            DeliveryId = $"{OpaqueId.Of(chat.Group.PartitionKey)};{answer.DeliveryId}",
            FromAfar = true,
        };
    }
}
