using System.Net;
using AngleSharp.Dom;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Web.Rooms;
using MeetingBot.Web.Tests.Hosts;
using NodaTime;

namespace MeetingBot.Web.Tests.Rooms;

public sealed class RoomPageTests
{
    [Fact]
    public async Task WithoutAName_ItIsAskedFor_AndLeadsToTheRoom()
    {
        await using var host = await RoomHost.StartAsync();
        using var window = new Window(host.Address);
        var asked = await window.OpenAsync("/room/plans");
        var form = asked.QuerySelector("form.sign-in")!;
        Assert.Equal(("get", "/room/plans"), (form.GetAttribute("method"), form.GetAttribute("action")));
        Assert.Equal("as", form.QuerySelector("label")!.GetAttribute("for"));

        var room = await window.OpenAsync("/room/plans?as=Luna");
        Assert.Equal("Luna", room.QuerySelector(".top b")!.TextContent);
        Assert.NotNull(room.QuerySelector("#guide"));
    }

    [Fact]
    public async Task ABadName_IsToldInWords()
    {
        await using var host = await RoomHost.StartAsync();
        using var window = new Window(host.Address);
        var page = await window.OpenAsync("/?as=MeetingBot");
        Assert.Contains("bot itself", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/room/Main?as=Luna")]
    [InlineData("/room/a%20b?as=Luna")]
    [InlineData("/room/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa?as=Luna")]
    public async Task NoSuchRoom_IsToldInWords(string path)
    {
        await using var host = await RoomHost.StartAsync();
        using var window = new Window(host.Address);
        await window.OpenAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, window.Status);
    }

    [Fact]
    public async Task Panel_ShowsWhatTheGroupKnows()
    {
        await using var host = await RoomHost.StartAsync();
        var opened = host.Clock.Now - Duration.FromMinutes(12);
        host.Group.Overview = new GroupOverview("Planning", opened, "Luna", "Europe/Amsterdam",
            [
                new OverviewItem(
                    2, "Budget", "Noor", Duration.FromMinutes(15), AgendaItemState.Current, opened, Duration.Zero),
                new OverviewItem(1, "Welcome", null, null, AgendaItemState.Done, null, Duration.FromMinutes(3)),
            ],
            ["Luna", "Noor"], ["Ines"],
            [new OverviewAction(4, ["Noor"], "share it", new LocalDate(2026, 3, 6), true)], 7);
        using var window = new Window(host.Address);
        var panel = (await window.OpenAsync("/?as=Luna")).QuerySelector("aside#panel")!;
        Assert.Equal("Planning", panel.QuerySelector("h2")!.TextContent);
        Assert.Equal("Now 2. Budget", panel.QuerySelector(".now p")!.TextContent.Trim());
        Assert.Equal("1 done", panel.QuerySelector("details.over summary")!.TextContent);
        Assert.Equal("Welcome", panel.QuerySelector("details.over .title")!.TextContent);
        var current = panel.QuerySelector(".agenda [aria-current=step]")!;
        Assert.Equal("Budget", current.QuerySelector(".title")!.TextContent);
        Assert.Equal("12 min", current.QuerySelector("time")!.TextContent);
        var progress = current.QuerySelector("progress")!;
        Assert.Equal(("720", "900"), (progress.GetAttribute("value"), progress.GetAttribute("max")));
        Assert.Equal("2026-03-04T08:53:00Z", current.QuerySelector("[data-clock]")!.GetAttribute("data-clock"));
        Assert.Contains("09:53", panel.TextContent, StringComparison.Ordinal);
        var present = panel.QuerySelectorAll("section")[2].QuerySelector("p")!;
        Assert.Equal(["Luna", "Noor"], present.QuerySelectorAll("bdi").Select(b => b.TextContent));
        Assert.Contains("overdue since 6 Mar", panel.QuerySelector(".actions")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("7 lines", panel.TextContent, StringComparison.Ordinal);
        Assert.Equal("/room/main/minutes?as=Luna", panel.QuerySelector("a[target]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Panel_ShowsWhenTheMeetingIs_AndWhichPollsAreOpen()
    {
        await using var host = await RoomHost.StartAsync();
        host.Group.Overview = host.Group.Overview with
        {
            Next = new OverviewDate(host.Clock.Now + Duration.FromDays(2), "Fri 6 March, 10:00 (Etc/UTC)", new Uri("https://bot.example/calendar/t/1.ics")),
            Polls = [new OverviewPoll(3, "<b>Which?</b>")],
        };
        using var window = new Window(host.Address);
        var panel = (await window.OpenAsync("/?as=Luna")).QuerySelector("aside#panel")!;
        var date = panel.QuerySelector("section time")!;
        Assert.Equal(("Fri 6 March, 10:00 (Etc/UTC)", "2026-03-06T09:05:00Z"), (date.TextContent, date.GetAttribute("datetime")));
        Assert.Equal("https://bot.example/calendar/t/1.ics", panel.QuerySelector("section a")!.GetAttribute("href"));
        Assert.Equal("/poll 3 <b>Which?</b>", panel.QuerySelector("ul li code")!.ParentElement!.TextContent.Trim());
    }

    [Fact]
    public async Task ADayOfAnotherYear_HasItsYear()
    {
        await using var host = await RoomHost.StartAsync();
        OverviewAction Due(int number, int year) => new(number, ["Noor"], "share it", new LocalDate(year, 7, 11), false);
        host.Group.Overview = host.Group.Overview with { OpenActions = [Due(1, 2026), Due(2, 2027)] };
        using var window = new Window(host.Address);
        var page = await window.OpenAsync("/?as=Luna");
        Assert.Equal(["11 Jul", "11 Jul 2027"], page.QuerySelectorAll(".actions time").Select(day => day.TextContent));
    }

    [Fact]
    public async Task OnlyAnAddressOfOurs_InAMessageOfTheBot_IsALink()
    {
        await using var host = await RoomHost.StartAsync();
        const string Own = "http://localhost:3978/export/s3cret";
        const string Foreign = "http://localhost:3978.example.org/export/s3cret http://localhost:39780/x";
        await host.PostAsync(new Outgoing(RoomName.Conversation("main"), $"For an hour: {Own}. Not {Foreign}"));
        using var window = new Window(host.Address);
        var page = await window.SayAsync("Luna", $"see {Own}");
        var link = Assert.Single(page.QuerySelectorAll("#posts .text a"));
        Assert.Equal((Own, Own), (link.GetAttribute("href"), link.TextContent));
        Assert.Equal($"For an hour: {Own}. Not {Foreign}", page.QuerySelector(".bot .text")!.TextContent);
    }

    [Fact]
    public async Task LiveCard_IsDrawnForTheOneWhoLooks_AndTheOlderOneAsStored()
    {
        await using var host = await RoomHost.StartAsync();
        var main = RoomName.Conversation("main");
        var stored = new Card("Stored");
        await host.PostAsync(new Outgoing(main, "", Card: stored, Slot: "agenda"));
        await host.PostAsync(new Outgoing(main, "", Card: stored, Slot: "agenda"));
        host.Group.OnViewCard = (viewer, slot) => viewer.Id == "luna" ? new Card($"{slot} for {viewer.Name}") : null;
        using var window = new Window(host.Address);
        string[] Titles(IDocument page) => [.. page.QuerySelectorAll(".card h3").Select(h => h.TextContent)];
        Assert.Equal(["Stored", "agenda for Luna"], Titles(await window.OpenAsync("/?as=Luna")));
        Assert.Equal(["Stored", "Stored"], Titles(await window.OpenAsync("/?as=Noor")));
    }

    [Fact]
    public async Task PrivatePost_IsSeenByItsPersonOnly()
    {
        await using var host = await RoomHost.StartAsync();
        await host.PostAsync(new Outgoing(RoomName.Conversation("main"), "psst", Recipient: Visitor.Named("Luna")));
        using var window = new Window(host.Address);
        Assert.Contains("psst", (await window.OpenAsync("/?as=Luna")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "psst", (await window.OpenAsync("/?as=Noor")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PrivateCard_IsDrawnAsItIsNow()
    {
        await using var host = await RoomHost.StartAsync();
        foreach (var who in new[] { "Luna", "Noor" })
            await host.PostAsync(new Outgoing(
                RoomName.Conversation("main"), "", Card: new Card("Stored"), Slot: "own", Recipient: Visitor.Named(who)));
        host.Group.OnViewCard = (viewer, slot) => slot == "own" ? new Card($"For {viewer.Name}") : null;
        using var window = new Window(host.Address);
        foreach (var who in new[] { "Luna", "Noor" })
            Assert.Equal([$"For {who}"], (await window.OpenAsync($"/?as={who}")).QuerySelectorAll(".card h3").Select(h => h.TextContent));
    }

    [Fact]
    public async Task StoreDown_IsToldInWords()
    {
        await using var host = await RoomHost.StartAsync();
        host.Table.IsDown = true;
        using var window = new Window(host.Address);
        var page = await window.OpenAsync("/?as=Luna");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, window.Status);
        Assert.Contains("does not answer", page.QuerySelector("#notice")!.TextContent, StringComparison.Ordinal);
    }
}
