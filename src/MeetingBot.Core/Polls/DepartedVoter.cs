using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Polls;

/// <summary>Takes the name of one who is being forgotten from their ballot in a poll: it counts on as it is.</summary>
public static class DepartedVoter
{
    /// <summary>What is read of a poll whose row has that key.</summary>
    public static Reads Reads(Departure departure, int poll) => Tables.Reads.OfKeys(
        PollRows.Key(poll), PollRows.BallotKey(poll, departure.Person));

    /// <summary>The rows that change; none where nothing bears their name.</summary>
    public static ImmutableArray<RowChange> Leave(Departure departure, int number, RowSet rows)
    {
        if (rows[PollRows.Key(number)] is not { } row) return [];
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
        return
        [
            // An open poll that is closed meanwhile counts either name, never both.
            .. named || (poll.Open && ballot is not null) ? (RowChange[])[PollRows.Replace(left, row)] : [],
            .. ballot is null ? (RowChange[])[] :
            [
                new RowChange.Delete(ballot.RowKey, ballot.ETag),
                PollRows.Cast(number, PollRows.ReadBallot(ballot) with { Voter = former, At = poll.OpenedAt }),
            ],
        ];
    }

    /// <summary>The poll whose row has that key; null for another row.</summary>
    public static int? Of(string rowKey) =>
        PollRows.All.Contains(rowKey) ? TableKey.Number(rowKey, 1) : null;
}
