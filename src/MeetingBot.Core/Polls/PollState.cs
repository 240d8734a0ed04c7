using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Polls.Ballots;
using MeetingBot.Tables;

namespace MeetingBot.Polls;

/// <summary>One poll as it was read, with what was read beside it.</summary>
public sealed record PollState(Poll Poll, Row Row, RowSet Rows)
{
    private IReadOnlyList<Ballot>? _ballots;

    /// <summary>The ballots, where the command reads them.</summary>
    public IReadOnlyList<Ballot> Ballots => _ballots ??= [.. PollRows.BallotsIn(Rows, Poll.Number)];

    /// <summary>The person's own ballot, where it was read.</summary>
    public Ballot? BallotOf(Person person) =>
        Rows[PollRows.BallotKey(Poll.Number, person)] is { } row ? PollRows.ReadBallot(row) : null;

    /// <summary>The counts as the shared card had them last, where they were read and are of these options.</summary>
    public KeptTally? Kept => PollRows.ReadTally(Rows, Poll.Number) is { } kept && kept.IsOf(Poll) ? kept : null;

    /// <summary>Ballots are cast while the poll stands.</summary>
    public Standing WhileOpen => new(PollRows.Door(Poll.Number), Row);

    /// <summary>
    /// The rows of a change: the poll under its ETag, and which polls are open where that is another now. One that is
    /// closed takes no ballot after those that were read.
    /// </summary>
    public ImmutableArray<RowChange> Change(Poll poll, Turn turn) => (Poll.Open, poll.Open) switch
    {
        (true, false) =>
        [
            PollRows.Replace(poll with { Gone = default }, Row), .. Standing.Close(PollRows.Door(poll.Number), Rows),
            new RowChange.Delete(PollRows.TallyKey(poll.Number)),
            PollRows.PutOpen(turn.OpenPolls().With(poll), turn),
        ],
        (false, true) =>
        [
            PollRows.Replace(poll, Row), Standing.Open(PollRows.Door(poll.Number)),
            PollRows.PutOpen(turn.OpenPolls().With(poll), turn),
        ],
        _ => [PollRows.Replace(poll, Row)],
    };
}
