using MeetingBot.Cards;
using MeetingBot.Kit;
using MeetingBot.Meetings.Documents;

namespace MeetingBot.Meetings;

/// <summary>Minutes of an ended meeting are a record: what happens later does not change them.</summary>
public sealed class KeptMinutesTests
{
    [Fact]
    public async Task Action_StandsAsWhenTheMeetingEnded()
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", "ACTION: Luna to a\nACTION: Luna to b");
        await room.Says("Luna", "done 1");
        await room.Says("Mara", "meeting end");
        var kept = await Text(room);
        Assert.Contains("action 1, done", kept, StringComparison.Ordinal);

        await room.Advance(60);
        await room.Says("Luna", "done 2");
        await room.Says("Luna", "reopen 1");
        Assert.Equal(kept, await Text(room));
        Assert.Equal([true, false], (await room.Minutes(1))!.Actions.Select(action => action.Done));
        Assert.Equal([1], (await room.Overview()).OpenActions.Select(action => action.Number));
    }

    [Fact]
    public async Task ActionThatAnInstanceWithAClockAheadHasClosed_IsDoneInTheMinutes()
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", "ACTION: Luna to a");
        var ahead = new FakeTime(room.Time.GetCurrentInstant() + NodaTime.Duration.FromSeconds(2));
        using var other = new Room("room", room.Table, ahead, deliveries: 100);
        Assert.StartsWith("Done: 1.", await other.Says("Luna", "done 1"), StringComparison.Ordinal);

        await room.Says("Mara", "meeting end");
        Assert.Contains("action 1, done", room.Transcript.Single(said => said.Text.Contains("Attending:", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
        Assert.True(Assert.Single((await room.Minutes(1))!.Actions).Done);
    }

    [Fact]
    public async Task ActionsWhileTheMeetingRuns_StandAsTheyAre()
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", "ACTION: Luna to a");
        await room.Says("Luna", "done 1");
        Assert.True(Assert.Single((await room.Minutes())!.Actions).Done);
    }

    [Theory]
    [InlineData("settings zone Asia/Tokyo")]
    [InlineData("settings name Another group")]
    public async Task Setting_ChangesNoMinutesOfBefore(string setting)
    {
        using var room = await Room.InMeeting();
        await room.Says("Mara", "settings name This group");
        await room.Says("Luna", "note: one");
        await room.Advance(30);
        await room.Says("Mara", "meeting end");
        var (kept, name) = (await Text(room), (await room.Minutes())!.GroupName);
        Assert.Contains("16:00 – 16:30 Europe/Zurich", kept, StringComparison.Ordinal);

        await room.Says("Mara", setting);
        Assert.Equal(kept, await Text(room));
        Assert.Equal(name, (await room.Minutes())!.GroupName);
        await room.Says("Mara", "agenda");
        Assert.StartsWith("Ended at 16:30 (Europe/Zurich)", room.Live.Body.OfType<CardText>().First().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PeopleKnownLater_ChangeNoNamesOfBefore()
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", "ML - agreed\nTom - fine");
        await room.Says("Mara", "meeting end");
        var kept = await Text(room);

        await room.Says("Max Lang", "hello");
        await room.Says("Tom Dean", "hello");
        await room.Says("Mara", "meeting start");
        await room.Says("Max Lang", "hello");
        Assert.Equal(kept, MinutesMarkdown.Write((await room.Minutes(1))!));
    }

    [Fact]
    public async Task MeetingKeptByAnOlderVersion_IsStillShown()
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", "ACTION: Luna to a\nACTION: Luna to b");
        await room.Says("Luna", "done 1");
        await room.Says("Mara", "meeting end");
        var row = Assert.Single(room.Table.Under(room.Partition, "meeting"));
        var old = new Meeting(1, "Kick-off", FakeTime.Start, Room.Who("Mara"), EndedAt: FakeTime.Start);
        var key = MeetingRows.Key(1);
        Assert.Equal(row.RowKey, key);
        await room.Table.CommitAsync(room.Partition, [MeetingRows.Keep(old)], CancellationToken.None);

        await room.Advance(60);
        await room.Says("Luna", "done 2");
        var minutes = (await room.Minutes())!;
        Assert.Equal([true, false], minutes.Actions.Select(action => action.Done));
        Assert.Equal(("Europe/Zurich", "Luna, Mara"), (minutes.Zone, string.Join(", ", minutes.Present)));
    }

    private static async Task<string> Text(Room room) => MinutesMarkdown.Write((await room.Minutes(1))!);
}
