using MeetingBot.Conversations;

namespace MeetingBot.Meetings.Guests;

/// <summary>Somebody without an account, and the link by which they answer one thing, such as a poll.</summary>
/// <param name="Person">
/// Of the platform <see cref="Person.Guest"/>: the same person in it, however often the link is ended and made anew, so
/// that there is one answer of theirs.
/// </param>
/// <param name="Token">Unguessable part of the link's address; empty once it was ended.</param>
/// <param name="Home">Where they were invited: what comes of their answer is shown there.</param>
public sealed record Guest(Person Person, string Token, ConversationReference Home)
{
    /// <summary>Most guests of one thing.</summary>
    public const int Most = 100;

    /// <summary>Most with those whose link has ended: each is kept, so that whoever comes back is the same.</summary>
    public const int MostEver = 2 * Most;

    /// <summary>Most characters of a guest's name.</summary>
    public const int MostName = 60;

    public bool Stands => Token.Length > 0;

    /// <summary>
    /// A person's name as it is shown to others: nothing but their link vouches for a guest, so it says what they are.
    /// </summary>
    public static string Shown(Person person) => person.IsGuest ? person.Name + Mark : person.Name;

    /// <summary>What stands behind every guest's name.</summary>
    public const string Mark = " (guest)";
}
