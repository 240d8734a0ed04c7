using MeetingBot.Cards;
using MeetingBot.Conversations.Sending;
using MeetingBot.Kit;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Conversations;

/// <summary>What happens to one message on its way, and to its neighbours.</summary>
public sealed class OutboxDeliveryTests
{
    [Fact]
    public async Task LiveCard_ShowsWhatIsStoredWhenItIsSent()
    {
        using var room = new Room();
        var hold = new TaskCompletionSource();
        room.Bot.Channel.Hold = _ => hold.Task;
        await room.Bot.Turn(room.Message("Mara", "agenda add One"));
        var promised = room.Table.Under(room.Partition, "out").Last(row => OutboxEntry.TryRead(row)!.Message.Slot is not null);
        await room.Bot.Turn(room.Message("Mara", "agenda add Two"));
        // As if the first turn, which did not see the second one's item, had been late to promise its card.
        var late = new RowChange.Upsert(OutboxEntry.Key("9", 0), promised.Data);
        await room.Table.CommitAsync(room.Partition, [late], default);

        hold.SetResult();
        await room.Bot.Settled();
        room.Bot.Outbox.SweepLater(room.Group);
        await room.Bot.Outbox.CareAsync(default);
        await room.Bot.Settled();

        Assert.Equal(2, room.Live.Body.OfType<CardTable>().Single().Rows.Length);
        Assert.Empty(room.Table.Under(room.Partition, "out"));
    }

    [Fact]
    public async Task LiveCardOfAnEndedMeeting_StaysClosed()
    {
        using var room = await Room.InMeeting();
        await room.Says("Mara", "agenda add One");
        var open = room.Live;
        await room.Says("Mara", "meeting end");
        var closed = room.Live;
        var promised = new Outgoing(room.Conversation, "Agenda", Card: open, Slot: "agenda");
        await room.Table.CommitAsync(
            room.Partition,
            [new RowChange.Upsert(OutboxEntry.Key("9", 0), new OutboxEntry(promised, room.Bot.Outbox.Owner, room.Time.GetCurrentInstant()).ToData())],
            default);

        room.Bot.Outbox.SweepLater(room.Group);
        await room.Bot.Outbox.CareAsync(default);
        await room.Bot.Settled();

        Assert.NotEmpty(open.Buttons);
        Assert.Empty(closed.Buttons);
        Assert.Empty(room.Live.Buttons);
        Assert.Equal(closed.Title, room.Live.Title);
    }

    [Fact]
    public async Task ChannelThatFailsAtOneMessage_DeliversTheNext()
    {
        using var room = await Room.InMeeting();
        room.Bot.Channel.Answer = sent => sent.Message.Text.Contains("poison", StringComparison.Ordinal)
            ? throw new ArgumentException("can't be drawn")
            : null;
        await room.Bot.Turn(room.Message("Luna", "note: poison"));
        await room.Bot.Turn(room.Message("Luna", "note: fine"));

        for (var wait = 1; wait <= 5; wait++)
        {
            await Eventually.Until(() => room.Time.Waits.Count >= wait, "the outbox waits");
            room.Time.Advance(Duration.FromMinutes(5));
        }
        await room.Bot.Settled();

        Assert.Equal("✓ Noted: fine", room.Transcript[^1].Text);
        Assert.Empty(room.Table.Under(room.Partition, "out"));
    }

    [Fact]
    public async Task ChannelThatFailsOnceAfterALongOutage_DeliversTheMessage()
    {
        using var room = await Room.InMeeting();
        var tries = 0;
        room.Bot.Channel.Answer = _ => ++tries switch
        {
            <= 7 => new Delivery.Later(null, "down"),
            8 => throw new ArgumentException("once"),
            _ => null,
        };
        await room.Bot.Turn(room.Message("Luna", "note: promised"));

        for (var wait = 1; wait <= 8; wait++)
        {
            await Eventually.Until(
                () => room.Time.Waits.Count >= wait || room.Bot.Outbox.Waiting == 0, "the outbox waits");
            room.Time.Advance(Duration.FromMinutes(5));
        }
        await room.Bot.Settled();

        Assert.Equal("✓ Noted: promised", room.Transcript[^1].Text);
    }

