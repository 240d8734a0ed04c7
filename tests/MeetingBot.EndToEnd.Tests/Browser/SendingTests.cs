using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeetingBot.EndToEnd.Tests.Browser;

/// <summary>Sending as people in a hurry do it.</summary>
[Collection(InBrowser.Name)]
public sealed class SendingTests(Chromium chromium)
{
    [Fact]
    public async Task ADoubleClickOnSend_SendsOnce_AndComplainsOfNothing()
    {
        await using var ada = await chromium.EnterAsync("double", "Ada");
        await ada.Box.FillAsync("/agenda");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Send" }).DblClickAsync();
        await ada.SeesAsync("Agenda: ");
        await Expect(ada.Posts.Filter(new() { HasText = "/agenda" }).And(ada.Page.Locator(".own"))).ToHaveCountAsync(1);
        await Expect(ada.Notice).ToBeEmptyAsync();
        Assert.Empty(ada.Problems);
    }

    [Fact]
    public async Task WhatIsHalfTyped_OutlivesAReload_InItsRoom_UntilItIsSent()
    {
        await using var ada = await chromium.EnterAsync("drafts", "Ada");
        var here = ada.Page.Url;
        await ada.Box.FillAsync("note: half a\nthought <b>");
        await ada.Page.ReloadAsync();
        await ada.LiveAsync();
        await Expect(ada.Box).ToHaveValueAsync("note: half a\nthought <b>");

        await ada.Page.GotoAsync(here.Replace("drafts", "elsewhere", StringComparison.Ordinal));
        await Expect(ada.Box).ToHaveValueAsync("");
        await ada.Page.GotoAsync(here);
        await Expect(ada.Box).ToHaveValueAsync("note: half a\nthought <b>");

        await ada.SayAsync("/agenda", "Agenda: ");
        await ada.Page.ReloadAsync();
        await ada.LiveAsync();
        await Expect(ada.Box).ToHaveValueAsync("");
        Assert.Empty(ada.Problems);
    }

    [Fact]
    public async Task TheAddressOfTheExport_IsALink()
    {
        await using var ada = await chromium.EnterAsync("exported", "Ada");
        await ada.SayAsync("agenda add Budget", "Added 1. Budget");
        await ada.SayAsync("/export", "Everything of this group as JSON");
        var link = ada.Posts.Last.GetByRole(AriaRole.Link, new() { Name = "/export/" });
        var address = await link.GetAttributeAsync("href");
        var response = await ada.Page.APIRequest.GetAsync(address!);
        Assert.Equal(200, response.Status);
    }
}
