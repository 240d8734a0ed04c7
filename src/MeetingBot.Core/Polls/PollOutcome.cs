using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Meetings.Dates;
using MeetingBot.Meetings.Presence;
using MeetingBot.Polls.Slots;
using MeetingBot.Tables;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Polls;

/// <summary>What comes of a poll that ends: its result, a line of the minutes, a meeting.</summary>
internal static class PollOutcome
{
    private const int MostZones = 12;

    /// <summary>What else has to be read to decide it.</summary>
    public static Reads Reads(Turn turn) => PolledMeeting.Reads(turn);

    /// <summary>Closes the poll with what its ballots came to.</summary>
    public static Decision Close(PollState state, PollEnding ending, Turn turn)
    {
        var result = new PollResult(
            turn.Now, ending.Why, ending.Tally, ending.First?.Id, Line: LineOf(state.Poll, turn));
        var poll = state.Poll with { Status = PollStatus.Closed, Result = result };
        var tell = $"{poll.Name} is closed: {ending.Why}. {PollWords.Result(poll, result)} {PollRule.Words(poll.Kind)}";
        if (poll.HandsOf is not null && !IntoMinutes(poll, turn))
            tell += " The meeting has ended, so that it is not in its minutes.";
        if (ending is not { Decided: true, First: { } first }) return Told(state, poll, tell, Decision.Nothing, turn);
        // What closes by itself closes in the name of who opened it.
        if (!MayDate(first, turn.Incoming is TimerFired ? poll.Author : turn.Actor, turn))
            return Told(state, poll, $"{tell} {ForTheChairs(poll, first, turn).Text}", Decision.Nothing, turn);
        var meeting = Meeting(poll, first, turn, state.Rows);
        return meeting.Refused
            ? Told(state, poll, $"{tell} {meeting.Tell}", Decision.Nothing, turn)
            : Told(state, poll with { Status = PollStatus.Decided }, tell + When(state, first, turn), meeting, turn);
    }

    /// <summary>Decides the poll for the option that its chair picks.</summary>
    public static Decision Pick(PollState state, PollOption option, Turn turn)
    {
        if (!MayDate(option, turn.Actor, turn)) return Offer(state, option, turn);
        var result = state.Poll.Result
            ?? new PollResult(turn.Now, $"{turn.Actor.Name} closed it", PollTally.Of(state.Poll, state.Ballots))
            {
                Line = LineOf(state.Poll, turn),
            };
        var poll = state.Poll with
        {
            Status = PollStatus.Decided,
            Result = result with { Winner = option.Id, PickedBy = turn.Actor.Name },
        };
        var meeting = Meeting(poll, option, turn, state.Rows);
        return meeting.Refused
            ? meeting
            : Told(
                state, poll,
                $"{poll.Name} is decided. {PollWords.Result(poll, poll.Result)}{When(state, option, turn)}", meeting,
                turn);
    }

    // The meeting is not theirs to move: the poll has its result, and who may move it picks.
    private static Decision Offer(PollState state, PollOption option, Turn turn)
    {
        var poll = state.Poll;
        var told = ForTheChairs(poll, option, turn);
        if (!poll.Open) return told;
        var tally = PollTally.Of(poll, state.Ballots);
        var result = new PollResult(
            turn.Now, $"{turn.Actor.Name} closed it", tally, PollRule.First(poll, tally)?.Id);
        var closed = poll with { Status = PollStatus.Closed, Result = result };
        return Told(
            state, closed,
            $"{poll.Name} is closed: {result.Why}. {PollWords.Result(closed, result)} {told.Text}", Decision.Nothing,
            turn);
    }

    private static bool MayDate(PollOption option, Person person, Turn turn) =>
        option.Slot is not { WholeDay: false } || turn.MayDate(person);

    private static Refusal ForTheChairs(Poll poll, PollOption option, Turn turn) => new(
        $"The meeting has a date, and to move it is for who chairs: {turn.Runners(turn.CurrentMeeting())}. They move "
            + $"it there with: /poll pick {poll.Number} option {poll.PlaceOf(option)}");

