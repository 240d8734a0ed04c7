using System.Net;
using MeetingBot.Conversations;
using MeetingBot.Tables;
using MeetingBot.Web.Tests.Hosts;

namespace MeetingBot.Web.Tests.Rooms;

public sealed class SayLineTests
{
    [Fact]
    public async Task TypedLine_IsShownAndRunsItsTurn()
    {
        await using var host = await RoomHost.StartAsync();
        using var window = new Window(host.Address);
        var page = await window.SayAsync("Luna", "note: first\r\nsecond");
        Assert.Equal((HttpStatusCode.OK, "/?as=Luna"), (window.Status, window.Address.PathAndQuery));
        var post = Assert.Single(page.QuerySelectorAll(".post"));
        Assert.Equal("Luna", post.QuerySelector(".author")!.TextContent);
        Assert.Equal("note: first<br>second",
            post.QuerySelector(".text")!.InnerHtml.Replace("\n", "", StringComparison.Ordinal));
        Assert.False(post.ClassList.Contains("pending"));
        var turn = Assert.IsType<IncomingMessage>(Assert.Single(host.Group.Turns));
        Assert.Equal(
            ("note: first\nsecond", "luna", false, true), (turn.Text, turn.Sender.Id, turn.Addressed, turn.Bare));
        Assert.Equal(post.Id, $"post-{turn.MessageId}");
    }

