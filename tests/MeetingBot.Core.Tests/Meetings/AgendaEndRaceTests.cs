using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Tables;

namespace MeetingBot.Meetings;

/// <summary>What changes a meeting's agenda, or who was there, is stored before the meeting ends or not at all.</summary>
public sealed class AgendaEndRaceTests
{
    [Theory]
    [InlineData("agenda skip 2")]
    [InlineData("agenda add Late")]
    [InlineData("agenda edit 2 Late")]
    [InlineData("agenda drop 2")]
    [InlineData("agenda move 3 before 2")]
    [InlineData("agenda clear really")]
    [InlineData("extend 5m")]
    [InlineData("present Late")]
    public async Task CommandThatIsStoredAfterTheEnd_ChangesNothingOfThatMeeting(string command)
    {
        using var room = await Room.InMeeting("One 10m", "Two", "Three");
        await room.Says("Mara", "settings run everyone");
        await room.Says("Mara", "next");

        await AfterTheEnd(room, () => room.Bot.Turn(room.Message("Luna", command)).AsTask(), out var kept);

        Assert.Equal(await kept, Kept(room));
    }

    [Fact]
    public async Task WhoJoinsTheCallAfterTheEnd_WasNotThere()
    {
        using var room = await Room.InMeeting();
        var joined = room.Signal(SignalKind.Joined, "c1", new SignalPerson(Room.Who("Late"), false));

        await AfterTheEnd(room, () => room.Bot.Turn(joined).AsTask(), out var kept);

        Assert.Equal(await kept, Kept(room));
    }

    // The turn has decided when the meeting ends; what is kept of it then is what is kept of it for good.
    private static Task AfterTheEnd(Room room, Func<Task> turn, out Task<List<string>> kept)
    {
        var ended = new TaskCompletionSource<List<string>>();
        kept = ended.Task;
        var began = false;
        room.Table.Before = async call =>
        {
            if (began || call.Kind != "commit" || !call.Key.StartsWith("seen|", StringComparison.Ordinal)) return;
            began = true;
            await room.Bot.Turn(room.Message("Mara", "meeting end"));
            ended.SetResult(Kept(room));
        };
        return turn();
    }

    private static List<string> Kept(Room room) =>
        [.. room.Table.Under(room.Partition, "item", Rows.Segment(1))
            .Concat(room.Table.Under(room.Partition, "attend", Rows.Segment(1)))
            .Where(row => !row.RowKey.Contains("luna", StringComparison.Ordinal))
            .Select(row => $"{row.RowKey} {row.ETag}")];
}
