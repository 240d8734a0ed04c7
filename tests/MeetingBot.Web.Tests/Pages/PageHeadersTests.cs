using System.Net;
using MeetingBot.Web.Tests.Hosts;

namespace MeetingBot.Web.Tests.Pages;

public sealed class PageHeadersTests
{
    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/?as=Luna", HttpStatusCode.OK)]
    [InlineData("/room/UPPER", HttpStatusCode.NotFound)]
    [InlineData("/room/main/minutes", HttpStatusCode.NotFound)]
    [InlineData("/minutes/unknown", HttpStatusCode.NotFound)]
    public async Task EveryPage_IsStrict(string path, HttpStatusCode status)
    {
        await using var host = await RoomHost.StartAsync();
        using var window = new Window(host.Address);
        var page = await window.OpenAsync(path);
        Assert.Equal(status, window.Status);
        var headers = window.Response.Headers;
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            Assert.Single(headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(headers.GetValues("Referrer-Policy")));
        Assert.True(headers.CacheControl!.NoStore);
        Assert.Empty(page.QuerySelectorAll("script:not([src]), style, [style], [onclick], iframe"));
        Assert.All(page.QuerySelectorAll("[src], link[href]"), e =>
            Assert.StartsWith("/assets/", e.GetAttribute("src") ?? e.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
    }
}
