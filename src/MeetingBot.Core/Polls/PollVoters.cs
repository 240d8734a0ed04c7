using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Meetings.People;

namespace MeetingBot.Polls;

/// <summary>The voters that a poll names, or the name that means nobody.</summary>
internal sealed record PollVoters(
    ImmutableArray<Person> Required, ImmutableArray<Person> Optional, Refusal? Problem = null)
{
    public static PollVoters Read(PollFlags flags, MemberState members, Turn turn)
    {
        var (required, unknown) = NamedPeople.Read(flags.Required ?? "", members, turn);
        var (optional, other) = NamedPeople.Read(flags.Optional ?? "", members, turn);
        // A mention in one list is not one in the other.
        if (flags.Required is null) required = [];
        optional = flags.Optional is null ? [] : [.. optional.Where(person => !Has(required, person))];
        var problem = (unknown ?? other) is { } name ? MeetingRefusals.UnknownPerson(name)
            : required.Length + optional.Length > Poll.MostVoters ? PollRefusals.TooManyVoters
            : flags.Ends is PollEnds.OnConsensus && required.IsEmpty
                ? new Refusal("Consensus is one of required voters: name them. For example: --required @Luna @Mara "
                    + "--consensus")
            : flags is { Ends: PollEnds.OnConsensus, Names: not PollNames.Everyone }
                ? new Refusal("That all required voters agree tells what each of them answers; leave out --consensus, "
                    + "or what hides it.")
            : flags is { Ends: PollEnds.WhenAllAnswered, Names: PollNames.Anonymous }
                ? new Refusal("That all have answered tells who has, which an anonymous poll hides; leave out "
                    + "--when-all, or take --counts in place of --anonymous.")
            : flags.Ends is PollEnds.WhenAllAnswered && required.Length + optional.Length == 0
                ? new Refusal("Who are all? Name them. For example: --required @Luna @Mara --when-all")
            : null;
        return new PollVoters(required, optional, problem);
    }

    /// <summary>
    /// A poll that names its voters closes when all have answered, unless it was said otherwise or nobody is to know
    /// who has.
    /// </summary>
    public PollEnds EndsBy(PollFlags flags) => flags.Ends
        ?? (Required.Length + Optional.Length > 0 && flags.Names is not PollNames.Anonymous
            ? PollEnds.WhenAllAnswered
            : PollEnds.ByHand);

    private static bool Has(ImmutableArray<Person> people, Person person) =>
        people.Any(other => other.Key == person.Key);
}
