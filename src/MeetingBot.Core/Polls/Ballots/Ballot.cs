using System.Collections.Immutable;
using MeetingBot.Conversations;
using NodaTime;

namespace MeetingBot.Polls.Ballots;

/// <summary>One person's answers to a poll; the last one counts. No answer to an option is not a "no".</summary>
/// <param name="At">When it was recorded.</param>
/// <param name="Answers">
/// Those given. Of a choice: what was chosen, as yes; of a ranking: in order of preference, as yes.
/// </param>
public sealed record Ballot(Person Voter, Instant At, ImmutableArray<OptionAnswer> Answers, string? Comment = null)
{
    public const int MostComment = 300;

    /// <summary>The answer to the option as it is now; null for none.</summary>
    public BallotAnswer? To(PollOption option)
    {
        foreach (var given in Answers)
            if (given.Option == option.Id && given.Version == option.Version) return given.Answer;
        return null;
    }

    /// <summary>
    /// Whether it is an answer: to an option as it is now. It alone makes its voter one who has voted, and counts for a
    /// quorum; a comment does not.
    /// </summary>
    public bool Counts(Poll poll) => poll.Options.Any(option => To(option) is not null);

    /// <summary>Whether it answers the option as it was before a change.</summary>
    public bool IsStaleFor(PollOption option) =>
        Answers.Any(given => given.Option == option.Id && given.Version < option.Version);

    /// <summary>Whether its voter is to answer again, since an option has changed.</summary>
    public bool IsStale(Poll poll) => poll.Options.Any(IsStaleFor);
}

/// <summary>An answer to one option.</summary>
/// <param name="Version">Which of the option's versions was answered.</param>
public sealed record OptionAnswer(int Option, BallotAnswer Answer, int Version = 1);

/// <summary>What somebody says to an option.</summary>
public enum BallotAnswer { Yes, IfNeedBe, No }
