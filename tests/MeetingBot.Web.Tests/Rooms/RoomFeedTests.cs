using System.Net;
using System.Net.ServerSentEvents;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Tables;
using MeetingBot.Web.Rooms;
using MeetingBot.Web.Tests.Hosts;

namespace MeetingBot.Web.Tests.Rooms;

public sealed class RoomFeedTests
{
    private const string Never = "01:00:00";

    private static readonly ConversationReference Main = RoomName.Conversation("main");
    private static readonly RoomOptions NoPoll = new() { Poll = TimeSpan.Parse(Never, null) };

    [Fact]
    public async Task NewPost_ArrivesInEveryOpenWindow()
    {
        await using var host = await RoomHost.StartAsync(NoPoll);
        using var window = new Window(host.Address);
        using var other = new Window(host.Address);
        await using var luna = await OpenAsync(window, "Luna");
        await using var noor = await OpenAsync(other, "Noor");
        await window.SayAsync("Luna", "note: <b>hello</b>");
        Assert.Contains("post own", await luna.WaitForAsync("reset", "note: &lt;b&gt;hello"), StringComparison.Ordinal);
        await noor.WaitForAsync("reset", "note: &lt;b&gt;hello");
        await window.SayAsync("Luna", "note: again");
        Assert.DoesNotContain("own", await noor.WaitForAsync("put", "note: again"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EditAndRemoval_Arrive()
    {
        await using var host = await RoomHost.StartAsync(NoPoll);
        using var window = new Window(host.Address);
        var id = await host.PostAsync(new Outgoing(Main, "first", Slot: "poll"));
        await using var events = await OpenAsync(window, "Luna");
        await host.PostAsync(new Outgoing(Main, "second", Slot: "poll"), existing: id);
        Assert.Contains($"id=\"post-{id}\"", await events.WaitForAsync("put", "second"), StringComparison.Ordinal);
        await host.PostAsync(new Outgoing(Main, "third", Slot: "poll", Fresh: true), existing: id);
        await events.WaitForAsync("put", "third");
        await events.WaitForAsync("remove", $"post-{id}");
    }

    [Fact]
    public async Task LiveCardDrawnBeforeTheStoreFailed_ArrivesWhenItAnswersAgain()
    {
        await using var host = await RoomHost.StartAsync(NoPoll);
        host.Group.OnViewCard = (_, _) => new Card("Before");
        var id = await host.PostAsync(new Outgoing(Main, "", Card: new Card("Stored"), Slot: "agenda"));
        using var window = new Window(host.Address);
        await using var luna = await OpenAsync(window, "Luna");
        await luna.WaitForAsync("panel", "");
        host.Group.OnViewCard = (_, _) => throw new TableUnavailableException("Not there.");
        await host.PostAsync(new Outgoing(Main, "", Card: new Card("Stored too"), Slot: "agenda"), existing: id);
        await host.PostAsync(new Outgoing(Main, "hello"));
        await luna.WaitForAsync("state", "does not answer");
        // The card is read and drawn, and then the post after it can't be read.
        var (next, failed) = (TableKey.Join("post", (long.Parse(id, null) + 1).ToString("D10", null)), new TaskCompletionSource());
        host.Table.FailsGet = key => key == next && (failed.TrySetResult() || true);
        host.Group.OnViewCard = (_, _) => new Card("After");
        await host.PostAsync(new Outgoing(Main, "again"));
        await failed.Task.WaitAsync(TimeSpan.FromSeconds(30));

        host.Table.FailsGet = _ => false;
        await host.PostAsync(new Outgoing(Main, "later"));

        var passed = new List<SseItem<string>>();
        await luna.WaitForAsync("put", "later", passed);
        Assert.Contains(passed, item => item.EventType == "put" && item.Data.Contains("After", StringComparison.Ordinal));
    }

    [Fact]
    public async Task LiveCardAndPanel_ArriveForEachViewerWhenTheyChange()
    {
        await using var host = await RoomHost.StartAsync(NoPoll);
        host.Group.OnViewCard = (viewer, _) => new Card($"Item 1 for {viewer.Name}");
        await host.PostAsync(new Outgoing(Main, "", Card: new Card("Stored"), Slot: "agenda"));
        using var window = new Window(host.Address);
        await using var luna = await OpenAsync(window, "Luna");
        await using var noor = await OpenAsync(window, "Noor");
        await luna.WaitForAsync("panel", "No meeting yet");

        host.Group.OnViewCard = (viewer, _) => new Card($"Item 2 for {viewer.Name}");
        host.Group.Overview = host.Group.Overview with { Title = "Planning" };
        await window.SayAsync("Luna", "agenda next");
        await luna.WaitForAsync("put", "Item 2 for Luna");
        await luna.WaitForAsync("panel", "Planning");
        await noor.WaitForAsync("put", "Item 2 for Noor");
    }

    [Fact]
    public async Task WhatDidNotChange_IsNotSentAgain()
    {
        await using var host = await RoomHost.StartAsync(NoPoll);
        host.Group.OnViewCard = (_, _) => new Card("Same");
        await host.PostAsync(new Outgoing(Main, "", Card: new Card("Stored"), Slot: "agenda"));
        using var window = new Window(host.Address);
        await using var events = await OpenAsync(window, "Luna");
        await events.WaitForAsync("panel", "");
        await window.SayAsync("Noor", "hello");
        var passed = new List<SseItem<string>>();
        await events.WaitForAsync("put", "hello", passed);
        Assert.Empty(passed);
    }

    [Fact]
    public async Task PrivatePost_ArrivesForItsPersonOnly()
    {
        await using var host = await RoomHost.StartAsync(NoPoll);
        await host.PostAsync(new Outgoing(Main, "begin"));
        using var window = new Window(host.Address);
        await using var luna = await OpenAsync(window, "Luna");
        await using var noor = await OpenAsync(window, "Noor");
        await host.PostAsync(new Outgoing(Main, "psst", Recipient: Visitor.Named("Luna")));
        await host.PostAsync(new Outgoing(Main, "everybody"));
        await luna.WaitForAsync("put", "psst");
        var passed = new List<SseItem<string>>();
        await noor.WaitForAsync("put", "everybody", passed);
        Assert.DoesNotContain(passed, item => item.Data.Contains("psst", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AfterARestart_WhatWasMissedArrives_AndNothingElse()
    {
        var table = new MemoryTable();
        var before = await RoomHost.StartAsync(NoPoll, table);
        using var window = new Window(before.Address);
        await window.SayAsync("Luna", "one");
        await using var first = await OpenAsync(window, "Luna");
        await window.SayAsync("Luna", "two");
        await first.WaitForAsync("put", "two");
        await before.DisposeAsync();
        await first.WaitForEndAsync();

        await using var after = await RoomHost.StartAsync(NoPoll, table);
        await after.PostAsync(new Outgoing(Main, "missed"));
        using var again = new Window(after.Address);
        await using var second = await EventStream.OpenAsync(
            again, "/room/main/events?as=Luna&after=old", first.LastId);
        var passed = new List<SseItem<string>>();
        await second.WaitForAsync("put", "missed", passed);
        Assert.DoesNotContain(passed, item => item.EventType is "put" or "reset");
    }

    [Fact]
    public async Task AnotherInstancesPost_ArrivesByLookingNowAndThen()
    {
        var table = new MemoryTable();
        await using var here = await RoomHost.StartAsync(
            new RoomOptions { Poll = TimeSpan.FromMilliseconds(50) }, table);
        await using var there = await RoomHost.StartAsync(NoPoll, table);
        using var window = new Window(here.Address);
        await using var events = await OpenAsync(window, "Luna");
        await there.PostAsync(new Outgoing(Main, "from there"));
        await events.WaitForAsync("reset", "from there");
    }

    [Fact]
    public async Task ForgottenRoom_IsEmptied()
    {
        await using var host = await RoomHost.StartAsync(NoPoll);
        using var window = new Window(host.Address);
        await window.SayAsync("Luna", "to be forgotten");
        await using var events = await OpenAsync(window, "Luna");
        await events.WaitForAsync("panel", "");
        host.Table.Forget(Main.Group.PartitionKey);
        host.Clock.Now += NodaTime.Duration.FromSeconds(1);
        await host.PostAsync(new Outgoing(Main, "Everything is forgotten."));
        Assert.DoesNotContain("to be forgotten", await events.WaitForAsync("reset", "Everything is forgotten."),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task StoreDown_IsToldOnceAndItComesBack()
    {
        await using var host = await RoomHost.StartAsync(new RoomOptions { Poll = TimeSpan.FromMilliseconds(50) });
        await host.PostAsync(new Outgoing(Main, "before"));
        using var window = new Window(host.Address);
        await using var events = await OpenAsync(window, "Luna");
        await events.WaitForAsync("panel", "");
        host.Table.IsDown = true;
        await events.WaitForAsync("state", "does not answer");
        host.Table.IsDown = false;
        var passed = new List<SseItem<string>>();
        await host.PostAsync(new Outgoing(Main, "after"));
        await events.WaitForAsync("put", "after", passed);
        Assert.Equal([""], passed.Where(p => p.EventType == "state").Select(p => p.Data));
    }

    [Fact]
    public async Task TooManyPages_AreRefused_AndAClosedOneMakesRoom()
    {
        await using var host = await RoomHost.StartAsync(NoPoll with { MaxStreams = 2 });
        using var window = new Window(host.Address);
        await using var first = await OpenAsync(window, "Luna");
        var second = await OpenAsync(window, "Noor");
        await window.OpenAsync("/room/main/events?as=Ines");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, window.Status);
        await second.DisposeAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        HttpStatusCode status;
        do
        {
            using var response = await window.Client.GetAsync(
                "/room/main/events?as=Ines", HttpCompletionOption.ResponseHeadersRead, limit.Token);
            status = response.StatusCode;
        }
        while (status != HttpStatusCode.OK);
    }

    [Fact]
    public async Task Events_KeepHostileTextInsideTheirData()
    {
        await using var host = await RoomHost.StartAsync(NoPoll);
        await host.PostAsync(new Outgoing(Main, "begin"));
        using var window = new Window(host.Address);
        await using var events = await OpenAsync(window, "Luna");
        await events.WaitForAsync("panel", "");
        await window.SayAsync("Noor", "x\n\nevent: remove\ndata: room\n\n");
        var passed = new List<SseItem<string>>();
        Assert.Contains(
            "event: remove", await events.WaitForAsync("put", "event: remove", passed), StringComparison.Ordinal);
        Assert.DoesNotContain(passed, item => item.EventType == "remove");
    }

    private static async Task<EventStream> OpenAsync(Window window, string person)
    {
        var page = await window.OpenAsync($"/?as={person}");
        var room = page.QuerySelector("#room")!;
        var stream = await EventStream.OpenAsync(
            window, $"{room.GetAttribute("data-events")}&after={room.GetAttribute("data-mark")}");
        await stream.WaitForAsync("token", "");
        return stream;
    }
}
