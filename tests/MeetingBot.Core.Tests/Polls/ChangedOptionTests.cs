using MeetingBot.Kit;

namespace MeetingBot.Polls;

/// <summary>An answer is one to the option that its voter has seen.</summary>
public sealed class ChangedOptionTests
{
    [Fact]
    public async Task ChangedWhileABallotIsUnderWay_ItsReceiptSaysThatItIsToBeAnsweredAgain()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll \"When\" Tue 1 July 10:00");
        BeforeTheBallot(room, "/poll change 1 option 1 to Wed 2 July 10:00");
        var answer = await room.Votes("Luna", 1, ("o1", "yes"), ("seen", "1.1"));
        Assert.Equal("Recorded 16:00: no answer. Changed since you answered, please answer again: Wed 2 July 10:00–11:00", answer!.Text);
        await room.Votes("Luna", 1, ("o1", "yes"), ("seen", "1.2"));
        Assert.Contains("| 1: Luna | 0 | 0", (await room.Shared(1)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DroppedWhileABallotIsUnderWay_ItIsNotAcknowledged()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Which? | a | b | c");
        BeforeTheBallot(room, "/poll drop 1 option 3");
        Assert.Contains("nothing was recorded", (await room.Votes("Luna", 1, ("choice", "3")))!.Text, StringComparison.Ordinal);
        Assert.Empty(room.Ballots(1));
        Assert.StartsWith("Recorded", (await room.Votes("Luna", 1, ("choice", "1")))!.Text, StringComparison.Ordinal);
        Assert.Contains("Result: a (1 vote)", await room.Says("Mara", "/poll close"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task VersionThatIsStillToCome_WasNotSeen()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Which? | a | b");
        await room.Votes("Luna", 1, ("choice", "1"), ("seen", "1.2 2.1"));
        Assert.Equal(1, Assert.Single(Assert.Single(room.Ballots(1)).Answers).Version);
        await room.Says("Mara", "/poll change 1 option 1 to aa");
        Assert.Contains("1 | aa | 0", (await room.Shared(1)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TimesOfAPoll_AreReadAndWrittenInItsZone_WhateverTheGroupsIsNow()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll \"When\" Tue 1 July 16:00");
        await room.Says("Mara", "/settings zone America/New_York");
        await room.Says("Mara", "/poll add 1 Wed 2 July 11:00");
        await room.Says("Mara", "/poll change 1 option 1 to Tue 1 July 17:00");
        var poll = room.Poll(1);
        Assert.Equal(["Tue 1 July 17:00–18:00", "Wed 2 July 11:00–12:00"], poll.Options.Select(option => option.Text));
        Assert.Equal(NodaTime.Instant.FromUtc(2025, 7, 2, 9, 0), poll.Options[1].Slot!.Start);
        Assert.All(poll.Options, option => Assert.Equal("Europe/Zurich", option.Slot!.Zone));
        Assert.Contains("Times in Europe/Zurich.", (await room.Shared(1)).Text(), StringComparison.Ordinal);
    }

    // Another's command is stored between the moment when a ballot is decided and the one when it is stored.
    private static void BeforeTheBallot(Room room, string said)
    {
        var done = false;
        room.Table.Before = async call =>
        {
            if (done || !call.Changes.Any(change => change.RowKey.StartsWith("ballot", StringComparison.Ordinal))) return;
            done = true;
            await room.Bot.Turn(room.Message("Mara", said));
        };
    }
}
