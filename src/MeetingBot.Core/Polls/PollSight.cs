using MeetingBot.Conversations;
using MeetingBot.Polls.Ballots;

namespace MeetingBot.Polls;

/// <summary>
/// What of a poll somebody may see: the one rule of its cards, its digest, its pages, its export and whatever else
/// shows it.
/// </summary>
/// <param name="Counts">How many said what.</param>
/// <param name="Names">Who said what, and comments with their names.</param>
/// <param name="Answered">Who has answered.</param>
public sealed record PollSight(bool Counts, bool Names, bool Answered)
{
    /// <summary>What all may see, whoever looks: the shared card, the export.</summary>
    public static PollSight OfAll(Poll poll) => Of(poll, chair: false, voted: false);

    /// <summary>What the person of the turn may see, whose ballot it is.</summary>
    /// <param name="own">Null for none.</param>
    public static PollSight Of(Poll poll, Ballot? own, Turn turn) =>
        Of(poll, turn.SeesAsChair(poll), own?.Counts(poll) is true);

    /// <param name="chair">Whether they see what a chair sees (<see cref="PollRoles.SeesAsChair"/>).</param>
    /// <param name="voted">Whether they have answered.</param>
    public static PollSight Of(Poll poll, bool chair, bool voted)
    {
        // What is called off tells nothing that was not told before.
        var shown = poll.HasEnded || poll.Shown switch
        {
            PollShown.Always => true,
            PollShown.AfterVoting => voted,
            _ => false,
        };
        var names = poll.Names switch
        {
            PollNames.Everyone => true,
            PollNames.Chair => chair,
            _ => false,
        };
        return new PollSight(shown, shown && names, poll.Names is not PollNames.Anonymous);
    }

    /// <summary>What everybody is told before they answer.</summary>
    public static string Words(Poll poll)
    {
        var names = poll.Names switch
        {
            PollNames.Everyone => "Everyone sees who answers what, and comments",
            PollNames.Chair => "Everyone sees counts and who has answered; only who opened the poll and the group's "
                + "chairs see who answers what",
            PollNames.Nobody => "Everyone sees counts and who has answered; nobody, the chair included, sees who "
                + "answers what",
            _ => "Everyone sees counts alone; nobody, the chair included, sees who answers or what",
        };
        var answered = poll.Names is PollNames.Anonymous ? "nothing" : "only who has answered";
        return poll.Shown switch
        {
            PollShown.Always => names + ".",
            PollShown.AfterVoting => $"Until you have answered you see {answered}. After that: {Lower(names)}.",
            _ => $"Until the poll is closed {answered} is seen. After that: {Lower(names)}.",
        } + (poll.Names is PollNames.Everyone
            ? ""
            : Watched(poll) + " Once it is closed comments are shown to everyone, without names.");
    }

    private static string Lower(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];

    // Who sees the counts before and after somebody answers sees the difference.
    private static string Watched(Poll poll) => poll.Shown is PollShown.AfterClose
        ? ""
        : " Whoever watches counts change while the poll is open may tell whose answer it was.";
}
