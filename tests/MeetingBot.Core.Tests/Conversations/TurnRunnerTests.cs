using MeetingBot.Actions;
using MeetingBot.Kit;
using MeetingBot.Minutes;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Conversations;

public sealed class TurnRunnerTests
{
    [Fact]
    public async Task OneDeliveryFiveTimes_HasOneEffectAndOneReply()
    {
        using var room = await Room.InMeeting();
        var note = room.Message("Luna", "note: once");
        var before = room.Transcript.Count;

        var outcomes = new List<TurnOutcome>();
        for (var i = 0; i < 5; i++) outcomes.Add(await room.Bot.Turn(note));
        await room.Bot.Settled();

        Assert.Equal([false, true, true, true, true], outcomes.Select(outcome => outcome.Repeated));
        Assert.Single(room.Table.Under(room.Partition, "line"));
        Assert.Equal(["✓ Noted: once"], room.Transcript.Skip(before).Select(message => message.Text));
    }

    [Fact]
    public async Task OneDeliveryFiveTimesAtOnce_HasOneEffectAndOneReply()
    {
        using var room = await Room.InMeeting("One", "Two");
        var before = room.Transcript.Count;
        var deliveries = new Incoming[] { room.Message("Mara", "next"), room.Message("Luna", "note: once"), room.Message("Luna", "ACTION: Luna to x") };
        foreach (var delivery in deliveries)
            await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(async () => await room.Bot.Turn(delivery))));
        await room.Bot.Settled();

        Assert.Equal(["Now 1. One", "✓ Noted: once (item 1)", "Action 1. Luna: x"], room.Transcript.Skip(before).Select(message => message.Text));
        Assert.Single(room.Table.Under(room.Partition, "line"));
        Assert.Single(room.Table.Under(room.Partition, "action"));
    }

    [Fact]
    public async Task OnePressFiveTimesAtOnce_GivesTheFirstAnswerEachTime()
    {
        using var room = await Room.InMeeting("One", "Two");
        var press = room.Pressed("Mara", "agenda next", ("seen", "0"));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(async () => await room.Bot.Turn(press))));
        var later = await room.Bot.Turn(press);

        Assert.All(outcomes.Append(later), outcome => Assert.Equal("Now 1. One", outcome.Answer!.Text));
        Assert.Equal(1, outcomes.Append(later).Count(outcome => !outcome.Repeated));
    }

    [Fact]
    public async Task MoreBytesThanABatchHolds_AreRefusedInWords_AndNothingIsKept()
    {
        using var room = await Room.InMeeting();
        var line = "note: " + new string('\u8B70', 7_900);
        var answer = await room.Says("Luna", string.Join('\n', Enumerable.Repeat(line, 80)));

        Assert.Contains("too much for one message; nothing of it was recorded", answer, StringComparison.Ordinal);
        Assert.Empty(room.Table.Under(room.Partition, "line"));
        Assert.Equal("Noted 40 lines.", await room.Says("Luna", string.Join('\n', Enumerable.Repeat(line, 40))));
    }

    [Fact]
    public async Task FiftyNextAtOnce_OneWins()
    {
        using var room = await Room.InMeeting([.. Enumerable.Range(1, 60).Select(n => $"Item {n}").Take(40)]);
        var answers = await Task.WhenAll(Enumerable.Range(0, 50)
            .Select(_ => Task.Run(() => room.Press("Mara", "agenda next"))));

        Assert.Equal(1, answers.Count(answer => answer!.Text == "Now 1. Item 1"));
        Assert.Equal(49, answers.Count(answer => answer!.Text.Contains("1. Item 1 was taken up only", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task FiftyItemsAddedAtOnce_AreAllThereWithNumbersOfTheirOwn()
    {
        using var room = new Room();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(n => Task.Run(async () => await room.Bot.Turn(room.Message($"P{n}", $"agenda add Item {n}")))));

        var agenda = (await room.Overview()).Agenda;
        Assert.Equal(Enumerable.Range(1, 50), agenda.Select(item => item.Number).Order());
        Assert.Equal(50, agenda.Select(item => item.Title).Distinct().Count());
    }

    [Fact]
    public async Task FiftyActionsAtOnce_HaveNumbersOfTheirOwn()
    {
        using var room = await Room.InMeeting();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(n => Task.Run(async () => await room.Bot.Turn(room.Message($"P{n}", $"ACTION: Luna to do {n}")))));

        var actions = room.Table.Under(room.Partition, "action").Select(ActionRows.Read).ToList();
        Assert.Equal(Enumerable.Range(1, 50), actions.Select(action => action.Number));
        Assert.Equal(50, actions.Select(action => action.Text).Distinct().Count());
    }

    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.After)]
    public async Task CommitFails_RepeatedDeliveryHasOneEffectAndOneReply(Fault fault)
    {
        using var room = await Room.InMeeting();
        var before = room.Transcript.Count;
        var note = room.Message("Luna", "note: unsure");
        FailOnce(room.Table, fault, room.Partition);

        await Assert.ThrowsAsync<TableUnavailableException>(async () => await room.Bot.Turn(note));
        var again = await room.Bot.Turn(note);
        await room.Bot.Outbox.CareAsync(CancellationToken.None);
        await room.Bot.Settled();

        Assert.Equal(fault is Fault.After, again.Repeated);
        Assert.Equal("unsure", MinuteRows.Read(Assert.Single(room.Table.Under(room.Partition, "line"))).Text);
        Assert.Equal(["✓ Noted: unsure"], room.Transcript.Skip(before).Select(message => message.Text));
        Assert.Empty(room.Table.Under(room.Partition, "out"));
    }

    [Theory]
    [InlineData("query", false)]
    [InlineData("sweeps", false)]
    [InlineData("commit", true)]
    public async Task StoreFails_WhetherAnythingMayBeStoredIsTold(string what, bool unsure)
    {
        using var room = new Room();
        room.Table.Faults = call => call.Partition == what || (call.Kind == what && call.Partition == room.Partition) ? Fault.Before : Fault.None;

        var failure = await Assert.ThrowsAsync<TableUnavailableException>(async () => await room.Bot.Turn(room.Message("Mara", "agenda add One")));

        Assert.Equal(unsure, failure.MayBeStored);
    }

    [Fact]
    public async Task CommitStoredButUnsureAndNeverRepeated_PromisedReplyIsFoundByTheSweep()
    {
        using var room = await Room.InMeeting();
        var before = room.Transcript.Count;
        FailOnce(room.Table, Fault.After, room.Partition);

        await Assert.ThrowsAsync<TableUnavailableException>(async () => await room.Bot.Turn(room.Message("Luna", "note: x")));
        Assert.Equal(before, room.Transcript.Count);
        await room.Bot.Outbox.CareAsync(CancellationToken.None);
        await room.Bot.Settled();

        Assert.Equal(["✓ Noted: x"], room.Transcript.Skip(before).Select(message => message.Text));
    }

    [Fact]
    public async Task LinkCannotBeDroppedAfterTheCommit_WhatWasPromisedIsSaid()
    {
        using var room = await Room.InMeeting();
        room.Table.Faults = call => call is { Kind: "commit", Partition: "links" } ? Fault.Before : Fault.None;

        await Record.ExceptionAsync(async () => await room.Bot.Turn(room.Message("Mara", "forget everything really")));
        await room.Bot.Settled();

        Assert.Contains("being deleted", room.Transcript[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Note_CostsOneQueryAndOneCommit()
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", "note: first");
        room.Table.Calls.Clear();
        room.Bot.Channel.Hold = _ => new TaskCompletionSource().Task;

        await room.Bot.Turn(room.Message("Luna", "note: second"));

        var calls = room.Table.Calls.ToList();
        Assert.Equal(["query", "commit"], calls.Select(call => call.Kind));
        Assert.Equal(["door", "line", "out", "seen"], calls[1].Changes.Select(change => change.RowKey.Split('|')[0]).Order());
    }

    [Fact]
    public async Task Chatter_CostsOneQueryAndIsNotKept()
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", "hello there");
        var rows = room.Table.All().Count;
        room.Table.Calls.Clear();

        Assert.Equal("", await room.Says("Luna", "how are you all?"));

        Assert.Equal(["query"], room.Table.Calls.Select(call => call.Kind));
        Assert.Equal(rows, room.Table.All().Count);
    }

    [Fact]
    public async Task Mark_IsWrittenOnceUntilItChanges()
    {
        using var room = await Room.InMeeting();
        string[] texts = ["note: a", "note: b", "note: c"];
        foreach (var text in texts) await room.Says("Luna", text);
        Assert.Equal(1, Writes(room, "member|"));
        Assert.Equal(1, Writes(room, "attend|"));

        await room.Hears(room.Message("Luna", "note: d") with { Sender = Room.Who("Luna") with { Zone = "Europe/Rome" } });
        Assert.Equal(2, Writes(room, "member|"));
    }

    [Fact]
    public async Task TurnsOfOneGroup_TouchNoOtherGroupsRows()
    {
        var table = new MemoryTable();
        using var one = new Room("one", table);
        using var two = new Room("two", table);
        await two.Says("Eve", "agenda add Secret");
        await two.Says("Eve", "meeting start");
        table.Calls.Clear();

        string[] said =
        [
            "agenda add A", "meeting start", "next", "note: x", "ACTION: A to b", "actions", "undo", "minutes", "settings",
            "export", "help", "meeting status", "agenda", "meeting end", "agenda carry over", "forget everything really",
        ];
        foreach (var text in said) await one.Says("Mara", text);
        await one.Advance(2);
        await one.Overview();
        await one.View("Mara");
        await one.Minutes();

        Assert.DoesNotContain(table.Calls, call => call.Partition == two.Partition);
        // "people" leads from a person to their own chat, where they have told something for all their groups, and
        // "members" to the groups they are in: what leads to one that is forgotten is taken away.
        Assert.Equal([one.Partition, "instances", "links", "members", "people", "sweeps", "timers"], table.Calls.Select(call => call.Partition).Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain(one.Transcript, message => message.Text.Contains("Secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CardOfAnotherGroup_IsRefusedAndNothingIsRead()
    {
        var table = new MemoryTable();
        using var one = new Room("one", table);
        using var two = new Room("two", table);
        await one.Says("Mara", "agenda add Item");
        var button = one.Live.Buttons.Single(button => button.Verb == "agenda add");

        var answer = await two.Press("Mara", button, ("title", "smuggled"));

        Assert.True(answer!.Refused);
        Assert.Contains("another conversation", answer.Text, StringComparison.Ordinal);
        Assert.Empty((await two.Overview()).Agenda);
    }

    [Fact]
    public async Task SweptDeliveries_AreOnlyTheOld()
    {
        using var room = new Room();
        await room.Says("Mara", "agenda add Old");
        room.Time.Advance(Duration.FromDays(2) + Duration.FromSeconds(1));
        await room.Says("Mara", "agenda add New");
        Assert.Equal(2, room.Table.Under(room.Partition, "seen").Count);

        await room.Bot.Sweeper.SweepAsync(room.Partition, room.Time.GetCurrentInstant(), CancellationToken.None);

        Assert.Equal("seen|d2", Assert.Single(room.Table.Under(room.Partition, "seen")).RowKey);
    }

    private static int Writes(Room room, string prefix) => room.Table.Calls
        .SelectMany(call => call.Changes)
        .Count(change => change.RowKey.StartsWith(prefix, StringComparison.Ordinal) && change.RowKey.Contains("luna", StringComparison.Ordinal));

    private static void FailOnce(MemoryTable table, Fault fault, string partition)
    {
        var left = 1;
        table.Faults = call => call.Kind == "commit" && call.Partition == partition && left-- > 0 ? fault : Fault.None;
    }
}
