using MeetingBot.Conversations;
using MeetingBot.Polls.Ballots;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Polls;

/// <summary>
/// The counts of an open poll as its shared card was last drawn: what a voter's own card tells of the others without a
/// read of their ballots. It names nobody.
/// </summary>
/// <param name="At">When the ballots were counted.</param>
/// <param name="Seen">The versions of the options counted, as <see cref="PollButtons.Seen"/> writes them.</param>
public sealed record KeptTally(Instant At, string Seen, PollTally Tally)
{
    public static KeptTally Of(Poll poll, IReadOnlyCollection<Ballot> ballots, Instant now) =>
        new(now, PollButtons.Seen(poll), PollTally.Of(poll, ballots));

    /// <summary>Whether the options are still those that were counted.</summary>
    public bool IsOf(Poll poll) => Seen == PollButtons.Seen(poll);

    /// <summary>The rows that keep it, while the poll is open and not after.</summary>
    /// <param name="over">The version of the counts that it takes the place of; null for none.</param>
    public RowChange[] Keep(int poll, string? over)
    {
        var (key, data) = (PollRows.TallyKey(poll), Rows.Write(this, PollJson.Default.KeptTally));
        return
        [
            Standing.Through(PollRows.Door(poll)),
            over is null ? new RowChange.Insert(key, data) : new RowChange.Replace(key, data, over),
        ];
    }
}
