using MeetingBot.Tables;
using MeetingBot.Web.Rooms;
using MeetingBot.Web.Tests.Hosts;

namespace MeetingBot.Web.Tests.Rooms;

public sealed class RoomWriterTests
{
    private readonly MemoryTable _table = new();
    private readonly FakeClock _clock = new();

    [Fact]
    public async Task TwoInstancesAtOnce_EveryPostIsThereOnceInOneOrder()
    {
        RoomWriter[] writers = [new(_table, _clock), new(_table, _clock)];
        await Parallel.ForEachAsync(Enumerable.Range(0, 200), new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (i, cancel) =>
                await writers[i % 2].AddAsync("main", "typed", $"d{i / 2}", Line($"{i / 2}"), null, cancel));
        var reader = new RoomReader(_table);
        var head = await reader.HeadAsync("main", default);
        var posts = await reader.WindowAsync("main", head!, default);
        Assert.Equal(100, posts.Count);
        Assert.Equal(100, head!.LastPost);
        Assert.Equal(100, posts.Select(p => p.Text).Distinct().Count());
        Assert.Equal(Enumerable.Range(1, 100).Select(n => (long)n), posts.Select(p => p.Change));
    }

    [Fact]
    public async Task SameDelivery_GetsTheFirstPost()
    {
        var writer = new RoomWriter(_table, _clock);
        var first = await writer.AddAsync("main", "outbox", "7", Line("one"), null, default);
        var again = await writer.AddAsync("main", "outbox", "7", Line("two"), null, default);
        var typed = await writer.AddAsync("main", "typed", "7", Line("three"), null, default);
        Assert.Equal((first.Id, "one"), (again.Id, again.Text));
        Assert.NotEqual(first.Id, typed.Id);
    }

    [Fact]
    public async Task Edit_KeepsThePlace_AndOfWhatIsGoneIsNothing()
    {
        var writer = new RoomWriter(_table, _clock);
        var post = await writer.AddAsync("main", "typed", "1", Line("old"), null, default);
        var edited = await writer.EditAsync("main", post.Id, p => p with { Text = "new" }, default);
        Assert.Equal((post.Id, "new", 2L), (edited!.Id, edited.Text, edited.Change));
        Assert.Null(await writer.EditAsync("main", "0000000099", p => p, default));
    }

    [Fact]
    public async Task StoreDown_Throws()
    {
        _table.IsDown = true;
        await Assert.ThrowsAsync<TableUnavailableException>(async () =>
            await new RoomWriter(_table, _clock).AddAsync("main", "typed", "1", Line("x"), null, default));
    }

    private static Post Line(string text) => new("", default, "Luna", text);
}
