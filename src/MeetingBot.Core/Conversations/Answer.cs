using MeetingBot.Cards;

namespace MeetingBot.Conversations;

/// <summary>What the person who pressed sees in place, where the protocol wants an answer in the response.</summary>
/// <param name="Text">A short text; with a card: its notification text.</param>
/// <param name="Card">The card as this person sees it.</param>
/// <param name="Refused">The answer is a refusal.</param>
/// <param name="Asks">The card is a question, which must not be drawn over before it is answered.</param>
public sealed record Answer(string Text, Card? Card = null, bool Refused = false, bool Asks = false);