    [Fact]
    public async Task SameFormFiveTimesAtOnce_HasOneEffect()
    {
        await using var host = await RoomHost.StartAsync();
        using var window = new Window(host.Address);
        var composer = (await window.OpenAsync("/?as=Luna")).QuerySelector("#composer")!;
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => window.SendAsync(composer, new() { ["text"] = "once" })));
        Assert.Single((await window.OpenAsync("/?as=Luna")).QuerySelectorAll(".post"));
        Assert.Single(host.Group.Turns);
        await window.SayAsync("Luna", "once");
        Assert.Equal(2, host.Group.Turns.Count);
    }

    [Fact]
    public async Task SameFormIdOfSomebodyElse_IsAnotherLine()
    {
        await using var host = await RoomHost.StartAsync();
        using var window = new Window(host.Address);
        foreach (var (who, text) in new[] { ("Luna", "one"), ("Noor", "one"), ("Luna", "two") })
        {
            var composer = (await window.OpenAsync($"/?as={who}")).QuerySelector("#composer")!;
            await window.SendAsync(composer, new() { ["text"] = text, ["form"] = "aaaaaaaaaa" });
        }
        Assert.Equal(3, host.Group.Turns.Count);
        Assert.Equal(3, (await window.OpenAsync("/?as=Luna")).QuerySelectorAll(".post").Length);
    }

    [Fact]
    public async Task StoreDown_NothingIsShownAsSaved_AndTheSameFormSendsItLater()
    {
        await using var host = await RoomHost.StartAsync();
        using var window = new Window(host.Address);
        var composer = (await window.OpenAsync("/?as=Luna")).QuerySelector("#composer")!;
        host.Table.IsDown = true;
        var page = await window.SendAsync(composer, new() { ["text"] = "note: kept" });
        Assert.Equal(HttpStatusCode.ServiceUnavailable, window.Status);
        Assert.Contains(
            "do not know whether it was saved", page.QuerySelector("#notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("note: kept", page.QuerySelector("#text")!.TextContent);
        Assert.Empty(page.QuerySelectorAll(".post"));

        host.Table.IsDown = false;
        var again = await window.SendAsync(page.QuerySelector("#composer")!);
        Assert.Single(again.QuerySelectorAll(".post"));
        Assert.Single(host.Group.Turns);
    }

    [Fact]
    public async Task TurnNotDone_TheLineStaysUnconfirmedUntilItIs()
    {
        await using var host = await RoomHost.StartAsync();
        using var window = new Window(host.Address);
        host.Group.OnTurn = _ => throw new TableUnavailableException("down");
        var page = await window.SayAsync("Luna", "note: kept");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, window.Status);
        Assert.Contains(
            "not confirmed yet", page.QuerySelector(".post.pending")!.TextContent, StringComparison.Ordinal);

        host.Group.OnTurn = _ => Task.FromResult<Answer?>(null);
        var again = await window.SendAsync(page.QuerySelector("#composer")!);
        Assert.False(Assert.Single(again.QuerySelectorAll(".post")).ClassList.Contains("pending"));
        Assert.Single(host.Group.Turns);
    }

    [Fact]
    public async Task OnlyTheMarkCannotBeTakenOff_TheLineIsTaken_AndTheMarkGoesWithTheNext()
    {
        await using var host = await RoomHost.StartAsync();
        using var window = new Window(host.Address);
        host.Table.FailsCommit = changes => changes.Any(change =>
            change is RowChange.Replace && change.RowKey.StartsWith("post|", StringComparison.Ordinal));
        var page = await window.SayAsync("Luna", "note: kept");
        Assert.Equal(HttpStatusCode.OK, window.Status);
        Assert.Single(page.QuerySelectorAll(".post.pending"));
        Assert.DoesNotContain("whether it was saved", page.QuerySelector("#notice")?.TextContent ?? "", StringComparison.Ordinal);

        host.Table.FailsCommit = _ => false;
        page = await window.SayAsync("Luna", "note: next");
        Assert.Equal(2, page.QuerySelectorAll(".post").Length);
        Assert.Empty(page.QuerySelectorAll(".post.pending"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TurnFailsForAnyReason_IsToldInWords_AndTheSameFormSendsItLater(bool script)
    {
        await using var host = await RoomHost.StartAsync();
        using var window = new Window(host.Address);
        var composer = (await window.OpenAsync("/?as=Luna")).QuerySelector("#composer")!;
        host.Group.OnTurn = _ => throw new ArgumentException("secret");
        var page = await window.SendAsync(composer, new() { ["text"] = "note: kept" }, script: script);
        Assert.Equal(HttpStatusCode.InternalServerError, window.Status);
        Assert.Contains("taken only once", page.QuerySelector("#notice")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", page.DocumentElement.TextContent, StringComparison.Ordinal);

        host.Group.OnTurn = _ => Task.FromResult<Answer?>(null);
        await window.SendAsync(composer, new() { ["text"] = "note: kept" });
        Assert.Single(host.Group.Turns);
    }

    [Theory]
    [InlineData(20_000, HttpStatusCode.NoContent, 1)]
    [InlineData(20_001, HttpStatusCode.BadRequest, 0)]
    [InlineData(100_000, HttpStatusCode.BadRequest, 0)]
    public async Task TooLong_IsToldInWords(int length, HttpStatusCode status, int turns)
    {
        await using var host = await RoomHost.StartAsync();
        using var window = new Window(host.Address);
        var composer = (await window.OpenAsync("/?as=Luna")).QuerySelector("#composer")!;
        var answer = await window.SendAsync(composer, new() { ["text"] = new string('ж', length) }, script: true);
        Assert.Equal(status, window.Status);
        Assert.Equal(turns, host.Group.Turns.Count);
        if (turns == 0)
            Assert.Contains("20,000", answer.QuerySelector("#notice")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingTyped_IsToldInWords()
    {
        await using var host = await RoomHost.StartAsync();
        using var window = new Window(host.Address);
        var page = await window.SayAsync("Luna", " \r\n ");
        Assert.Equal(HttpStatusCode.BadRequest, window.Status);
        Assert.Contains("nothing to send", page.QuerySelector("#notice")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Hostile.Data), MemberType = typeof(Hostile))]
    public async Task HostileText_IsTextOnly(string text)
    {
        await using var host = await RoomHost.StartAsync();
        using var window = new Window(host.Address);
        var plain = await window.SayAsync("Luna", "hello");
        var elements = plain.All.Length;
        var page = await window.SayAsync("Luna", text);
        var post = page.QuerySelectorAll(".post")[1];
        Assert.Equal(text.Replace("\n", "", StringComparison.Ordinal),
            post.QuerySelector(".text")!.TextContent.Replace("\n", "", StringComparison.Ordinal));
        Assert.Equal(elements + post.QuerySelectorAll("*").Length + 1, page.All.Length);
        Assert.Empty(post.QuerySelectorAll("script, img, svg, form, [onerror], [onload], .text a"));
    }
}
