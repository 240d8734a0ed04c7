using MeetingBot.Conversations;

namespace MeetingBot.Polls;

/// <summary>
/// What a voter is told: in place on their own card, or to them alone. What they answer is nobody else's to read.
/// </summary>
internal static class Receipts
{
    /// <param name="own">Their ballot now; null after it was taken back.</param>
    public static Decision For(Poll poll, Ballot? own, string tell, Turn turn) => turn.Incoming switch
    {
        CardAnswer { WantsAnswer: true } => new Decision
        {
            Tell = tell,
            ShowCard = PollCards.Own(poll, own, turn),
            Messages = [PollCards.Changed(poll, turn)],
        },
        CardAnswer => new Decision
        {
            Messages =
                [turn.Say($"{poll.Name}: {tell}") with { Recipient = turn.Actor }, PollCards.Changed(poll, turn)],
        },
        _ => new Decision { Tell = tell, Messages = [PollCards.Changed(poll, turn)] },
    };

    /// <summary>
    /// Whether answers may be typed here: all can read them, and the reply, so only where all may see them anyway.
    /// </summary>
    public static bool MayBeTyped(this Poll poll, Turn turn) =>
        turn.Conversation.Kind is ConversationKind.Personal
        || poll is { Names: PollNames.Everyone, Shown: PollShown.Always };
}
