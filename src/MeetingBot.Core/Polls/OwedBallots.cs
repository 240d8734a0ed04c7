using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Polls.Ballots;
using MeetingBot.Tables;

namespace MeetingBot.Polls;

/// <summary>The open polls of a group that one person has not answered.</summary>
internal static class OwedBallots
{
    private const int MostName = 200;

    /// <summary>The polls and their ballots, no other's.</summary>
    public static Reads Needs(PersonKey voter, Turn turn)
    {
        var open = turn.OpenPolls().Polls;
        return Reads.OfKeys(
        [
            .. open.Select(poll => PollRows.Key(poll.Number)),
            .. open.Select(poll => PollRows.BallotKey(poll.Number, voter)),
        ]);
    }

    public static List<Poll> Of(PersonKey voter, Turn turn, RowSet rows) =>
    [
        .. rows.In(PollRows.All).Select(PollRows.Read).Where(poll =>
            poll.Open && !poll.IsOver(turn.Now) && SilentVoters.IsMeant(poll, voter)
            && SilentVoters.Owes(poll, Ballot(poll, voter, rows))),
    ];

    /// <summary>The person as a poll names them; null where none does.</summary>
    public static Person? Named(IEnumerable<Poll> polls, PersonKey voter) =>
        polls.SelectMany(poll => poll.Voters).FirstOrDefault(named => named.Key == voter);

    /// <summary><c>Poll 1, "Which?", until Thu 3 July 16:00 (Europe/Zurich)</c>.</summary>
    public static string Line(Poll poll, Person voter, Turn turn, RowSet rows)
    {
        var until = poll.ClosesAt is { } end
            ? $", until {Moments.Deadline(end, Moments.ZoneOf(voter, turn.Group), turn.Now)}"
            : "";
        var again = Ballot(poll, voter.Key, rows) is { } ballot && PollWords.Stale(poll, ballot) is { } stale
            ? ". " + stale
            : "";
        return Phrases.Shorten(poll.Name, MostName) + until + again;
    }

    private static Ballot? Ballot(Poll poll, PersonKey voter, RowSet rows) =>
        rows[PollRows.BallotKey(poll.Number, voter)] is { } row ? PollRows.ReadBallot(row) : null;
}
