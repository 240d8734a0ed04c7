using System.Net;
using MeetingBot.Conversations;
using MeetingBot.Web.Rooms;
using MeetingBot.Web.Tests.Hosts;

namespace MeetingBot.Web.Tests.Rooms;

public sealed class FillSampleTests
{
    [Fact]
    public async Task EmptyRoom_IsFilledByItsPeople()
    {
        await using var host = await RoomHost.StartAsync();
        using var window = new Window(host.Address);
        var form = (await window.OpenAsync("/?as=Luna")).QuerySelector("#guide form")!;
        var page = await window.SendAsync(form);
        Assert.Equal(SampleGroup.Lines.Length, page.QuerySelectorAll(".post").Length);
        Assert.Equal(
            SampleGroup.Lines.Select(l => l.Text), host.Group.Turns.Cast<IncomingMessage>().Select(t => t.Text));
        Assert.Equal(["Ines Varga", "Luna", "Noor Haddad", "Tomás Vega"],
            host.Group.Turns.Select(t => t.Sender.Name).Distinct().Order(StringComparer.Ordinal));
        var speakers = host.Group.Turns.Cast<IncomingMessage>()
            .Single(t => t.Text.Contains("Speakers", StringComparison.Ordinal));
        Assert.Equal("noor haddad", Assert.Single(speakers.Mentioned).Id);
        Assert.Null(page.QuerySelector("#guide"));
    }

    [Fact]
    public async Task RoomWithPosts_IsLeftAlone()
    {
        await using var host = await RoomHost.StartAsync();
        using var window = new Window(host.Address);
        var form = (await window.OpenAsync("/?as=Luna")).QuerySelector("#guide form")!;
        await window.SayAsync("Noor", "hello");
        var page = await window.SendAsync(form);
        Assert.Equal(HttpStatusCode.Conflict, window.Status);
        Assert.Single(page.QuerySelectorAll(".post"));
    }
}
