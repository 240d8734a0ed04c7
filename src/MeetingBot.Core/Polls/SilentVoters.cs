using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Polls;

/// <summary>Who has still to answer a poll.</summary>
internal static class SilentVoters
{
    /// <summary>The guests whose link stands and who have no ballot, or one of before a change.</summary>
    public static List<Person> Guests(Poll poll, RowSet rows)
    {
        var done = Done(poll, rows);
        return [.. poll.Awaited.Where(person => person.IsGuest && !done.Contains(person.Key.Value))];
    }

    /// <summary>
    /// Of the voters who were named, else of all whom the bot knows in the group: those without a ballot, or whose
    /// ballot is of before a change. In the order of their keys.
    /// </summary>
    public static List<Person> Of(Poll poll, RowSet rows, Turn turn)
    {
        var done = Done(poll, rows);
        var known = rows.In(GroupRows.Members).Select(GroupRows.ReadMember)
            .Where(person => GroupRows.IsMember(person, turn.Conversation));
        var meant = poll.Voters.Any()
            ? poll.Voters.Select(voter => known.FirstOrDefault(person => person.Key == voter.Key) ?? voter)
            : known;
        return [.. meant.DistinctBy(person => person.Key).Where(person => !done.Contains(person.Key.Value))
            .OrderBy(person => person.Key.Value, StringComparer.Ordinal)];
    }

    private static HashSet<string> Done(Poll poll, RowSet rows) =>
        PollRows.BallotsIn(rows, poll.Number).Where(ballot => !ballot.IsStale(poll))
            .Select(ballot => ballot.Voter.Key.Value).ToHashSet();
}
