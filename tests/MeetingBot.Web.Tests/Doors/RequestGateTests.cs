using MeetingBot.Web.Doors;
using MeetingBot.Web.Tests.Hosts;

namespace MeetingBot.Web.Tests.Doors;

public sealed class RequestGateTests
{
    [Fact]
    public void WhatWasGivenBack_HoldsNoPlace()
    {
        var gate = new RequestGate(new FakeClock(), 1);
        for (var n = 0; n < 30_000; n++)
        {
            Assert.True(gate.Admits($"key {n}"));
            gate.GiveBack($"key {n}");
        }
    }

    [Fact]
    public void WhatIsGivenBack_InTheNextMinute_GivesNothingMore()
    {
        var clock = new FakeClock();
        var gate = new RequestGate(clock, 1);
        Assert.True(gate.Admits("key"));
        clock.Now += RequestGate.Window;
        gate.GiveBack("key");
        Assert.True(gate.Admits("key"));
        Assert.False(gate.Admits("key"));
    }

    [Fact]
    public void Keys_AreBounded_AndThoseCountedAlreadyStillCount()
    {
        var gate = new RequestGate(new FakeClock(), 2);
        Assert.Equal(20_000, Enumerable.Range(0, 30_000).Count(n => gate.Admits($"key {n}")));
        Assert.True(gate.Admits("key 0"));
        Assert.False(gate.Admits("key 0"));
    }
}