    private static Decision Told(PollState state, Poll poll, string tell, Decision meeting, Turn turn) => new()
    {
        Changes = [.. state.Change(poll, turn), .. Minutes(poll, turn), .. meeting.Changes],
        While = IntoMinutes(poll, turn) ? turn.WhileItRuns() : null,
        CancelledTimers = state.Poll.Open ? PollTimers.Of(poll) : [],
        Timers = meeting.Timers,
        Links = meeting.Links,
        Tell = turn.AnsweredInPlace ? tell : null,
        ShowCard = turn.AnsweredInPlace ? PollCards.For(poll, [.. state.Ballots], turn) : null,
        Messages = [turn.Say(tell), PollCards.Changed(poll, turn), .. meeting.Messages],
    };

    private static Decision Meeting(Poll poll, PollOption option, Turn turn, RowSet rows) => option.Slot switch
    {
        null => Decision.Nothing,
        { WholeDay: true } => Decision.Nothing,
        { } slot => PolledMeeting.On(
            new PlannedSlot(
                WallTimes.ByTheRules(slot.Wall, slot.Zone, slot.Start), slot.Zone, slot.Length, Title: Title(poll)),
            turn, rows),
    };

    // "When do we meet?" is what was asked, and no name for what was found.
    private static string? Title(Poll poll) =>
        poll.Question.EndsWith('?') ? null : Phrases.Shorten(poll.Question, Meetings.Meeting.MostTitle);

    // Everyone's local times, so that nobody has to reckon.
    private static string When(PollState state, PollOption option, Turn turn)
    {
        var poll = state.Poll;
        if (option.Slot is not { } slot) return "";
        if (slot.WholeDay)
            return $" Its time is set with: /meeting on {Phrases.Day(slot.Wall.Date)} at 15:00";
        var here = SlotWords.In(slot, poll.Zone, turn.Now);
        var elsewhere = ZonesOf(state, turn)
            .Select(zone => (Zone: zone, Said: SlotWords.In(slot, zone, turn.Now)))
            .Where(there => there.Said != here)
            .Select(there => $" = {there.Said} ({there.Zone})");
        return $" It is on {here} ({poll.Zone}){string.Concat(elsewhere)} = "
            + $"{Moments.Clock(slot.Start.InZone(DateTimeZone.Utc))} UTC.";
    }

    // Those of the members when it was opened, and of who has answered since; of whom that may not be told, not theirs.
    private static IEnumerable<string> ZonesOf(PollState state, Turn turn)
    {
        var poll = state.Poll;
        var known = poll.Zones.IsDefault ? [] : poll.Zones.AsEnumerable();
        var answered = PollSight.OfAll(poll).Answered
            ? state.Ballots.Select(ballot => Moments.ZoneOf(ballot.Voter, turn.Group))
            : [];
        return known.Concat(answered).Distinct().Order(StringComparer.Ordinal).Take(MostZones);
    }

    // Only while its meeting runs: what has ended is not written on.
    private static bool IntoMinutes(Poll poll, Turn turn) =>
        poll.HandsOf is { } meeting && turn.CurrentMeeting() is { Running: true } current && current.Number == meeting;

    private static string? LineOf(Poll poll, Turn turn) => IntoMinutes(poll, turn) ? HandsLine.Id(turn) : null;

    private static IEnumerable<RowChange> Minutes(Poll poll, Turn turn) =>
        IntoMinutes(poll, turn) && poll.Result is { Line: not null } ? [Line(poll, poll.HandsOf!.Value)] : [];

    /// <summary>The line of the minutes of a show of hands that has ended, and has one.</summary>
    public static RowChange.Upsert Line(Poll poll, int meeting) => HandsLine.Of(
        meeting, poll.Result!.Line!, poll.AtItem, PollWords.Hands(poll), poll.Author, poll.Result.At);
}
