using MeetingBot.Kit;

namespace MeetingBot.Agendas;

/// <summary>What was not reached is offered at the end, and again at the next start; breaks never are.</summary>
public sealed class CarryOverTests
{
    [Fact]
    public async Task NextStart_OffersWhatWasNotReached_UntilItIsThere()
    {
        using var room = await Room.InMeeting("One", "Two 5m @Luna", "Three");
        await room.Says("Mara", "next");
        await room.Says("Mara", "meeting end");
        await room.Says("Luna", "agenda add three.");
        var start = await room.Says("Mara", "meeting start Again");
        Assert.Contains("Not reached in Kick-off: Two. Put on this agenda with: /agenda carry over", start, StringComparison.Ordinal);

        var offer = room.Transcript[^1].Card!;
        Assert.Equal("On the agenda: 1 item.", (await room.Press("Luna", Assert.Single(offer.Buttons)))!.Text);
        Assert.Contains(room.Transcript, said => said.Text == "Luna put on the agenda: Two");
        Assert.StartsWith("Those items are on the agenda already.", await room.Says("Luna", "/agenda carry over"), StringComparison.Ordinal);
        Assert.Equal("three, Two", string.Join(", ", (await room.Overview()).Agenda.Select(item => item.Title)));
    }

    [Fact]
    public async Task WhileItsItemsWait_ThatIsSaid()
    {
        using var room = await Room.InMeeting("One", "Two", "Coffee break", "Three");
        Assert.Equal(
            "3 items of this meeting still wait; they can be carried over once it has ended: /meeting end",
            await room.Says("Mara", "/agenda carry over"));
        await room.Says("Mara", "next");
        await room.Says("Mara", "meeting end");
        await room.Says("Mara", "meeting start");
        await room.Says("Mara", "agenda add Four");
        Assert.StartsWith("On the agenda: 2. Two and 3. Three", await room.Says("Mara", "/agenda carry over"), StringComparison.Ordinal);
        Assert.Equal(
            "Those items are on the agenda already. 3 items of this meeting still wait; they can be carried over once it has ended: /meeting end",
            await room.Says("Mara", "/agenda carry over"));
    }

    [Fact]
    public async Task WhatWasCarriedOverBefore_IsNotOfferedAgain()
    {
        using var room = await Room.InMeeting("One", "Two");
        await room.Says("Mara", "meeting end");
        await room.Says("Mara", "agenda carry over");
        Assert.DoesNotContain("Not reached", await room.Says("Mara", "meeting start"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlatformsOwnStart_OffersTheSame()
    {
        using var room = await Room.InMeeting("One");
        await room.Says("Mara", "meeting end");
        Assert.Contains("Not reached in Kick-off: One.", await room.Hears(room.Signal(Conversations.SignalKind.Started, "c1")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Coffee break 30m", true)]
    [InlineData("Lunch", true)]
    [InlineData("LUNCH BREAK (on your own)", true)]
    [InlineData("Tea/coffee break", true)]
    [InlineData("Pause", true)]
    [InlineData("Short break.", true)]
    [InlineData("Breakout sessions", false)]
    [InlineData("Lunch talk", false)]
    [InlineData("Pause of the token service", false)]
    [InlineData("Breaking changes", false)]
    public async Task Break_IsNeverCarriedOver(string item, bool isBreak)
    {
        using var room = await Room.InMeeting("Other business", item);
        await room.Says("Mara", "next");
        await room.Advance(2);
        await room.Says("Mara", "next");
        await room.Says("Mara", "skip really");
        var end = await room.Says("Mara", "meeting end");
        Assert.Equal(!isBreak, end.Contains("Not reached", StringComparison.Ordinal));
        Assert.Equal(isBreak ? 0 : 1, (await room.Minutes())!.NotReached.Length);
        Assert.Equal(!isBreak, (await room.Says("Mara", "meeting start")).Contains("Not reached", StringComparison.Ordinal));
        Assert.Equal(isBreak, (await room.Says("Mara", "agenda carry over")).StartsWith("Everything was reached", StringComparison.Ordinal));
    }
}
