using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Meetings.Dates;
using MeetingBot.Polls;
using MeetingBot.Polls.Ballots;
using MeetingBot.Tables;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Meetings;

/// <summary>What new zone rules do to times that were agreed on under old ones, by which they were an hour later.</summary>
public sealed class FollowZoneRulesTests
{
    private static readonly Instant Ruled = Instant.FromUtc(2025, 7, 1, 13, 0);
    private static readonly Duration Hour = Duration.FromHours(1);

    [Fact]
    public async Task Meeting_KeepsItsWallTime_MovesInUtc_AndAllAreTold()
    {
        using var room = new Room();
        await room.Says("Mara", "/meeting on 1 July at 15:00");
        await AgedMeeting(room, meeting => meeting with { Planned = meeting.Planned! with { At = Ruled + Hour } });
        var before = room.Transcript.Count;
        await StartWith(room, "newer rules");

        var planned = Current(room).Planned!;
        Assert.Equal((Ruled, new LocalDateTime(2025, 7, 1, 15, 0), 1), (planned.At, planned.Local, planned.Sequence));
        var told = Assert.Single(room.Transcript.Skip(before)).Text;
        Assert.Contains("• The meeting on Tue 1 July, 15:00 (Europe/Zurich) is at 13:00 UTC, no more at 14:00 UTC.", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Poll_KeepsItsBallots_WhereItsOptionsMove()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Tue 1 July 15:00, Wed 2 July 15:00");
        await room.Votes("Luna", 1, ("o1", "yes"), ("o2", "no"));
        await AgedPoll(room);
        await StartWith(room, "newer rules");

        var poll = room.Poll(1);
        Assert.Equal(Ruled, poll.Options[0].Slot!.Start);
        Assert.Equal(ZoneRules.Version, poll.Options[0].Slot!.Rules);
        Assert.Equal(BallotAnswer.Yes, Assert.Single(room.Ballots(1)).To(poll.Options[0]));
        Assert.Contains("is at 13:00 UTC, no more at 14:00 UTC.", room.Transcript[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OptionsThatMovePastOthers_StandInTheirOrderAgain_AndThatIsSaid()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Tue 1 July 15:00, Tue 1 July 15:30");
        await AgedPoll(room, poll => poll with
        {
            Options =
            [
                poll.Options[1],
                poll.Options[0] with { Slot = poll.Options[0].Slot! with { Start = Ruled + Hour, Rules = "older" } },
            ],
        });
        await StartWith(room, "newer rules");
        Assert.Equal([1, 2], room.Poll(1).Options.Select(option => option.Id));
        Assert.Contains(
            "The options of Poll 1, \"When do we meet?\" are numbered anew, in order of time.", room.Transcript[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TimerThatCannotBeRead_TakesNoPlaceOfTheOthers()
    {
        using var room = new Room();
        using var other = new Room("other", room.Table, room.Time, room.Bot.Channel, deliveries: 1_000);
        await room.Says("Mara", "/meeting on 1 July at 15:00");
        await other.Says("Tom", "/meeting on 1 July at 15:00");
        await StartWith(room, "rules");
        foreach (var one in new[] { room, other }.OrderBy(one => one.Partition, StringComparer.Ordinal).Take(1))
        {
            var row = Assert.Single(room.Table.Under(one.Partition, "timer"));
            await room.Table.CommitAsync(one.Partition, [new RowChange.Upsert(row.RowKey, "[]"u8.ToArray())], CancellationToken.None);
        }
        await room.Bot.Recall.RunAsync(FollowZoneRules.Timer, "newer rules", CancellationToken.None);
        var last = new[] { room, other }.MaxBy(one => one.Partition, StringComparer.Ordinal)!;
        Assert.Equal(room.Time.GetCurrentInstant(), Due(last));
    }

    [Fact]
    public async Task StoreThatIsAway_StopsNoStart_AndTheNextOneLooks()
    {
        using var room = new Room();
        await room.Says("Mara", "/meeting on 1 July at 15:00");
        room.Table.Faults = _ => Fault.Before;
        await room.Bot.Recall.RunAsync(FollowZoneRules.Timer, "rules", CancellationToken.None);
        room.Table.Faults = _ => Fault.None;
        Assert.Empty(room.Table.Under("versions"));
        await StartWith(room, "rules");
        Assert.Single(room.Table.Under("versions"));
    }

    [Fact]
    public async Task SameRules_FireNothing_AndNewOnesThatMoveNothingSayNothing()
    {
        using var room = new Room();
        await room.Says("Mara", "/meeting on 1 July at 15:00");
        await StartWith(room, "rules");
        var before = (room.Transcript.Count, Due(room));
        await StartWith(room, "rules");
        Assert.Equal(before, (room.Transcript.Count, Due(room)));
        room.Time.Advance(Hour);
        await StartWith(room, "newer rules");
        Assert.Equal(before.Count, room.Transcript.Count);
        Assert.Equal(before.Item2 + Hour, Due(room));
    }

    [Fact]
    public async Task NoDateLeft_EndsTheLookingAfter()
    {
        using var room = new Room();
        await room.Says("Mara", "/meeting on 1 July at 15:00");
        await room.Says("Mara", "/meeting cancel");
        await StartWith(room, "rules");
        Assert.Null(Due(room));
    }

    [Fact]
    public void TimeThatComesTwice_IsTheOneThatItWas()
    {
        var wall = new LocalDateTime(2025, 10, 26, 2, 30);
        var (early, late) = (Instant.FromUtc(2025, 10, 26, 0, 30), Instant.FromUtc(2025, 10, 26, 1, 30));
        Assert.Equal(late, WallTimes.ByTheRules(wall, "Europe/Zurich", late));
        Assert.Equal(early, WallTimes.ByTheRules(wall, "Europe/Zurich", early));
        Assert.Equal(early, WallTimes.ByTheRules(wall, "Europe/Zurich", late + Hour));
        Assert.Equal(
            Instant.FromUtc(2025, 3, 30, 1, 30), WallTimes.ByTheRules(new LocalDateTime(2025, 3, 30, 2, 30), "Europe/Zurich", late));
    }

    private static async Task StartWith(Room room, string rules)
    {
        await room.Bot.Recall.RunAsync(FollowZoneRules.Timer, rules, CancellationToken.None);
        await room.Bot.Timers.FireDueAsync(CancellationToken.None);
        await room.Bot.Settled();
    }

    private static Meeting Current(Room room) => MeetingRows.ReadCurrent(new RowSet(room.Table.Under(room.Partition, "now")));

    private static Instant? Due(Room room) => room.Table.Under(room.Partition, "timer")
        .Select(row => (Instant?)TimerRows.Read(row).Due).SingleOrDefault();

    private static async Task AgedMeeting(Room room, Func<Meeting, Meeting> age)
    {
        var row = Assert.Single(room.Table.Under(room.Partition, "now"), row => row.RowKey == TableKey.Join("now", "meeting"));
        await room.Table.CommitAsync(
            room.Partition, [new RowChange.Replace(row.RowKey, Rows.Write(age(Current(room)), MeetingJson.Default.Meeting), row.ETag)], CancellationToken.None);
    }

    [Fact]
    public async Task DeadlineToldByTheClock_Moves_WithItsTimer_AndALengthStays()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Which? | a | b | until 1 July at 15:00");
        Assert.Equal(Ruled, room.Poll(1).ClosesAt);
        await AgedPoll(room, poll => poll with { ClosesAt = Ruled + Hour });
        await StartWith(room, "newer rules");
        Assert.Equal(Ruled, room.Poll(1).ClosesAt);
        Assert.Contains("Poll 1, \"Which?\" closes at 13:00 UTC, no more at 14:00 UTC.", room.Transcript[^1].Text, StringComparison.Ordinal);
        Assert.Contains(
            room.Table.Under(room.Partition, "timer").Select(TimerRows.Read),
            timer => timer.Name == "poll close 1" && timer.Due == Ruled);

        await room.Says("Mara", "/poll extend 1 2h");
        Assert.Null(room.Poll(1).ClosesOn);
        await AgedPoll(room, poll => poll with { ClosesAt = Ruled + (2 * Hour) });
        await StartWith(room, "newest rules");
        Assert.Equal(Ruled + (2 * Hour), room.Poll(1).ClosesAt);
    }

    [Fact]
    public async Task PollOpenedAgain_HasItsDeadlineByTheRulesOfToday()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Which? | a | b | until today at 17:00");
        await room.Says("Mara", "/poll close 1");
        await AgedPoll(room, poll => poll with { ClosesAt = poll.ClosesAt!.Value + Hour });
        room.Time.Advance(Duration.FromMinutes(30));
        await room.Says("Mara", "/poll reopen 1");
        Assert.Equal(FakeTime.Start + Hour, room.Poll(1).ClosesAt);
        Assert.Contains(
            room.Table.Under(room.Partition, "timer").Select(TimerRows.Read),
            timer => timer.Name == "poll close 1" && timer.Due == FakeTime.Start + Hour);

        // By the old rules it were still ahead.
        await room.Says("Mara", "/poll close 1");
        await AgedPoll(room, poll => poll with { ClosesAt = poll.ClosesAt!.Value + Hour });
        room.Time.Advance(Hour);
        await room.Says("Mara", "/poll reopen 1");
        Assert.Null(room.Poll(1).ClosesAt);
    }

    private static async Task AgedPoll(Room room, Func<Poll, Poll> age)
    {
        var row = Assert.Single(room.Table.Under(room.Partition, "poll"));
        await room.Table.CommitAsync(room.Partition, [PollRows.Replace(age(room.Poll(1)), row)], CancellationToken.None);
    }

    private static async Task AgedPoll(Room room)
    {
        var row = Assert.Single(room.Table.Under(room.Partition, "poll"));
        var poll = room.Poll(1);
        var aged = poll with
        {
            Options = [.. poll.Options.Select(option => option with { Slot = option.Slot! with { Start = option.Slot.Start + Hour, Rules = "older" } })],
        };
        await room.Table.CommitAsync(room.Partition, [PollRows.Replace(aged, row)], CancellationToken.None);
    }
}
