using System.Net;
using NodaTime;

namespace MeetingBot.Conversations;

public sealed class RequestGateTests
{
    private static readonly Instant Now = Instant.FromUtc(2025, 6, 27, 15, 0);

    [Fact]
    public void WhatWasGivenBack_HoldsNoPlace()
    {
        var gate = new RequestGate(1);
        for (var n = 0; n < 30_000; n++)
        {
            Assert.True(gate.Admits($"key {n}", Now));
            gate.GiveBack($"key {n}", Now);
        }
    }

    [Fact]
    public void WhatIsGivenBack_InTheNextMinute_GivesNothingMore()
    {
        var gate = new RequestGate(1);
        Assert.True(gate.Admits("key", Now));
        gate.GiveBack("key", Now + RequestGate.Window);
        Assert.True(gate.Admits("key", Now + RequestGate.Window));
        Assert.False(gate.Admits("key", Now + RequestGate.Window));
    }

    [Fact]
    public void Keys_AreBounded_AndThoseCountedAlreadyStillCount()
    {
        var gate = new RequestGate(2);
        Assert.Equal(20_000, Enumerable.Range(0, 30_000).Count(n => gate.Admits($"key {n}", Now)));
        Assert.True(gate.Admits("key 0", Now));
        Assert.False(gate.Admits("key 0", Now));
    }

    [Theory]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void Callers_OfOneSite_AreOne(string one, string other, bool same) => Assert.Equal(
        same, CallerName.Of(IPAddress.Parse(one)) == CallerName.Of(IPAddress.Parse(other)));
}
