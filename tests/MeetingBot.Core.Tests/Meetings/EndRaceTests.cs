using MeetingBot.Actions;
using MeetingBot.Kit;

namespace MeetingBot.Meetings;

/// <summary>Lines that are written while the meeting ends: each is in the minutes that are posted, or comes too late.</summary>
public sealed class EndRaceTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task LineThatIsStoredWhileTheEndIsDecided_IsInThePostedMinutes(bool door)
    {
        using var room = await Room.InMeeting();
        if (!door) await TakeDoorAway(room);
        var tries = 0;
        room.Table.Before = async call =>
        {
            if (IsEnd(call) && ++tries == 1) await room.Bot.Turn(room.Message("Luna", "note: just in time"));
        };

        await room.Bot.Turn(room.Message("Mara", "meeting end"));
        await room.Bot.Settled();

        Assert.Equal(2, tries);
        Assert.Contains(room.Transcript, said => said.Text == "✓ Noted: just in time");
        Assert.Contains("just in time", Minutes(room), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("note: too late", true)]
    [InlineData("present: Toolate", true)]
    [InlineData("note: too late", false)]
    public async Task LineThatIsStoredAfterTheEnd_IsAnsweredSo(string line, bool door)
    {
        using var room = await Room.InMeeting();
        if (!door) await TakeDoorAway(room);
        var ended = false;
        room.Table.Before = async call =>
        {
            if (ended || call.Kind != "commit" || !call.Key.StartsWith("seen|", StringComparison.Ordinal)) return;
            ended = true;
            await room.Bot.Turn(room.Message("Mara", "meeting end"));
        };

        await room.Bot.Turn(room.Message("Luna", line));
        await room.Bot.Settled();

        Assert.True(ended);
        Assert.Empty(room.Table.Under(room.Partition, "line"));
        Assert.DoesNotContain("late", Minutes(room), StringComparison.Ordinal);
        Assert.DoesNotContain(room.Transcript, said => said.Text.StartsWith('✓') || said.Text.StartsWith("Present", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ActionThatIsStoredAfterTheEnd_IsOfNoMeeting()
    {
        using var room = await Room.InMeeting();
        var ended = false;
        room.Table.Before = async call =>
        {
            if (ended || !call.Changes.Any(change => change.RowKey.StartsWith("action|", StringComparison.Ordinal))) return;
            ended = true;
            await room.Bot.Turn(room.Message("Mara", "meeting end"));
        };

        await room.Bot.Turn(room.Message("Luna", "ACTION: Luna to write"));

        Assert.True(ended);
        Assert.Null(ActionRows.Read(Assert.Single(room.Table.Under(room.Partition, "action"))).Meeting);
    }

    [Fact]
    public async Task LineTakenBackWhileTheEndIsDecided_IsNotInThePostedMinutes()
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", "note: never said");
        var tries = 0;
        room.Table.Before = async call =>
        {
            if (IsEnd(call) && ++tries == 1) await room.Bot.Turn(room.Message("Luna", "undo"));
        };

        await room.Bot.Turn(room.Message("Mara", "meeting end"));
        await room.Bot.Settled();

        Assert.DoesNotContain("never said", Minutes(room), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EndAmongManyWriters_ComesThrough()
    {
        using var room = await Room.InMeeting();
        var (tries, writing) = (0, new List<Task>());
        room.Table.Before = async call =>
        {
            if (!IsEnd(call)) return;
            var line = room.Bot.Turn(room.Message("Luna", $"note: word {++tries}")).AsTask();
            writing.Add(line);
            // Once the group waits for the end, so does this line.
            if (tries < 4) await line;
        };

        await room.Bot.Turn(room.Message("Mara", "meeting end"));
        await Task.WhenAll(writing);
        await room.Bot.Settled();

        Assert.Equal(4, tries);
        Assert.Contains("word 3", Minutes(room), StringComparison.Ordinal);
        Assert.Equal(3, room.Table.Under(room.Partition, "line").Count);
    }

    [Fact]
    public async Task LinesOfManyAtOnce_NeverMeet()
    {
        using var room = await Room.InMeeting();
        var commits = 0;
        var (all, together) = (new TaskCompletionSource(), 20);
        room.Table.Before = call =>
        {
            if (call.Kind != "commit" || !call.Key.StartsWith("seen|", StringComparison.Ordinal)) return Task.CompletedTask;
            if (Interlocked.Increment(ref commits) == together) all.SetResult();
            return all.Task;
        };

        await Task.WhenAll(Enumerable.Range(0, together).Select(n => room.Bot.Turn(room.Message("Luna", $"note: {n}")).AsTask()));

        Assert.Equal(together, commits);
        Assert.Equal(together, room.Table.Under(room.Partition, "line").Count);
    }

    private static bool IsEnd(TableCall call) =>
        call.Changes.Any(change => change.RowKey.StartsWith("meeting|", StringComparison.Ordinal));

    private static string Minutes(Room room) =>
        string.Join('\n', room.Transcript.SkipWhile(said => !said.Text.Contains("has ended", StringComparison.Ordinal)).Skip(1).Select(said => said.Text));

    // As a meeting that began before there were doors.
    private static async Task TakeDoorAway(Room room) => await room.Table.CommitAsync(
        room.Partition, [.. room.Table.Under(room.Partition, "door").Select(row => new Tables.RowChange.Delete(row.RowKey))], default);
}
