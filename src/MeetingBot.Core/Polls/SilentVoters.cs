using MeetingBot.Conversations;
using MeetingBot.Polls.Ballots;
using MeetingBot.Tables;

namespace MeetingBot.Polls;

/// <summary>Who has still to answer a poll.</summary>
internal static class SilentVoters
{
    /// <summary>The guests whose link stands and who are seen to owe an answer.</summary>
    public static List<Person> Guests(Poll poll, RowSet rows, PollSight sight)
    {
        var done = Done(poll, rows, sight);
        return [.. poll.Awaited.Where(person => person.IsGuest && !done.Contains(person.Key.Value))];
    }

    /// <summary>
    /// Whether an answer is still owed: there is none that counts, or an option has changed since it was given.
    /// </summary>
    public static bool Owes(Poll poll, Ballot? ballot) =>
        ballot is null || !ballot.Counts(poll) || ballot.IsStale(poll);

    /// <summary>
    /// The same, as far as it may be told. Who is to answer again has answered the option that was changed: where
    /// names are hidden it is told of nobody but who has never given one.
    /// </summary>
    public static bool IsSeenToOwe(Poll poll, Ballot? ballot, PollSight sight) =>
        sight.Names ? Owes(poll, ballot) : ballot is null or { Answers.IsDefaultOrEmpty: true };

    /// <summary>
    /// Whose answer is waited for, guests aside: the voters who were named, else all whom the bot knows in the group, by
    /// name. The one rule of the card, of who is reminded and of what is said of it.
    /// </summary>
    /// <param name="members">Whom the bot knows in the group.</param>
    public static IEnumerable<Person> Meant(Poll poll, IEnumerable<Person> members)
    {
        if (!poll.Voters.Any()) return members.OrderBy(person => person.Name, StringComparer.OrdinalIgnoreCase);
        var known = members.DistinctBy(person => person.Key).ToDictionary(person => person.Key);
        return poll.Voters.Where(voter => !voter.IsFormer)
            .Select(voter => known.GetValueOrDefault(voter.Key, voter)).DistinctBy(person => person.Key);
    }

    /// <summary>Whether theirs is: of a poll that named its voters, who was not named owes nothing.</summary>
    public static bool IsMeant(Poll poll, PersonKey person) =>
        !poll.Voters.Any() || poll.Voters.Any(voter => voter.Key == person);

    /// <summary>Whom the bot knows in the group, from the rows of its members.</summary>
    public static List<Person> Members(IEnumerable<Row> rows, ConversationReference conversation) =>
        [.. rows.Select(GroupRows.ReadMember).Where(person => GroupRows.IsMember(person, conversation))];

    /// <summary>Those of them who still owe an answer, or are seen to.</summary>
    /// <param name="sight">Who looks; null where nobody is told.</param>
    public static List<Person> Of(Poll poll, RowSet rows, Turn turn, PollSight? sight = null)
    {
        var done = Done(poll, rows, sight);
        return [.. Meant(poll, Members(rows.In(GroupRows.Members), turn.Conversation))
            .Where(person => !done.Contains(person.Key.Value))];
    }

    private static HashSet<string> Done(Poll poll, RowSet rows, PollSight? sight) =>
        PollRows.BallotsIn(rows, poll.Number)
            .Where(ballot => !(sight is null ? Owes(poll, ballot) : IsSeenToOwe(poll, ballot, sight)))
            .Select(ballot => ballot.Voter.Key.Value).ToHashSet();
}
