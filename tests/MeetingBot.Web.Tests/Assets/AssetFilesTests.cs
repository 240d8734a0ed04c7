using System.Net;
using MeetingBot.Web.Tests.Hosts;

namespace MeetingBot.Web.Tests.Assets;

public sealed class AssetFilesTests
{
    [Theory]
    [InlineData("site.css", "text/css")]
    [InlineData("report.css", "text/css")]
    [InlineData("room.js", "text/javascript")]
    [InlineData("clocks.js", "text/javascript")]
    [InlineData("replacing.js", "text/javascript")]
    [InlineData("scrolling.js", "text/javascript")]
    [InlineData("giving-file.js", "text/javascript")]
    [InlineData("telling-zone.js", "text/javascript")]
    [InlineData("zone.js", "text/javascript")]
    [InlineData("icon.svg", "image/svg+xml")]
    public async Task Asset_IsServedOnceAndThenKnownByItsTag(string name, string type)
    {
        await using var host = await RoomHost.StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };
        using var first = await client.GetAsync($"/assets/{name}");
        Assert.Equal(type, first.Content.Headers.ContentType!.MediaType);
        Assert.NotEmpty(await first.Content.ReadAsByteArrayAsync());

        using var again = new HttpRequestMessage(HttpMethod.Get, $"/assets/{name}");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Assets_LoadNothingFromElsewhere()
    {
        await using var host = await RoomHost.StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };
        foreach (var name in new[]
            {
                "site.css", "room.js", "clocks.js", "replacing.js", "scrolling.js", "telling-zone.js", "zone.js",
                "giving-file.js",
            })
        {
            var text = await client.GetStringAsync($"/assets/{name}");
            Assert.DoesNotContain(
                "http", text.Replace("https://www.w3.org", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain("@import", text, StringComparison.Ordinal);
            Assert.DoesNotContain("url(", text, StringComparison.Ordinal);
        }
    }
}
