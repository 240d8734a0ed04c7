using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Presence;
using MeetingBot.Tables;

namespace MeetingBot.Polls;

/// <summary>
/// The shows of hands of a meeting that are still open. They end with it: what was shown belongs into its minutes.
/// </summary>
public static class OpenHands
{
    /// <summary>More at a time nobody looks at, and all must end with the meeting in one commit.</summary>
    public const int Most = 5;

    /// <summary>Their numbers.</summary>
    public static IEnumerable<int> Of(int meeting, Turn turn) =>
        turn.OpenPolls().Polls.Where(poll => poll.HandsOf == meeting).Select(poll => poll.Number);

    /// <summary>The rows that are needed to close them.</summary>
    public static Reads Reads(int meeting, Turn turn) => Of(meeting, turn).Aggregate(
        Tables.Reads.None,
        (reads, poll) => reads.And(Tables.Reads.Of(PollRows.Ballots(poll)))
            .And(Tables.Reads.OfKeys(PollRows.Door(poll), PollRows.Key(poll))));

    /// <summary>Closes them all, with a line of the minutes for each.</summary>
    /// <param name="rows">With those of <see cref="Reads"/>.</param>
    public static ClosedHands Close(int meeting, Turn turn, RowSet rows)
    {
        var closed = Of(meeting, turn).Select(poll => rows[PollRows.Key(poll)]).OfType<Row>()
            .Select(row => new PollState(PollRows.Read(row), row, rows))
            .Where(state => state.Poll.Open)
            .Select((state, place) => (State: state, Poll: Ended(state, HandsLine.Id(turn, place + 1), turn))).ToList();
        if (closed.Count == 0) return ClosedHands.None;
        var left = closed.Aggregate(turn.OpenPolls(), (open, ended) => open.With(ended.Poll));
        return new ClosedHands(
            [
                .. closed.SelectMany(ended => Standing.Close(PollRows.Door(ended.Poll.Number), rows)
                    .Prepend(PollRows.Replace(ended.Poll, ended.State.Row))),
                PollRows.PutOpen(left, turn),
            ],
            [.. closed.Select(ended => PollOutcome.Line(ended.Poll, meeting))],
            [.. closed.SelectMany(ended => PollTimers.Of(ended.Poll))],
            [.. closed.SelectMany(ended => new[] { turn.Say(Tell(ended.Poll)), PollCards.Changed(ended.Poll, turn) })]);
    }

    private static Poll Ended(PollState state, string line, Turn turn)
    {
        var tally = PollTally.Of(state.Poll, state.Ballots);
        var first = PollRule.First(state.Poll, tally)?.Id;
        return state.Poll with
        {
            Status = PollStatus.Closed,
            Result = new PollResult(turn.Now, "the meeting has ended", tally, first, Line: line),
        };
    }

    private static string Tell(Poll poll) =>
        $"{poll.Name} is closed: {poll.Result!.Why}. {PollWords.Result(poll, poll.Result)}";
}

/// <summary>What closing the shows of hands of a meeting comes to.</summary>
/// <param name="Lines">Of the minutes, one each.</param>
/// <param name="Timers">Names of timers to take back.</param>
public sealed record ClosedHands(
    ImmutableArray<RowChange> Changes, ImmutableArray<RowChange.Upsert> Lines, ImmutableArray<string> Timers,
    ImmutableArray<Outgoing> Messages)
{
    public static ClosedHands None { get; } = new([], [], [], []);

    /// <summary>The rows with the lines among them, as if they had been read.</summary>
    public RowSet With(RowSet rows) => Lines.IsEmpty
        ? rows
        : new RowSet([.. rows.In(KeyRange.All), .. Lines.Select(line => new Row("", line.RowKey, line.Data, ""))]);
}
