using System.Net;
using MeetingBot.Conversations;
using MeetingBot.Web.Doors;
using MeetingBot.Web.Tests.Hosts;

namespace MeetingBot.Web.Tests.Doors;

public sealed class AddressGateTests
{
    [Fact]
    public void CallersOfOneSite_AreOneCaller()
    {
        var gate = new AddressGate(new FakeClock());
        for (var host = 0; host < AddressGate.MostMissed; host++)
            Assert.True(Admits(gate, "x", Of($"2001:db8:1:2::{host + 1:x}")));
        Assert.False(Admits(gate, "y", Of("2001:db8:1:2:ffff::1")));
        Assert.True(Admits(gate, "y", Of("2001:db8:1:3::1")));
        Assert.True(Admits(gate, "y", Of("203.0.113.7")));
    }

    [Fact]
    public void ThousandsOfMadeUpAddresses_FromEverywhere_ShutOutNobodyWhoIsKnown_NorFillTheGate()
    {
        var clock = new FakeClock();
        var gate = new AddressGate(clock);
        var office = Of("203.0.113.7");
        Assert.True(Admits(gate, "good", office));
        gate.Found("good", office, Admission.Tried);
        for (var n = 0; n < 20_000; n++) gate.Admit($"made up {n}", Of($"2001:db8:{n / 20:x}::1"));
        for (var asked = 1; asked < AddressGate.MostAsked; asked++)
            Assert.True(Admits(gate, "good", office));
        Assert.False(Admits(gate, "good", office));
        clock.Now += RequestGate.Window;
        Assert.True(Admits(gate, "another good one", office));
    }

    [Fact]
    public void GoodAddresses_AreNoTries_HoweverManyOneCallerHas()
    {
        var gate = new AddressGate(new FakeClock());
        var office = Of("203.0.113.7");
        for (var n = 0; n < 10 * AddressGate.MostMissed; n++)
        {
            Assert.True(Admits(gate, $"good {n}", office));
            gate.Found($"good {n}", office, Admission.Tried);
        }
        gate.Missed("good 1");
        for (var n = 0; n < AddressGate.MostMissed; n++)
            Assert.True(Admits(gate, "good 1", office));
        Assert.False(Admits(gate, "good 1", office));
    }

    [Fact]
    public void OneStranger_ShutsOutNeitherAKnownAddress_NorAnothersThatWasNotAskedForYet()
    {
        var gate = new AddressGate(new FakeClock());
        var (office, stranger) = (Of("203.0.113.7"), Of("198.51.100.9"));
        gate.Found("good", office, gate.Admit("good", office));
        var tried = Enumerable.Range(0, 20_000).Count(n => Admits(gate, $"made up {n}", stranger));
        Assert.Equal(AddressGate.MostMissed, tried);
        Assert.Equal(Admission.Known, gate.Admit("good", stranger));
        Assert.Equal(Admission.Tried, gate.Admit("not asked for yet", office));
    }

    [Fact]
    public void AllTogether_TryOnlySoMany()
    {
        var gate = new AddressGate(new FakeClock());
        var tried = Enumerable.Range(0, 20_000).Count(n => Admits(gate, $"made up {n}", Of($"2001:db8:{n / 20:x}::1")));
        Assert.Equal(AddressGate.MostMissedByAll, tried);
        Assert.Equal(Admission.Refused, gate.Admit("another", Of("203.0.113.7")));
    }

    [Fact]
    public void GoodAddress_TriedByManyAtOnce_IsNoTryOfAny_AndCountsForItself()
    {
        var gate = new AddressGate(new FakeClock());
        var office = Of("203.0.113.7");
        var atOnce = Enumerable.Range(0, AddressGate.MostMissed).Select(_ => gate.Admit("good", office)).ToList();
        Assert.All(atOnce, admission => Assert.Equal(Admission.Tried, admission));
        Assert.Equal(Admission.Refused, gate.Admit("other", office));
        foreach (var admission in atOnce) gate.Found("good", office, admission);
        Assert.Equal(Admission.Tried, gate.Admit("other", office));
        for (var asked = atOnce.Count; asked < AddressGate.MostAsked; asked++)
            Assert.Equal(Admission.Known, gate.Admit("good", office));
        Assert.Equal(Admission.Refused, gate.Admit("good", office));
    }

    private static bool Admits(AddressGate gate, string token, IPAddress caller) =>
        gate.Admit(token, caller) != Admission.Refused;

    private static IPAddress Of(string address) => IPAddress.Parse(address);
}
