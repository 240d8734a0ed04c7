using System.Net;
using MeetingBot.Conversations;
using MeetingBot.Tables;
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
    public async Task FailureHalfWay_TheSameFormGoesOn()
    {
        await using var host = await RoomHost.StartAsync();
        using var window = new Window(host.Address);
        var form = (await window.OpenAsync("/?as=Luna")).QuerySelector("#guide form")!;
        host.Group.OnTurn = _ => host.Group.Turns.Count == 4 ? throw new TableUnavailableException("down") : Task.FromResult<Answer?>(null);
        await window.SendAsync(form);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, window.Status);

        host.Group.OnTurn = _ => Task.FromResult<Answer?>(null);
        var page = await window.SendAsync(form);

        Assert.Equal(HttpStatusCode.OK, window.Status);
        Assert.Equal(SampleGroup.Lines.Length, page.QuerySelectorAll(".post").Length);
        Assert.Empty(page.QuerySelectorAll(".post.pending"));
        Assert.Equal(SampleGroup.Lines.Select(l => l.Text), host.Group.Turns.Cast<IncomingMessage>().Select(t => t.Text));
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
