using MeetingBot.Kit;

namespace MeetingBot.Conversations;

/// <summary>Messages of several lines: a list to one command, several commands, or pasted minutes.</summary>
public sealed class PastedCommandsTests
{
    [Fact]
    public async Task SeveralCommands_AreDoneOneAfterTheOther()
    {
        using var room = new Room();
        await room.Says("Mara", """
            agenda add Token lifetimes 15m @Luna
            meeting start Risk analysis kick-off
            next
            ML - agree that we start
            … with the tokens
            RESOLVED: meet on Fridays
            ACTION: Luna to share the list
            meeting end
            """);

        var minutes = (await room.Minutes(1))!;
        Assert.Equal("Risk analysis kick-off", minutes.Title);
        Assert.Empty(room.Table.Under(room.Partition, "item|2"));
        Assert.Single(room.Table.Under(room.Partition, "item"));
        Assert.Equal(3, room.Table.Under(room.Partition, "line").Count);
        Assert.Single(room.Table.Under(room.Partition, "action"));
    }

    [Theory]
    [InlineData("agenda add Coffee 30m\nagenda add Round table 1h\nagenda add Lunch", "Coffee", "Round table", "Lunch")]
    [InlineData("/agenda add A\n/agenda add B", "A", "B")]
    [InlineData("agenda add A\nB 5m\nagenda add C", "A", "B", "C")]
    [InlineData("agenda add Welcome\nMinutes\nActions\nNext steps\nAOB", "Welcome", "Minutes", "Actions", "Next steps", "AOB")]
    [InlineData("agenda add Welcome\nSecurity: status\nML - report", "Welcome", "Security: status", "ML - report")]
    public async Task Items_AreAddedHoweverTheyArePasted(string text, params string[] titles)
    {
        using var room = new Room();
        await room.Says("Mara", text);

        Assert.Equal(titles, (await room.Overview()).Agenda.Select(item => item.Title));
    }

    [Theory]
    [InlineData("ML - agree\nActions\nNext\nLuna: yes")]
    [InlineData("note: we begin\nnext")]
    [InlineData("note: first\nhelp\nend")]
    public async Task PastedMinutes_RunNothing(string text)
    {
        using var room = await Room.InMeeting("One");
        await room.Says("Mara", text);

        Assert.True(room.Table.Under(room.Partition, "line").Count > 1);
        Assert.DoesNotContain("Now 1.", room.Transcript[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RepeatedDelivery_HasOneEffect()
    {
        using var room = new Room();
        var pasted = room.Message("Mara", "agenda add A\nagenda add B");
        await room.Hears(pasted);
        await room.Hears(pasted);

        Assert.Equal(2, (await room.Overview()).Agenda.Length);
    }

    [Fact]
    public async Task PasteThatTakesLongerThanItsCallerWaits_IsDoneToTheEnd()
    {
        using var room = new Room();
        using var patience = new CancellationTokenSource();
        room.Table.Before = call => call.Key.StartsWith("seen|", StringComparison.Ordinal) && call.Key.EndsWith(";1", StringComparison.Ordinal)
            ? patience.CancelAsync() : Task.CompletedTask;

        await room.Bot.Runner.RunAsync(room.Message("Mara", "agenda add A\nagenda add B\nagenda add C\nagenda add D"), patience.Token);

        Assert.True(patience.IsCancellationRequested);
        Assert.Equal(["A", "B", "C", "D"], (await room.Overview()).Agenda.Select(item => item.Title));
    }

    [Fact]
    public async Task PasteWhoseCallerHasGoneBeforeItsFirstPart_DoesNothing()
    {
        using var room = new Room();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await room.Bot.Runner.RunAsync(room.Message("Mara", "agenda add A\nagenda add B"), new CancellationToken(canceled: true)));

        Assert.Empty((await room.Overview()).Agenda);
    }
}
