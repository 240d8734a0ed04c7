using System.Net;
using AngleSharp.Dom;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Tables;
using MeetingBot.Web.Rooms;
using MeetingBot.Web.Tests.Cards;
using MeetingBot.Web.Tests.Hosts;

namespace MeetingBot.Web.Tests.Rooms;

public sealed class AnswerCardTests
{
    private static readonly ConversationReference Main = RoomName.Conversation("main");

    [Fact]
    public async Task Press_IsACardAnswerWithEveryInput()
    {
        await using var host = await RoomHost.StartAsync();
        var id = await host.PostAsync(new Outgoing(Main, "", Card: SampleCards.Everything()));
        using var window = new Window(host.Address);
        var form = await CardAsync(window);
        await window.SendAsync(
            form, new() { ["field.name"] = "Å\r\nb", ["field.minutes"] = "" }, form.QuerySelector("button.primary"));
        var answer = Assert.IsType<CardAnswer>(Assert.Single(host.Group.Turns));
        Assert.Equal(("save it", id, true, false, "luna"),
            (answer.Verb, answer.MessageId, answer.WantsAnswer, answer.Automatic, answer.Sender.Id));
        var expected = new Dictionary<string, string>
        {
            ["name"] = "Å\nb", ["remarks"] = "words", ["minutes"] = "", ["day"] = "2026-03-04", ["who"] = "b",
            ["days"] = "mon,wed", ["zone"] = "y", ["item"] = "7", ["odd&key="] = "words",
        };
        Assert.Equal(expected.OrderBy(f => f.Key), answer.Fields.OrderBy(f => f.Key));
    }

