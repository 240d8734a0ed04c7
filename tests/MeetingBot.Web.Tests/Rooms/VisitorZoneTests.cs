using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Web.Rooms;
using MeetingBot.Web.Tests.Hosts;
using NodaTime;

namespace MeetingBot.Web.Tests.Rooms;

public sealed class VisitorZoneTests
{
    [Theory]
    [InlineData("America%2FNew_York", "America/New_York")]
    [InlineData("america%2fnew_york", "America/New_York")]
    [InlineData("America/New_York", "America/New_York")]
    [InlineData("UTC", "UTC")]
    [InlineData("", null)]
    [InlineData("Mars%2FOlympus", null)]
    [InlineData("%3Cb%3E%0D%0A", null)]
    [InlineData("EST%F0%9F%98%80", null)]
    public async Task ZoneOfTheBrowser_IsTheSendersAndTheViewers_IfTheRulesKnowIt(string told, string? zone)
    {
        await using var host = await RoomHost.StartAsync();
        var viewers = new List<string?>();
        host.Group.OnViewCard = (viewer, _) =>
        {
            viewers.Add(viewer.Zone);
            return new Card("As you see it");
        };
        await host.PostAsync(
            new Outgoing(RoomName.Conversation("main"), "", Card: SampleCard, Slot: "poll 1"));
        using var window = Telling(host, told);
        await window.SayAsync("Luna", "hello");
        var form = (await window.OpenAsync("/?as=Luna")).QuerySelector("form.card")!;
        await window.SendAsync(form, new() { ["press"] = "verb=poll+show&inputs=0" });
        Assert.Equal([zone, zone], host.Group.Turns.Select(turn => turn.Sender.Zone));
        Assert.Equal([zone], viewers.Distinct());
    }

    [Fact]
    public async Task ALongName_IsNoZone()
    {
        await using var host = await RoomHost.StartAsync();
        using var window = Telling(host, new string('a', 3000));
        await window.SayAsync("Luna", "hello");
        Assert.Null(Assert.Single(host.Group.Turns).Sender.Zone);
    }

    [Fact]
    public async Task OpenPage_IsSentWhatItsZoneSees()
    {
        await using var host = await RoomHost.StartAsync();
        host.Group.OnViewCard = (viewer, _) => new Card($"Times in {viewer.Zone}");
        await host.PostAsync(
            new Outgoing(RoomName.Conversation("main"), "", Card: SampleCard, Slot: "poll 1"));
        using var window = Telling(host, "Asia%2FTokyo");
        await using var events = await EventStream.OpenAsync(window, "/room/main/events?as=Luna");
        Assert.Contains(
            "Times in Asia/Tokyo", await events.WaitForAsync("reset", "form"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("America%2FNew_York", " = Fri 27 June 2025 09:00 (America/New_York)")]
    [InlineData("Europe%2FBerlin", "")]
    public async Task Panel_SaysTheNextDateInTheViewersZone_WhereItsClockIsAnother(string told, string said)
    {
        const string ours = "Fri 27 June, 15:00 (Europe/Amsterdam)";
        await using var host = await RoomHost.StartAsync();
        host.Group.Overview = host.Group.Overview with
        {
            Next = new OverviewDate(Instant.FromUtc(2025, 6, 27, 13, 0), ours, null),
        };
        using var window = Telling(host, told);
        var times = (await window.OpenAsync("/?as=Luna")).QuerySelectorAll("#panel time");
        Assert.Equal(ours + said, Assert.Single(times).TextContent);
    }

    [Fact]
    public async Task PeopleOfTheSampleGroup_AreInTheZoneOfWhoFillsIt()
    {
        await using var host = await RoomHost.StartAsync();
        using var window = Telling(host, "Asia%2FTokyo");
        var page = await window.OpenAsync("/?as=Luna");
        await window.SendAsync(page.QuerySelector("#guide form")!);
        Assert.Equal(["Asia/Tokyo"], host.Group.Turns.Select(turn => turn.Sender.Zone).Distinct());
    }

    private static Card SampleCard => new("Everybody's");

    private static Window Telling(RoomHost host, string zone)
    {
        var window = new Window(host.Address);
        window.Client.DefaultRequestHeaders.Add("Cookie", "zone=" + zone);
        return window;
    }
}
