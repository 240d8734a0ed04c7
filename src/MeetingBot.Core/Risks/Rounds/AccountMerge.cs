using System.Collections.Immutable;
using MeetingBot.Conversations;

namespace MeetingBot.Risks.Rounds;

/// <summary>
/// One person has said that two accounts are theirs: what they have scored in open rounds with the one that is given up
/// goes to the other, a part a turn. From the first turn on whoever counts takes both for one
/// (<see cref="Turn.Main"/>).
/// </summary>
/// <param name="Account">The one that is given up.</param>
/// <param name="Main">Who they are from now on.</param>
/// <param name="Conversation">Where they said so.</param>
/// <param name="Left">What is still to be looked at, the first one next.</param>
/// <param name="Found">Something that they had scored was found with the account.</param>
public sealed record AccountMerge(
    Person Account, Person Main, ConversationReference Conversation, ImmutableArray<MergeStep> Left,
    bool Found = false);

/// <summary>The risks of a round, open when the accounts were joined, at which it was not looked yet.</summary>
public sealed record MergeStep(int Assessment, int Round, ImmutableArray<string> Risks);

/// <summary>Whose accounts are being joined: among the rows that every turn reads.</summary>
public sealed record AccountMerges(ImmutableArray<AccountMerge> People)
{
    /// <summary>More at a time are asked to wait.</summary>
    public const int Most = 5;

    public static AccountMerges None { get; } = new([]);

    /// <summary>Whether one of the accounts is that one.</summary>
    public bool IsOf(PersonKey account) => People.Any(one => one.Account.Key == account || one.Main.Key == account);
}