    [Fact]
    public async Task BackgroundWorkThatFails_IsLoggedWithoutTheWordsOfItsMessage()
    {
        var (channel, log) = (new FakeChannel(), new FakeLog());
        using var room = new Room();
        using var bot = new Bot(room.Table, room.Time, channel, "b", log: log);
        channel.Answer = sent => throw new ArgumentException("I can't draw: " + sent.Message.Text, new FormatException("private"));

        await bot.Turn(room.Message("Luna", "note: private"));
        await bot.Turn(room.Message("Luna", "agenda add private"));
        await Eventually.Until(() => log.Lines.Any(line => line.Contains("Error 105", StringComparison.Ordinal)), "it is logged");

        Assert.DoesNotContain(log.Lines, line => line.Contains("private", StringComparison.OrdinalIgnoreCase));
        var logged = log.Lines.First(line => line.Contains("Error 105", StringComparison.Ordinal));
        Assert.Contains(nameof(ArgumentException), logged, StringComparison.Ordinal);
        Assert.Contains(nameof(FormatException), logged, StringComparison.Ordinal);
        Assert.Contains(nameof(BackgroundWorkThatFails_IsLoggedWithoutTheWordsOfItsMessage), logged, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlatformThatSaysLaterForADay_IsNotToldAnyMore()
    {
        using var room = await Room.InMeeting();
        room.Bot.Channel.Answer = _ => new Delivery.Later(Duration.FromHours(7), "429");
        await room.Bot.Turn(room.Message("Luna", "note: a"));

        for (var wait = 1; wait <= 4; wait++)
        {
            await Eventually.Until(() => room.Time.Waits.Count == wait, "the outbox waits");
            room.Time.Advance(Duration.FromHours(7));
        }
        await room.Bot.Settled();

        Assert.Empty(room.Table.Under(room.Partition, "out"));
    }

    [Fact]
    public async Task ConversationThatIsHeldUp_SlowsItsOwnTurnsAndNoOthers()
    {
        using var room = await Room.InMeeting();
        using var other = new Room("other", room.Table, room.Time, room.Bot.Channel);
        var hold = new TaskCompletionSource();
        room.Bot.Channel.Hold = sent => sent.Message.To.Id == room.Conversation.Id ? hold.Task : Task.CompletedTask;
        for (var n = 0; n < 1_000; n++) await room.Bot.Turn(room.Message("Luna", $"note: {n}"));

        var slowed = room.Bot.Turn(room.Message("Luna", "note: one more")).AsTask();
        await Eventually.Until(() => room.Time.Waiting > 0, "the turn waits for the platform");
        await room.Bot.Turn(other.Message("Luna", "help"));

        Assert.False(slowed.IsCompleted);
        hold.SetResult();
        await room.Bot.Settled();
        room.Time.Advance(Duration.FromSeconds(1));
        await slowed;
    }

    [Fact]
    public async Task TurnThatWaitsForThePlatform_KeepsNoOtherOfItsGroupFromBeingStored()
    {
        using var room = await Room.InMeeting();
        var hold = new TaskCompletionSource();
        room.Bot.Channel.Hold = _ => hold.Task;
        for (var n = 0; n < 1_000; n++) await room.Bot.Turn(room.Message("Luna", $"note: {n}"));
        // Each of these two meets a conflict, after which turns of one group go one after another.
        var met = new HashSet<string>();
        room.Table.Before = async call =>
        {
            var insert = call.Changes.FirstOrDefault(change => change is RowChange.Insert && !IsSeen(change));
            if (insert is null) return;
            RowChange other = met.Count < 2 && met.Add(call.Changes.First(IsSeen).RowKey)
                ? new RowChange.Upsert(insert.RowKey, insert.Payload)
                : new RowChange.Delete(insert.RowKey);
            await room.Table.CommitAsync(call.Partition, [other], default);
        };

        var one = room.Bot.Turn(room.Message("Luna", "ACTION: Luna to do one")).AsTask();
        await Eventually.Until(() => room.Time.Waiting == 1, "the first turn waits for the platform");
        var two = room.Bot.Turn(room.Message("Luna", "ACTION: Luna to do two")).AsTask();
        await Eventually.Until(() => room.Time.Waiting == 2, "the second turn is stored and waits too");

        Assert.Equal(2, met.Count);
        Assert.False(one.IsCompleted || two.IsCompleted);
        hold.SetResult();
        await room.Bot.Settled();
        room.Time.Advance(Duration.FromSeconds(1));
        await Task.WhenAll(one, two);

        static bool IsSeen(RowChange change) => change.RowKey.StartsWith("seen|", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_LetsTheSendUnderWayEndAndBeginsNoOther()
    {
        using var room = await Room.InMeeting();
        var hold = new TaskCompletionSource();
        room.Bot.Channel.Hold = _ => hold.Task;
        await room.Bot.Turn(room.Message("Luna", "note: under way"));
        await room.Bot.Turn(room.Message("Luna", "note: waits"));
        await Eventually.Until(() => room.Bot.Channel.Tried.Count > 0 && room.Bot.Channel.Tried[^1].Message.Text == "✓ Noted: under way", "it is under way");

        var stop = room.Bot.Outbox.StopAsync(default);
        while (room.Time.Waits.Count < 202)
        {
            var waits = room.Time.Waits.Count;
            await Eventually.Until(() => room.Time.Waiting > 0, "the outbox waits for its messages");
            room.Time.Advance(Duration.FromMilliseconds(10));
            await Eventually.Until(() => room.Time.Waits.Count > waits, "it looks again");
        }
        hold.SetResult();
        while (!stop.IsCompleted)
        {
            await Eventually.Until(() => room.Time.Waiting > 0 || stop.IsCompleted, "the stop goes on");
            room.Time.Advance(Duration.FromMilliseconds(10));
        }
        await stop;

        var left = Assert.Single(room.Table.Under(room.Partition, "out"));
        Assert.Equal("✓ Noted: waits", OutboxEntry.TryRead(left)!.Message.Text);
        Assert.DoesNotContain(room.Bot.Channel.Tried, tried => tried.Message.Text == "✓ Noted: waits");
    }
}
