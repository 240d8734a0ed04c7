using AngleSharp.Dom;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Web.Rooms;
using MeetingBot.Web.Tests.Hosts;

namespace MeetingBot.Web.Tests.Rooms;

public sealed class PanelOfferTests
{
    private static readonly ConversationReference Main = RoomName.Conversation("main");

    [Fact]
    public async Task WhoMayRunTheMeeting_IsOfferedTheirCommands_AndTheOthersAreNot()
    {
        await using var host = await RoomHost.StartAsync();
        var post = await RunningAsync(host);
        using var window = new Window(host.Address);
        var chair = await PanelAsync(window, "Luna");
        Assert.Equal(["Yes, end it", "Next item", "Extend 5 min"], Titles(chair));
        Assert.Empty(Titles(await PanelAsync(window, "Tomás")));

        var question = chair.QuerySelector("details.confirm")!;
        Assert.False(question.HasAttribute("open"));
        Assert.Equal("End the meeting", question.QuerySelector("summary")!.TextContent);
        Assert.StartsWith("1 item is left", question.QuerySelector("p")!.TextContent, StringComparison.Ordinal);

        await window.SendAsync(chair.QuerySelectorAll("form")[1], null, chair.QuerySelectorAll("button")[1]);
        var next = Assert.IsType<CardAnswer>(Assert.Single(host.Group.Turns));
        Assert.Equal(("agenda next", "2", "luna", post),
            (next.Verb, next.Fields["seen"], next.Sender.Id, next.MessageId));
        await window.SendAsync(chair.QuerySelector("form")!, null, chair.QuerySelector("button"));
        Assert.Equal("meeting end", Assert.IsType<CardAnswer>(host.Group.Turns.Last()).Verb);
        Assert.All(host.Group.Turns, turn => Assert.True(GroupButtons.IsAtHome((CardAnswer)turn)));
    }

    [Fact]
    public async Task AnOwnAction_IsClosedFromThePanel()
    {
        await using var host = await RoomHost.StartAsync();
        await RunningAsync(host);
        using var window = new Window(host.Address);
        var panel = await PanelAsync(window, "Noor Haddad");
        var done = Assert.Single(panel.QuerySelectorAll("button"));
        Assert.Equal("Done: action 4", done.GetAttribute("aria-label"));
        await window.SendAsync(panel.QuerySelector("form")!, null, done);
        var answer = Assert.IsType<CardAnswer>(Assert.Single(host.Group.Turns));
        Assert.Equal(("done", "4"), (answer.Verb, answer.Fields["number"]));
    }

    [Theory]
    [InlineData("NH", "Noor Haddad", true)]
    [InlineData("Noor Haddad", "Noor", true)]
    [InlineData("Noor Haddad", "Noor Haddad (guest)", true)]
    [InlineData("Research and Design", "Research", true)]
    [InlineData("Luna and Design", "Design", false)]
    public async Task WhoseActionItIs_IsTheRuleOfTheListOfActions(string owner, string viewer, bool theirs)
    {
        await using var host = await RoomHost.StartAsync();
        await RunningAsync(host);
        host.Group.Overview = host.Group.Overview with { OpenActions = [new OverviewAction(4, [owner], "share it", null, false)] };
        using var window = new Window(host.Address);
        Assert.Equal(theirs ? 1 : 0, (await PanelAsync(window, viewer)).QuerySelectorAll("button").Length);
    }

    [Fact]
    public async Task BeforeTheMeeting_AnybodyIsOfferedToStartIt_OnceThereIsAnAgenda()
    {
        await using var host = await RoomHost.StartAsync();
        using var window = new Window(host.Address);
        Assert.Empty(Titles(await PanelAsync(window, "Luna")));
        await RunningAsync(host);
        host.Group.Overview = host.Group.Overview with { StartedAt = null };
        Assert.Equal(["Start the meeting"], Titles(await PanelAsync(window, "Luna")));
    }

    [Fact]
    public async Task WhatIsOffered_ArrivesWhenItAloneChanges()
    {
        await using var host = await RoomHost.StartAsync(new RoomOptions { Poll = TimeSpan.FromHours(1) });
        await RunningAsync(host);
        using var window = new Window(host.Address);
        await using var events = await EventStream.OpenAsync(window, "/room/main/events?as=Luna");
        Assert.Contains("Next item", await events.WaitForAsync("panel", ""), StringComparison.Ordinal);
        host.Group.OnViewCard = (_, _) => null;
        await window.SayAsync("Luna", "/meeting chair @Noor");
        Assert.DoesNotContain("Next item", await events.WaitForAsync("panel", ""), StringComparison.Ordinal);
    }

    /// <summary>A meeting that Luna runs; the id of its agenda's post.</summary>
    private static async Task<string> RunningAsync(RoomHost host)
    {
        host.Group.Overview = new GroupOverview("Planning", host.Clock.Now, "Luna", "Etc/UTC",
            [new OverviewItem(2, "Budget", null, null, AgendaItemState.Current, host.Clock.Now, default)],
            [], [], [new OverviewAction(4, ["Noor"], "share it", null, false)], 0);
        var run = new CardButtons(
            [Main.Button("Next item", "agenda next", ("seen", "2")), Main.Button("Extend 5 min", "agenda extend"),
             Main.Button("Skip", "agenda skip")]);
        host.Group.OnViewCard = (viewer, _) => viewer.Id == "luna" ? new Card("Agenda", run) : new Card("Agenda");
        return await host.PostAsync(new Outgoing(Main, "", Card: new Card("Agenda"), Slot: "agenda"));
    }

    private static async Task<IElement> PanelAsync(Window window, string name) =>
        (await window.OpenAsync("/?as=" + Uri.EscapeDataString(name))).QuerySelector("#panel")!;

    private static IEnumerable<string> Titles(IElement panel) =>
        panel.QuerySelectorAll("button").Select(button => button.TextContent.Trim());
}
