using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Polls.Ballots;

/// <summary>Takes the name of one who is being forgotten from their ballot in a poll: it counts on as it is.</summary>
public static class DepartedVoter
{
    /// <summary>What is read of a poll whose row has that key.</summary>
    public static Reads Reads(Departure departure, int poll) => Tables.Reads.OfKeys(
        PollRows.Key(poll), PollRows.BallotKey(poll, departure.Person), PollRows.Door(poll));

    /// <summary>What changes, and the shared card to be drawn anew; nothing where nothing bears their name.</summary>
    public static Decision Leave(Departure departure, int number, RowSet rows, Turn turn)
    {
        if (rows[PollRows.Key(number)] is not { } row) return Decision.Nothing;
        var poll = PollRows.Read(row);
        var former = departure.For(Poll.Thing(number));
        var ballot = rows[PollRows.BallotKey(number, departure.Person)];
        var named = departure.IsAmong(poll.Required) || departure.IsAmong(poll.Optional);
        var left = poll with
        {
            Required = departure.Replace(poll.Required, former),
            Optional = departure.Replace(poll.Optional, former),
            Gone = poll.Open && ballot is not null && !poll.IsGone(departure.Person.Key)
                ? [.. poll.Gone.IsDefault ? [] : poll.Gone,
                    Departure.TraceOf(departure.Person.Key, Poll.Thing(number))]
                : poll.Gone,
        };
        if (!named && ballot is null) return Decision.Nothing;
        ImmutableArray<RowChange> changes =
        [
            // An open poll that is closed meanwhile counts either name, never both.
            .. named || (poll.Open && ballot is not null) ? (RowChange[])[PollRows.Replace(left, row)] : [],
            .. ballot is null ? (RowChange[])[] :
            [
                new RowChange.Delete(ballot.RowKey, ballot.ETag),
                PollRows.Cast(number, PollRows.ReadBallot(ballot) with { Voter = former, At = poll.OpenedAt }),
            ],
        ];
        return new Decision
        {
            Changes = changes,
            Messages = PollSight.OfAll(poll) is { Names: false, Answered: false }
                ? []
                : [PollCards.Changed(left, turn)],
        };
    }

    /// <summary>
    /// Where nothing bears their name any more: a ballot that was on its way when they asked doesn't come after
    /// (<see cref="Standing.Renew"/>).
    /// </summary>
    public static IEnumerable<RowChange> Shut(int number, RowSet rows) =>
        rows[PollRows.Key(number)] is { } row && PollRows.Read(row).Open
            ? Standing.Renew(PollRows.Door(number), row.RowKey, rows)
            : [];

    /// <summary>The poll whose row has that key; null for another row.</summary>
    public static int? Of(string rowKey) =>
        PollRows.All.Contains(rowKey) ? TableKey.Number(rowKey, 1) : null;
}
