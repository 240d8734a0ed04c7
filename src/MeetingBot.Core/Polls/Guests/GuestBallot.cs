using MeetingBot.Calendars;
using MeetingBot.Cards;
using MeetingBot.Meetings.Guests;

namespace MeetingBot.Polls.Guests;

/// <summary>What a guest's link shows: one poll, as this guest may see it, and their ballot.</summary>
/// <param name="Guest">Whose link it is, in the zone in which they read it.</param>
/// <param name="Poll">The poll as it is now; what of it may be seen is on the card.</param>
/// <param name="Card">The poll's card; of its buttons the page takes those with which one answers.</param>
/// <param name="GroupName">What the group calls itself; null where it has no name.</param>
/// <param name="Zone">IANA zone of the guest.</param>
/// <param name="Meeting">The time that was decided, to be put into a calendar; null while there is none.</param>
public sealed record GuestBallot(
    Guest Guest, Poll Poll, Card Card, string? GroupName, string Zone, Calendar? Meeting);

/// <summary>What came of looking for a link.</summary>
/// <param name="Ballot">Null where there is nothing to be shown.</param>
/// <param name="Known">There was such a link once: it was ended, or is over.</param>
public readonly record struct FoundBallot(GuestBallot? Ballot, bool Known);

/// <summary>
/// What a guest's link leads to. The token comes from outside, and the zone, which may be none; null for the one that
/// the guest has answered in, else the group's.
/// </summary>
public delegate ValueTask<FoundBallot> FindBallot(string token, string? zone, CancellationToken cancel);
