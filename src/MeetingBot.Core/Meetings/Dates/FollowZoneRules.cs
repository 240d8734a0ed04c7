using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Conversations;
using MeetingBot.Polls;
using MeetingBot.Tables;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Meetings.Dates;

/// <summary>
/// Moves what the group has agreed on, or is asked about, to where new zone rules put it: people have agreed on the
/// clock on the wall. Told to all. Fired by a timer, which stands while there is a date to look after.
/// </summary>
public sealed record FollowZoneRules : Command
{
    public const string Timer = "zone rules";

    private static readonly Duration Between = Duration.FromDays(1);

    /// <summary>
    /// The timer where there is something new to look after: it looks at once, since it may take the place of one that
    /// was brought forward because of new rules.
    /// </summary>
    public static TimerEntry Now(Turn turn) => new(Timer, turn.Now, turn.Conversation);

    public override Reads Reads(Turn turn) =>
        Tables.Reads.OfKeys([.. turn.OpenPolls().Polls.Select(poll => PollRows.Key(poll.Number))]);

    public override Decision Decide(Turn turn, RowSet rows)
    {
        if (turn.Group.Forgetting) return Decision.Nothing;
        var meeting = turn.CurrentMeeting();
        var polls = turn.OpenPolls().Polls.Select(poll => rows[PollRows.Key(poll.Number)]).OfType<Row>()
            .Select(row => new PollState(PollRows.Read(row), row, rows)).Where(state => state.Poll.Open).ToList();
        var moves = new List<string>();
        var moved = Moved(meeting, turn, moves);
        ImmutableArray<RowChange> changes = moves.Count > 0 ? [turn.Change(moved)] : [];
        ImmutableArray<Outgoing> cards = [];
        ImmutableArray<TimerEntry> timers = [];
        foreach (var state in polls)
        {
            var poll = state.Poll;
            var options = OptionChanges.Sorted(
                [.. poll.Options.Select(option => Moved(option, poll, turn, moves))]);
            var changed = Deadline(poll, turn, moves);
            if (options.SequenceEqual(poll.Options) && changed == poll) continue;
            if (OptionChanges.IsRenumbered(poll.Options, options))
                moves.Add($"The options of {poll.Name} are numbered anew, in order of time.");
            changes = [.. changes, .. state.Change(changed with { Options = options }, turn)];
            if (changed != poll) timers = [.. timers, .. PollTimers.For(changed, turn)];
            cards = cards.Add(PollCards.Changed(poll, turn));
        }
        return new Decision
        {
            Changes = changes,
            Timers = polls.Count > 0 || meeting.Coming(turn.Now) is not null
                ? [.. timers, new TimerEntry(Timer, turn.Now + Between, turn.Conversation)]
                : timers,
            Messages = moves.Count > 0 ? [turn.Say(Tell(moves)), .. cards] : [],
        };
    }

    private static Meeting Moved(Meeting meeting, Turn turn, List<string> moves) => meeting with
    {
        // Of one that runs the date is past.
        Planned = meeting.Running ? meeting.Planned : Moved(meeting.Planned, turn, moves),
        Following = Moved(meeting.Following, turn, moves),
        Series = meeting.Series is { Differing.IsEmpty: false } series
            ? series with
            {
                Changes = [.. series.Differing.Select(
                    change => change with { Instead = Moved(change.Instead, turn, moves) })],
            }
            : meeting.Series,
    };

    private static PlannedStart? Moved(PlannedStart? start, Turn turn, List<string> moves)
    {
        if (start is null or { Cancelled: true } || start.IsOver(turn.Now)) return start;
        var at = WallTimes.ByTheRules(start.Local, start.Zone, start.At);
        if (at == start.At) return start;
        moves.Add($"The meeting on {start.Said(turn.Today)} is at {Utc(at)}, no more at {Utc(start.At)}.");
        return start with { At = at, Sequence = start.Sequence + 1 };
    }

    private static PollOption Moved(PollOption option, Poll poll, Turn turn, List<string> moves)
    {
        if (option.Slot is not { } slot || slot.End <= turn.Now) return option;
        var at = WallTimes.ByTheRules(slot.Wall, slot.Zone, slot.Start);
        if (at == slot.Start) return option;
        moves.Add($"{option.Text} of {poll.Name} is at {Utc(at)}, no more at {Utc(slot.Start)}.");
        return option with { Slot = slot with { Start = at, Rules = ZoneRules.Version } };
    }

    private static Poll Deadline(Poll poll, Turn turn, List<string> moves)
    {
        if (poll is not { ClosesAt: { } end, ClosesOn: { } told } || end <= turn.Now) return poll;
        var at = WallTimes.ByTheRules(told.Local, told.Zone, end);
        if (at == end) return poll;
        moves.Add($"{poll.Name} closes at {Utc(at)}, no more at {Utc(end)}.");
        return poll with { ClosesAt = at };
    }

    private static string Tell(List<string> moves) =>
        $"Time zones have new rules ({ZoneRules.Version}). What was agreed on stays as it is on the wall clock there, "
            + $"which is another time elsewhere:\n{Phrases.Some([.. moves.Select(move => "• " + move)], "\n", 2_000)}\n"
            + "Subscribed calendars follow by themselves; who has added it by hand, please add it again.";

    private static string Utc(Instant at) => at.ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
