using MeetingBot.Conversations;

namespace MeetingBot.Polls;

/// <summary>Somebody without an account, and the link by which they answer one poll.</summary>
/// <param name="Poll">The poll that it opens, and no other.</param>
/// <param name="Person">
/// Of the platform <see cref="Person.Guest"/>: the same person in this poll, however often the link is ended and made
/// anew, so that there is one ballot of theirs.
/// </param>
/// <param name="Token">Unguessable part of the link's address; empty once it was ended.</param>
/// <param name="Home">Where they were invited: what comes of their answer is shown there.</param>
public sealed record PollGuest(int Poll, Person Person, string Token, ConversationReference Home)
{
    /// <summary>The kind of these addresses (<see cref="PageLink"/>).</summary>
    public const string Kind = "ballot";

    /// <summary>Most guests of a poll.</summary>
    public const int Most = 100;

    /// <summary>Most with those whose link has ended: each is kept, so that whoever comes back is the same.</summary>
    public const int MostEver = 2 * Most;

    /// <summary>Most characters of a guest's name.</summary>
    public const int MostName = 60;

    public bool Stands => Token.Length > 0;

    /// <summary>Where they answer; null without a public address.</summary>
    public Uri? Address(TurnOptions options) => options.Page(Kind, Token);

    public PageLink ToLink(Turn turn) => new(
        Token, Kind, turn.Conversation.Group, null, turn.Group.Epoch, Person.Key.Value, PollCards.Number(Poll));
}
