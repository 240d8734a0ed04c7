using MeetingBot.Cards;
using MeetingBot.Conversations.Sending;
using MeetingBot.Kit;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Conversations;

public sealed class OutboxTests
{
    [Fact]
    public async Task Messages_ArriveInTheOrderOfTheTurns()
    {
        using var room = await Room.InMeeting();
        var before = room.Transcript.Count;
        for (var n = 0; n < 100; n++) await room.Bot.Turn(room.Message("Luna", $"note: {n}"));
        await room.Bot.Settled();

        Assert.Equal(Enumerable.Range(0, 100).Select(n => $"✓ Noted: {n}"), room.Transcript.Skip(before).Select(message => message.Text));
        Assert.Empty(room.Table.Under(room.Partition, "out"));
    }

    [Fact]
    public async Task EditsOfOneCardThatWait_AreFoldedIntoTheNewest()
    {
        using var room = new Room();
        var hold = new TaskCompletionSource();
        room.Bot.Channel.Hold = _ => hold.Task;
        for (var n = 1; n <= 20; n++) await room.Bot.Turn(room.Message("Luna", $"agenda add Item {n}"));
        hold.SetResult();
        await room.Bot.Settled();

        var card = Assert.Single(room.Bot.Channel.Sent, sent => sent.Message.Slot == "agenda");
        Assert.Equal(15, card.Message.Card!.Body.OfType<CardTable>().Single().Rows.Length);
        Assert.Equal(20, room.Transcript.Count);
        Assert.Empty(room.Table.Under(room.Partition, "out"));
    }

    [Fact]
    public async Task LiveCard_IsEditedInPlace_AlsoAfterARestart()
    {
        using var room = new Room();
        await room.Says("Mara", "agenda add One");
        await room.Says("Mara", "agenda add Two");
        using var restarted = new Room("room", room.Table, room.Time, room.Bot.Channel, deliveries: 100);
        await restarted.Says("Mara", "agenda add Three");

        var cards = room.Bot.Channel.Sent.Where(sent => sent.Message.Slot == "agenda").ToList();
        Assert.Null(cards[0].ExistingId);
        Assert.Equal([cards[1].ExistingId, cards[1].ExistingId], cards.Skip(1).Select(card => card.ExistingId));
        Assert.NotNull(cards[1].ExistingId);
    }

    [Fact]
    public async Task LiveCardOfAChannel_IsEditedInTheThreadWhereItStands_AlsoAfterARestart()
    {
        using var room = new Room();
        await room.Hears(InThread(room, "1", "agenda add One"));
        await room.Hears(InThread(room, "2", "agenda add Two"));
        using var restarted = new Room("room", room.Table, room.Time, room.Bot.Channel, deliveries: 100);
        await restarted.Hears(InThread(restarted, "3", "agenda add Three"));
        await restarted.Hears(InThread(restarted, "4", "agenda"));
        await restarted.Hears(InThread(restarted, "5", "agenda add Four"));

        var cards = room.Bot.Channel.Sent.Where(sent => sent.Message.Slot == "agenda").ToList();
        Assert.Equal([null, "room;1", "room;1", "room;1", "room;4"], cards.Select(card => card.Existing?.Conversation));
    }

    [Fact]
    public async Task LiveCardRememberedWithoutItsThread_IsStillEdited()
    {
        using var room = new Room();
        var key = TableKey.Join("card", "agenda", "room");
        await room.Table.CommitAsync(room.Partition, [new RowChange.Upsert(key, "\"m7\""u8.ToArray())], CancellationToken.None);
        await room.Hears(InThread(room, "1", "agenda add One"));

        Assert.Equal(new LiveCard("m7"), Assert.Single(room.Bot.Channel.Sent, sent => sent.Message.Slot == "agenda").Existing);
    }

    [Fact]
    public async Task CardToEditIsGone_IsSentAnew()
    {
        using var room = new Room();
        await room.Says("Mara", "agenda add One");
        room.Bot.Channel.Answer = sent => sent.ExistingId is null ? null : new Delivery.Gone();

        await room.Says("Mara", "agenda add Two");

        Assert.Null(room.Bot.Channel.Sent.Last(sent => sent.Message.Slot == "agenda").ExistingId);
    }

    [Fact]
    public async Task PlatformSaysLater_IsTriedAgainInOrderAndNotBeforeItAsked()
    {
        using var room = await Room.InMeeting();
        var before = room.Transcript.Count;
        var answers = new Queue<Delivery?>([new Delivery.Later(null, "busy"), new Delivery.Later(null, "busy"), new Delivery.Later(Duration.FromSeconds(20), "429")]);
        room.Bot.Channel.Answer = _ => answers.TryDequeue(out var answer) ? answer : null;
        await room.Bot.Turn(room.Message("Luna", "note: a"));
        await room.Bot.Turn(room.Message("Luna", "note: b"));

        var waits = new List<double>();
        for (var n = 1; n <= 3; n++)
        {
            await Eventually.Until(() => room.Time.Waits.Count == n, "the outbox waits");
            waits.Add(room.Time.Waits[^1].TotalMilliseconds);
            room.Time.Advance(room.Time.Waits[^1]);
        }
        await room.Bot.Settled();

        Assert.Equal([250, 500, 20_000], waits);
        Assert.Equal(["✓ Noted: a", "✓ Noted: b"], room.Transcript.Skip(before).Select(message => message.Text));
    }

