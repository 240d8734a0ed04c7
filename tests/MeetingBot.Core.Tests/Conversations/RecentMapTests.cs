namespace MeetingBot.Conversations;

public sealed class RecentMapTests
{
    [Fact]
    public void Latest_AreRemembered_AndNoMoreThanTheCapacity()
    {
        var map = new RecentMap<int, string>(100);
        foreach (var key in Enumerable.Range(0, 1_000)) map.Set(key, $"v{key}");

        var kept = Enumerable.Range(0, 1_000).Where(key => map.TryGet(key, out _)).ToList();
        Assert.InRange(kept.Count, 50, 101);
        Assert.Equal(Enumerable.Range(1_000 - kept.Count, kept.Count), kept);
        Assert.All(kept, key => Assert.True(map.TryGet(key, out var value) && value == $"v{key}"));
    }

    [Fact]
    public void What_IsSetAgain_IsOnlyTheNewer_AndIsTakenOnce()
    {
        var map = new RecentMap<string, int>(4);
        map.Set("a", 1);
        foreach (var other in new[] { "b", "c", "d" }) map.Set(other, 0);
        map.Set("a", 2);

        Assert.True(map.TryGet("a", out var known));
        Assert.Equal(2, known);
        Assert.True(map.TryTake("a", out var taken));
        Assert.Equal(2, taken);
        Assert.False(map.TryTake("a", out _));
        Assert.False(map.TryGet("a", out _));
    }

    [Fact]
    public async Task ManyAtOnce_LoseNothingThatFits()
    {
        var map = new RecentMap<int, int>(100_000);
        await Parallel.ForEachAsync(Enumerable.Range(0, 40_000), async (key, _) =>
        {
            map.Set(key, key);
            await Task.Yield();
            Assert.True(map.TryGet(key, out var value) && value == key);
        });
        Assert.All(Enumerable.Range(0, 40_000), key => Assert.True(map.TryGet(key, out var value) && value == key));
    }
}
