using MeetingBot.Conversations;
using MeetingBot.Kit;
using NodaTime;

namespace MeetingBot.Meetings;

public sealed class ForgetGroupTests
{
    [Fact]
    public async Task AddressesGivenBefore_LeadNowhereAtOnce_AndNewOnesDo()
    {
        using var room = await Room.InMeeting("One");
        var (minutes, export) = ("token-0000000000000001", await Export(room));
        Assert.True(await Leads(room, export, "export") && await Leads(room, minutes, "minutes"));

        room.Table.Faults = call => call.Partition == "links" && call.Kind == "commit" ? Fault.Before : Fault.None;
        await room.Press("Mara", "forget", ("sure", "yes"));

        Assert.False(await Leads(room, export, "export") || await Leads(room, minutes, "minutes"));
        room.Table.Faults = _ => Fault.None;
        await Forget(room.Bot);
        Assert.Empty(room.Table.Under("links"));
        Assert.True(await Leads(room, await Export(room), "export"));
    }

    [Fact]
    public async Task DeliveryThatEndsLate_LeavesNoCardBehind()
    {
        using var room = new Room();
        await room.Says("Mara", "meeting start");
        var (sending, sent) = (new TaskCompletionSource(), new TaskCompletionSource());
        room.Bot.Channel.Hold = _ => sending.TrySetResult() ? sent.Task : Task.CompletedTask;
        await room.Bot.Turn(room.Message("Mara", "agenda"));
        await sending.Task;
        room.Time.Advance(Duration.FromSeconds(1));

        await room.Bot.Turn(room.Pressed("Mara", "forget", ("sure", "yes")));
        await Forget(room.Bot);
        sent.SetResult();
        await room.Bot.Settled();

        Assert.Equal("now|group", Assert.Single(room.Table.Under(room.Partition)).RowKey);
        await room.Says("Mara", "agenda add Anew");
        Assert.Null(room.Bot.Channel.Sent[^1].ExistingId);
        Assert.Single(room.Table.Under(room.Partition, "card"));
    }

    [Fact]
    public async Task WhatWasSaidToIt_IsDeliveredAfterACrash()
    {
        using var room = await Room.InMeeting("One");
        for (var n = 0; n < 100; n++) await room.Says("Luna", $"note: {n}");
        room.Bot.Channel.Hold = _ => new TaskCompletionSource().Task;
        await room.Bot.Turn(room.Message("Luna", "note: old"));
        await Eventually.Until(() => room.Bot.Channel.Tried.Count > room.Bot.Channel.Sent.Count, "the platform holds it up");
        room.Time.Advance(Duration.FromMilliseconds(1));
        await room.Bot.Turn(room.Message("Mara", "forget everything really"));
        await Forget(room.Bot);
        Assert.Equal(
            ["now|group", "out", "timer|forget"],
            room.Table.Under(room.Partition).Select(row => row.RowKey.StartsWith("out|", StringComparison.Ordinal) ? "out" : row.RowKey));

        var said = room.Transcript.Count;
        room.Bot.Channel.Hold = null;
        using var next = new Bot(room.Table, room.Time, room.Bot.Channel, "b");
        await next.Outbox.CareAsync(CancellationToken.None);
        await next.Settled();
        await Forget(next);

        Assert.Contains("is being deleted", Assert.Single(room.Transcript.Skip(said)).Text, StringComparison.Ordinal);
        Assert.Equal("now|group", Assert.Single(room.Table.Under(room.Partition)).RowKey);
        Assert.DoesNotContain(room.Table.All(), row => row.PartitionKey != room.Partition && row.RowKey.Contains("room", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatCannotBeDelivered_IsWaitedForAnHour()
    {
        using var room = await Room.InMeeting("One");
        room.Bot.Channel.Hold = _ => new TaskCompletionSource().Task;
        await room.Bot.Turn(room.Message("Mara", "forget everything really"));
        await Forget(room.Bot);
        Assert.NotEmpty(room.Table.Under(room.Partition, "out"));

        room.Time.Advance(Duration.FromHours(1));
        await Forget(room.Bot);

        Assert.Equal("now|group", Assert.Single(room.Table.Under(room.Partition)).RowKey);
    }

    [Fact]
    public async Task HintsOfAllInstances_GoWithTheGroupAndComeWithTheNextMessage()
    {
        using var room = new Room();
        using var other = new Bot(room.Table, room.Time, room.Bot.Channel, "b", exclusive: false);
        await other.Outbox.CareAsync(CancellationToken.None);
        await room.Says("Mara", "meeting start");
        await other.Turn(room.Message("Luna", "help"));
        await other.Settled();
        Assert.Equal(2, room.Table.Under("instances", "owes").Count);

        await room.Says("Mara", "forget everything really");
        await Forget(room.Bot);
        Assert.Empty(room.Table.Under("instances", "owes"));

        await other.Turn(room.Message("Luna", "help"));
        Assert.Single(room.Table.Under("instances", "owes", "b"));
    }

    // Lets the timer go on until it has nothing to do, or waits for what is not delivered.
    private static async Task Forget(Bot bot)
    {
        for (var n = 0; n < 10; n++)
        {
            bot.Time.Advance(Duration.FromSeconds(2));
            await bot.Timers.FireDueAsync(CancellationToken.None);
        }
    }

    private static async Task<string> Export(Room room)
    {
        var told = await room.Says("Luna", "export");
        return told[(told.LastIndexOf('/') + 1)..];
    }

    private static async Task<bool> Leads(Room room, string token, string kind) =>
        await PageLinks.FindAsync(room.Table, token, kind, room.Time.GetCurrentInstant(), CancellationToken.None) is not null;
}
