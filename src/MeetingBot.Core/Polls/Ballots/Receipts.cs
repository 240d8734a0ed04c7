using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Polls.Ballots;

/// <summary>
/// What a voter is told: in place on their own card, or to them alone. What they answer is nobody else's to read.
/// </summary>
internal static class Receipts
{
    /// <summary>The row that the answer needs beside the poll.</summary>
    public static Reads Reads(int poll, Turn turn) =>
        turn.AnsweredInPlace ? Tables.Reads.OfKeys(PollRows.TallyKey(poll)) : Tables.Reads.None;

    /// <summary>The answer.</summary>
    /// <param name="own">Their ballot now; null after it was taken back.</param>
    public static Decision For(PollState state, Ballot? own, string tell, Turn turn) => turn.Incoming switch
    {
        CardAnswer { WantsAnswer: true } => new Decision
        {
            Tell = tell,
            ShowCard = PollCards.Own(state.Poll, own, state.Kept, turn),
            Messages = [PollCards.Changed(state.Poll, turn)],
        },
        CardAnswer => new Decision
        {
            Messages =
            [
                turn.Say($"{state.Poll.Name}: {tell}") with { Recipient = turn.Actor },
                PollCards.Changed(state.Poll, turn),
            ],
        },
        _ => new Decision { Tell = tell, Messages = [PollCards.Changed(state.Poll, turn)] },
    };

    /// <summary>
    /// Whether answers may be typed here: all can read them, and the reply, so only where all may see them anyway.
    /// </summary>
    public static bool MayBeTyped(this Poll poll, Turn turn) =>
        turn.Conversation.Kind is ConversationKind.Personal
        || poll is { Names: PollNames.Everyone, Shown: PollShown.Always };
}
