using System.Globalization;
using MeetingBot.Calendars;
using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Meetings.Dates;
using MeetingBot.Meetings.Guests;
using MeetingBot.Polls.Guests;
using MeetingBot.Tables;
using MeetingBot.Times;
using NodaTime;
using Calendar = MeetingBot.Calendars.Calendar;

namespace MeetingBot.Polls.Ballots;

/// <summary>What guests' links lead to. Reads only.</summary>
public sealed class BallotViews(ITable table, IClock clock, TurnOptions options)
{
    /// <summary>How long after its close a poll's result is shown to its guests.</summary>
    public static readonly Duration Kept = Duration.FromDays(90);

    private static readonly FoundBallot Unknown = new(null, Known: false);
    private static readonly FoundBallot Ended = new(null, Known: true);

    private readonly PollViews _polls = new(table);

    /// <inheritdoc cref="FindBallot"/>
    public async ValueTask<FoundBallot> FindAsync(string token, string? zone, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        if (await PageLinks.FindAsync(table, token, PollGuests.Kind, now, cancel) is not { Owner: { } owner } link
            || !int.TryParse(link.Subject, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return Unknown;

        var partition = link.Group.PartitionKey;
        var key = new PersonKey(owner);
        // The link that the guest has now; one that was ended is another.
        if (await table.GetAsync(partition, PollGuests.Of(number).Key(key), cancel) is not { } row) return Ended;
        var guest = GuestBook.Read(row);
        if (guest.Token != token || await table.GetAsync(partition, PollRows.Key(number), cancel) is not { } kept)
            return Ended;
        var poll = PollRows.Read(kept);
        if (now - EndedAt(poll) > Kept) return Ended;

        var own = await table.GetAsync(partition, PollRows.BallotKey(number, key), cancel);
        var told = zone is null ? null : ZoneRules.Canonical(zone);
        var reader = guest.Person with { Zone = told ?? (own is null ? null : PollRows.ReadBallot(own).Voter.Zone) };
        var turn = await Onlooker.LookAsync(table, guest.Home, reader, now, options, cancel);
        if (await _polls.CardAsync(number, turn, shared: false, cancel) is not { } card) return Ended;
        return new FoundBallot(
            new GuestBallot(
                guest with { Person = reader }, poll, card, turn.Group.Name, Moments.ZoneOf(reader, turn.Group),
                Meeting(poll, turn)),
            Known: true);
    }

    // When a poll was called off is not kept; it was not before it was opened.
    private static Instant? EndedAt(Poll poll) =>
        poll.Result?.At ?? (poll.Status is PollStatus.Cancelled ? poll.OpenedAt : null);

    // The time alone, while the group still means to meet then: what else the group knows of its meeting is its own.
    private static Calendar? Meeting(Poll poll, Turn turn)
    {
        if (poll is not { Status: PollStatus.Decided, Result.Winner: { } winner }) return null;
        if (poll[winner]?.Slot is not { WholeDay: false } slot || !IsPlanned(slot.Start, turn)) return null;
        var group = OpaqueId.Of($"{turn.Conversation.Group.PartitionKey}#{turn.Group.Epoch}");
        return Invitation.Publish(new CalendarEvent(
            FormattableString.Invariant($"poll-{poll.Number}-{group}@meetingbot"), CalDateTime.Utc(slot.Start))
        {
            End = CalDateTime.Utc(slot.End),
            Summary = poll.Question,
        });
    }

    private static bool IsPlanned(Instant start, Turn turn)
    {
        var meeting = turn.CurrentMeeting();
        return new[] { meeting.Planned, meeting.Following, meeting.Coming(turn.Now) }
            .Any(planned => planned is { Cancelled: false } && planned.At == start);
    }
}
