using MeetingBot.Cards;
using MeetingBot.Meetings.Guests;

namespace MeetingBot.Risks.Rounds;

/// <summary>What a guest's link shows: one risk of one round with what they have said of it, and no more.</summary>
/// <param name="Guest">Whose link it is, in the zone in which they read it.</param>
/// <param name="Round">The round as it is now.</param>
/// <param name="Card">The card of one risk; once the round is over, what came of it as far as all may see.</param>
/// <param name="Risk">The risk that is shown; null once the round is over.</param>
/// <param name="Done">How many risks they have answered.</param>
/// <param name="Tlp">To whom it may be passed on.</param>
/// <param name="GroupName">What the group calls itself; null where it has no name.</param>
/// <param name="GroupZone">IANA zone of the group.</param>
/// <param name="Zone">IANA zone of the guest.</param>
public sealed record GuestScoring(
    Guest Guest, ScoringRound Round, Card Card, string? Risk, int Done, Tlp Tlp, string? GroupName, string GroupZone,
    string Zone)
{
    /// <summary>Whether all that is asked is answered, and may still be changed.</summary>
    public bool IsComplete => Risk is not null && Done >= Round.Risks.Length;
}

/// <summary>What came of looking for a link.</summary>
/// <param name="Scoring">Null where there is nothing to be shown.</param>
/// <param name="Known">There was such a link once: it was ended, or is over.</param>
public readonly record struct FoundScoring(GuestScoring? Scoring, bool Known);

/// <summary>What is asked of a guest's link. All of it comes from outside.</summary>
/// <param name="Zone">Null for the one in which the guest has answered, else the group's.</param>
/// <param name="Risk">Which risk is to be shown; null, or one that is not asked, for the first that is open.</param>
/// <param name="Recorded">Of which risk an answer was just sent, of which the receipt is shown; null for none.</param>
public sealed record ScoringCall(string Token, string? Zone = null, string? Risk = null, string? Recorded = null);

/// <summary>What a guest's link leads to.</summary>
public delegate ValueTask<FoundScoring> FindScoring(ScoringCall call, CancellationToken cancel);
