using MeetingBot.Conversations;
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
    /// Of the voters who were named, else of all whom the bot knows in the group: those who still owe an answer, or are
    /// seen to. In the order of their keys.
    /// </summary>
    /// <param name="sight">Who looks; null where nobody is told.</param>
    public static List<Person> Of(Poll poll, RowSet rows, Turn turn, PollSight? sight = null)
    {
        var done = Done(poll, rows, sight);
        var known = rows.In(GroupRows.Members).Select(GroupRows.ReadMember)
            .Where(person => GroupRows.IsMember(person, turn.Conversation));
        var meant = poll.Voters.Any()
            ? poll.Voters.Select(voter => known.FirstOrDefault(person => person.Key == voter.Key) ?? voter)
            : known;
        return [.. meant.DistinctBy(person => person.Key).Where(person => !done.Contains(person.Key.Value))
            .OrderBy(person => person.Key.Value, StringComparer.Ordinal)];
    }

    private static HashSet<string> Done(Poll poll, RowSet rows, PollSight? sight) =>
        PollRows.BallotsIn(rows, poll.Number)
            .Where(ballot => !(sight is null ? Owes(poll, ballot) : IsSeenToOwe(poll, ballot, sight)))
            .Select(ballot => ballot.Voter.Key.Value).ToHashSet();
}