    [Fact]
    public async Task PlatformRefuses_MessageIsGivenUpAndTheNextGoesOn()
    {
        using var room = await Room.InMeeting();
        var before = room.Transcript.Count;
        room.Bot.Channel.Answer = sent => sent.Message.Text.Contains("bad", StringComparison.Ordinal) ? new Delivery.Refused("403") : null;
        await room.Says("Luna", "note: bad");
        await room.Says("Luna", "note: good");

        Assert.Equal(["✓ Noted: good"], room.Transcript.Skip(before).Select(message => message.Text));
        Assert.Empty(room.Table.Under(room.Partition, "out"));
    }

    [Fact]
    public async Task NoChannelForThePlatform_MessageIsGivenUp()
    {
        using var room = new Room();
        await room.Hears(room.Message("Luna", "help") with { Conversation = room.Conversation with { Platform = "slack" } });

        Assert.Empty(room.Bot.Channel.Tried);
        Assert.DoesNotContain(room.Table.All(), row => row.RowKey.StartsWith("out|", StringComparison.Ordinal));
    }

    [Fact]
    public async Task StoreAwayAfterSending_FinishIsRepeatedAndNothingIsSentTwice()
    {
        using var room = await Room.InMeeting("One");
        var sent = room.Bot.Channel.Sent.Count;
        var failures = 3;
        room.Table.Faults = call => call.Changes is [RowChange.Delete, ..] && call.Key.StartsWith("out|", StringComparison.Ordinal) && failures-- > 0
            ? Fault.Before : Fault.None;
        await room.Bot.Turn(room.Message("Luna", "agenda"));
        await room.Bot.Turn(room.Message("Luna", "note: b"));
        for (var n = 1; n <= 3; n++)
        {
            await Eventually.Until(() => room.Time.Waits.Count == n, "the outbox waits");
            room.Time.Advance(room.Time.Waits[^1]);
        }
        await room.Bot.Settled();

        Assert.Equal(2, room.Bot.Channel.Sent.Count - sent);
        Assert.Empty(room.Table.Under(room.Partition, "out"));
    }

    [Fact]
    public async Task StoreAwayAfterSendingACard_WhichMessageItIsIsRememberedAllTheSame()
    {
        using var room = new Room();
        var failures = 1;
        room.Table.Faults = call => call.Key.StartsWith("out|", StringComparison.Ordinal) && call.Changes.Count == 2 && failures-- > 0
            ? Fault.Before : Fault.None;
        await room.Bot.Turn(room.Message("Luna", "agenda"));
        await Eventually.Until(() => room.Time.Waits.Count == 1, "the outbox waits");
        room.Time.Advance(room.Time.Waits[0]);
        await room.Bot.Settled();

        Assert.Single(room.Table.Under(room.Partition, "card"));
    }

    [Fact]
    public async Task SweepWhileTheMessageIsBeingDelivered_SendsItOnce()
    {
        using var room = await Room.InMeeting();
        var unsure = 1;
        room.Table.Faults = call => call.Kind == "commit" && call.Changes.Count > 2 && unsure-- > 0 ? Fault.After : Fault.None;
        await Record.ExceptionAsync(async () => await room.Bot.Turn(room.Message("Luna", "note: a")));

        // A first look finds it and sends it; a second one has read the rows before that and comes to them after.
        var before = room.Bot.Channel.Sent.Count;
        var (reading, mayGoOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        room.Table.Stale = call => call.Kind == "query" && call.Key.StartsWith("out|", StringComparison.Ordinal) && reading.TrySetResult()
            ? mayGoOn.Task : Task.CompletedTask;
        var slow = room.Bot.Outbox.CareAsync(CancellationToken.None);
        await reading.Task;
        await room.Bot.Outbox.CareAsync(CancellationToken.None);
        await room.Bot.Settled();
        mayGoOn.SetResult();
        await slow;
        await room.Bot.Settled();

        Assert.Equal(1, room.Bot.Channel.Sent.Count - before);
    }

    [Fact]
    public async Task Stopped_WhatIsNotDeliveredIsDeliveredByTheNext()
    {
        using var room = await Room.InMeeting();
        var before = room.Transcript.Count;
        room.Bot.Channel.Answer = _ => new Delivery.Later(null, "down");
        await room.Bot.Turn(room.Message("Luna", "note: promised"));
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        await Record.ExceptionAsync(async () => await room.Bot.Outbox.StopAsync(stopped.Token));
        room.Bot.Channel.Answer = _ => null;

        using var next = new Bot(room.Table, room.Time, room.Bot.Channel, "b");
        await next.Outbox.CareAsync(CancellationToken.None);
        await next.Settled();

        Assert.Equal(["✓ Noted: promised"], room.Transcript.Skip(before).Select(message => message.Text));
        Assert.Empty(room.Table.Under(room.Partition, "out"));
    }

    private static IncomingMessage InThread(Room room, string thread, string text) =>
        room.Message("Mara", text) with { Conversation = room.Conversation with { Thread = $"room;{thread}" } };
}
