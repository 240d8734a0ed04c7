namespace MeetingBot.Conversations;

/// <summary>
/// Does one turn: when it returns, what the person was told is durable. The messages follow by the outbox.
/// </summary>
/// <exception cref="Tables.TableUnavailableException">
/// The store can't be reached: nothing is acknowledged, and nothing is stored unless it says so.
/// </exception>
public delegate ValueTask<TurnOutcome> RunTurn(Incoming incoming, CancellationToken cancel);

/// <summary>What came of a turn.</summary>
/// <param name="Answer">For the response, where the protocol wants one there; the same for a repeated delivery.</param>
/// <param name="Repeated">The delivery had been handled before.</param>
/// <param name="Refused">The rule said no.</param>
public sealed record TurnOutcome(Answer? Answer, bool Repeated = false, bool Refused = false);

/// <summary>
/// The live card of a slot as this person may see it now, or null when the group has none or what all see is all there
/// is. Reads only.
/// </summary>
public delegate ValueTask<Cards.Card?> ViewCard(
    GroupId group, Person viewer, string slot, CancellationToken cancel);

/// <summary>
/// The live card of a slot as everybody in the conversation may see it now, or null when it is as it was promised.
/// Turns that meet each drew it without the other's change; what is drawn as it is sent lacks none. Reads only.
/// </summary>
public delegate ValueTask<Cards.Card?> DrawLiveCard(ConversationReference to, string slot, CancellationToken cancel);