    [Fact]
    public async Task WithoutScript_TheAnswerIsShownAfterTheRedirect_UntilTheNextChange()
    {
        await using var host = await RoomHost.StartAsync();
        var id = await host.PostAsync(new Outgoing(Main, "", Card: SampleCards.Everything()));
        host.Group.OnTurn = _ => Task.FromResult<Answer?>(new Answer("Saved, Luna.", new Card("What you chose")));
        using var window = new Window(host.Address);
        var form = await CardAsync(window);
        var page = await window.SendAsync(form, null, form.QuerySelector("button.primary"));
        Assert.Contains("answered=", window.Address.Query, StringComparison.Ordinal);
        Assert.Contains("Saved, Luna.", page.QuerySelector("#notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("What you chose", page.QuerySelector(".card h3")!.TextContent);

        var address = window.Address.PathAndQuery;
        var other = await window.OpenAsync(address.Replace("Luna", "Noor", StringComparison.Ordinal));
        Assert.Equal(("", "words"),
            (other.QuerySelector("#notice")!.TextContent.Trim(), other.QuerySelector(".card h3")!.TextContent));

        await host.PostAsync(new Outgoing(Main, "", Card: new Card("Everybody's choices")), existing: id);
        Assert.Equal("Everybody's choices", (await window.OpenAsync(address)).QuerySelector(".card h3")!.TextContent);
    }

    [Fact]
    public async Task WithScript_TheAnswerComesInPlace()
    {
        await using var host = await RoomHost.StartAsync();
        var id = await host.PostAsync(new Outgoing(Main, "", Card: SampleCards.Everything()));
        host.Group.OnTurn = _ =>
            Task.FromResult<Answer?>(new Answer("Only the chair may.", new Card("As you see it"), Refused: true));
        using var window = new Window(host.Address);
        var form = await CardAsync(window);
        var part = await window.SendAsync(form, null, form.QuerySelector("button.primary"), script: true);
        Assert.Equal(HttpStatusCode.OK, window.Status);
        Assert.Contains(
            "Only the chair may.", part.QuerySelector("#notice.bad")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("As you see it", part.QuerySelector($"#post-{id} h3")!.TextContent);
        Assert.Null(part.QuerySelector("main, header, #composer"));
    }

    [Fact]
    public async Task SameFormSentAgain_HasOneEffectAndTheSameAnswer()
    {
        await using var host = await RoomHost.StartAsync();
        await host.PostAsync(new Outgoing(Main, "", Card: SampleCards.Everything()));
        var count = 0;
        host.Group.OnTurn = _ => Task.FromResult<Answer?>(new Answer($"Answer {Interlocked.Increment(ref count)}"));
        using var window = new Window(host.Address);
        var form = await CardAsync(window);
        for (var i = 0; i < 3; i++)
        {
            var page = await window.SendAsync(form, null, form.QuerySelector("button.primary"));
            Assert.Contains("Answer 1", page.QuerySelector("#notice")!.TextContent, StringComparison.Ordinal);
        }
        var danger = await window.SendAsync(form, null, form.QuerySelector("button.danger"));
        Assert.Contains("Answer 2", danger.QuerySelector("#notice")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("press", "")]
    [InlineData("press", "nothing of ours")]
    [InlineData("press", "verb=&inputs=1")]
    public async Task NoButtonOfOurs_IsRefusedInWords(string field, string value)
    {
        await using var host = await RoomHost.StartAsync();
        await host.PostAsync(new Outgoing(Main, "", Card: SampleCards.Everything()));
        using var window = new Window(host.Address);
        await window.SendAsync(await CardAsync(window), new() { [field] = value });
        Assert.Equal(HttpStatusCode.BadRequest, window.Status);
        Assert.Empty(host.Group.Turns);
    }

    [Fact]
    public async Task AForeignMessageId_IsNotPassedOn()
    {
        await using var host = await RoomHost.StartAsync();
        await host.PostAsync(new Outgoing(Main, "", Card: SampleCards.Everything()));
        using var window = new Window(host.Address);
        var form = await CardAsync(window);
        await window.SendAsync(form, new() { ["post"] = "../../other" }, form.QuerySelector("button.danger"));
        Assert.Null(Assert.IsType<CardAnswer>(Assert.Single(host.Group.Turns)).MessageId);
    }

    [Fact]
    public async Task StoreDown_IsToldInWords()
    {
        await using var host = await RoomHost.StartAsync();
        await host.PostAsync(new Outgoing(Main, "", Card: SampleCards.Everything()));
        using var window = new Window(host.Address);
        var form = await CardAsync(window);
        host.Group.OnTurn = _ => throw new TableUnavailableException("down");
        var part = await window.SendAsync(form, null, form.QuerySelector("button.primary"), script: true);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, window.Status);
        Assert.Contains(
            "do not know whether it was saved", part.QuerySelector("#notice")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task StoreDownAfterTheTurn_TheAnswerIsToldAllTheSame_AndTheSameFormHasNoSecondEffect(bool script)
    {
        await using var host = await RoomHost.StartAsync();
        await host.PostAsync(new Outgoing(Main, "", Card: SampleCards.Everything()));
        using var window = new Window(host.Address);
        var form = await CardAsync(window);
        host.Group.OnTurn = _ =>
        {
            host.Table.IsDown = true;
            return Task.FromResult<Answer?>(new Answer("Saved, Luna."));
        };
        var part = await window.SendAsync(form, null, form.QuerySelector("button.primary"), script: script);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, window.Status);
        var notice = part.QuerySelector("#notice")!.TextContent;
        Assert.Contains("Saved, Luna.", notice, StringComparison.Ordinal);
        Assert.Contains("can't be shown just now", notice, StringComparison.Ordinal);

        host.Table.IsDown = false;
        await window.SendAsync(form, null, form.QuerySelector("button.primary"), script: script);
        Assert.Equal(HttpStatusCode.OK, window.Status);
        Assert.Single(host.Group.Turns);
    }

    private static async Task<IElement> CardAsync(Window window) =>
        (await window.OpenAsync("/?as=Luna")).QuerySelector("form.card")!;
}
