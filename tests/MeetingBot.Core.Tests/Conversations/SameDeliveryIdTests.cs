using MeetingBot.Kit;
using MeetingBot.Minutes;

namespace MeetingBot.Conversations;

/// <summary>A delivery is known by its id and by who made it: nobody gets the answer of another's.</summary>
public sealed class SameDeliveryIdTests
{
    [Fact]
    public async Task PressOfAnother_HasItsOwnAnswer_AndRepeatsItsOwn()
    {
        using var room = await Room.InMeeting("One", "Two");
        var maras = room.Pressed("Mara", "agenda next", ("seen", "0"));
        var lunas = room.Pressed("Luna", "agenda next", ("seen", "0")) with { DeliveryId = maras.DeliveryId };

        Assert.Equal("Now 1. One", (await room.Bot.Turn(maras)).Answer!.Text);
        for (var time = 0; time < 2; time++)
        {
            var outcome = await room.Bot.Turn(lunas);
            Assert.True(outcome.Refused);
            Assert.StartsWith("That is for who chairs", outcome.Answer!.Text, StringComparison.Ordinal);
        }
        var again = await room.Bot.Turn(maras);
        Assert.Equal(("Now 1. One", true), (again.Answer!.Text, again.Repeated));
    }

    [Fact]
    public async Task LinesOfTwoPeopleAtOnce_AreBothKept_EachOnce()
    {
        using var room = await Room.InMeeting();
        var before = room.Transcript.Count;
        Incoming[] lines = [.. new[] { "Luna", "Tom" }.Select(who => room.Message(who, "note: of " + who) with { DeliveryId = "d" })];

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(n => Task.Run(async () => await room.Bot.Turn(lines[n % 2]))));
        await room.Bot.Settled();

        Assert.Equal(8, outcomes.Count(outcome => outcome.Repeated));
        Assert.Equal(["✓ Noted: of Luna", "✓ Noted: of Tom"], room.Transcript.Skip(before).Select(said => said.Text).Order());
        Assert.Equal(["of Luna", "of Tom"], room.Table.Under(room.Partition, "line").Select(row => MinuteRows.Read(row).Text).Order());
    }

    [Fact]
    public async Task PressWithTheIdOfAMessage_IsAnotherDelivery()
    {
        using var room = await Room.InMeeting("One");
        var typed = room.Message("Mara", "note: typed");
        await room.Bot.Turn(typed);

        var press = room.Pressed("Mara", "agenda next", ("seen", "0")) with { DeliveryId = typed.DeliveryId };
        Assert.Equal("Now 1. One", (await room.Bot.Turn(press)).Answer!.Text);
        Assert.Equal("Now 1. One", (await room.Bot.Turn(press)).Answer!.Text);
        Assert.True((await room.Bot.Turn(typed)).Repeated);
        Assert.Single(room.Table.Under(room.Partition, "line"));
    }

    [Fact]
    public async Task TwoWhoTellOfTheBotsArrival_SayHelloOnce()
    {
        using var room = new Room();
        var told = new MembersAdded("hello", room.Conversation, Room.Who("Mara"), true, [Room.Who("Luna")]);
        Assert.StartsWith("Hello", await room.Hears(told), StringComparison.Ordinal);
        Assert.Equal("", await room.Hears(told with { Sender = Room.Who("Bot"), People = [] }));
    }

    [Fact]
    public async Task DeliveryMarkedByAnOlderVersion_IsNotDoneAgain()
    {
        using var room = await Room.InMeeting();
        var note = room.Message("Luna", "note: once");
        await room.Bot.Turn(note);
        var mark = Assert.Single(room.Table.Under(room.Partition, "seen"), row => row.RowKey == "seen|" + note.DeliveryId);
        var old = System.Text.Json.Nodes.JsonNode.Parse(mark.Data.Span)!.AsObject();
        Assert.True(old.Remove("source"));
        var data = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(old);
        await room.Table.CommitAsync(room.Partition, [new Tables.RowChange.Upsert(mark.RowKey, data)], CancellationToken.None);

        Assert.True((await room.Bot.Turn(note)).Repeated);
        Assert.Single(room.Table.Under(room.Partition, "line"));
    }

    [Fact]
    public async Task SameNameAndZoneToldOtherwise_IsTheSameDelivery()
    {
        using var room = await Room.InMeeting();
        var note = room.Message("Luna", "note: once");
        await room.Bot.Turn(note);
        Assert.True((await room.Bot.Turn(note with { Sender = note.Sender with { Name = "Luna L.", Zone = "UTC" } })).Repeated);
    }
}
