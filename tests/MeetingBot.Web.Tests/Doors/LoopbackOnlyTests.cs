using System.Net;
using MeetingBot.Web.Tests.Hosts;

namespace MeetingBot.Web.Tests.Doors;

public sealed class LoopbackOnlyTests
{
    private static readonly string[] Paths =
    [
        "/", "/?as=Luna", "/room/x?as=Luna", "/room/main/events?as=Luna", "/room/main/minutes", "/room/main/minutes/1",
    ];

    [Theory]
    [InlineData("Host", "meet.example.org")]
    [InlineData("Origin", "https://example.org")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    public async Task EveryPage_RefusesInWords(string header, string value)
    {
        await using var host = await RoomHost.StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };
        foreach (var path in Paths)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation(header, value);
            using var response = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
            Assert.Contains(
                "open to this machine only", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("say")]
    [InlineData("answer")]
    [InlineData("sample")]
    public async Task EveryForm_RefusesAnotherOrigin(string form)
    {
        await using var host = await RoomHost.StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/room/main/{form}?as=Luna")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("text", "hello")]),
        };
        request.Headers.Add("Origin", "https://example.org");
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(host.Group.Turns);
    }

    [Theory]
    [InlineData("cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Cross-Site", HttpStatusCode.Forbidden)]
    [InlineData("same-origin", HttpStatusCode.OK)]
    [InlineData("same-site", HttpStatusCode.OK)]
    [InlineData("none", HttpStatusCode.OK)]
    [InlineData(null, HttpStatusCode.OK)]
    public async Task AFormSentFromAnotherSite_IsRefusedInWords(string? site, HttpStatusCode status)
    {
        await using var host = await RoomHost.StartAsync();
        using var window = new Window(host.Address);
        var page = await window.OpenAsync("/?as=Luna");
        if (site is not null) window.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", site);
        var answer = await window.SendAsync(page.QuerySelector("#composer")!, new() { ["text"] = "hello" });
        Assert.Equal(status, window.Status);
        Assert.Equal(status == HttpStatusCode.OK ? 1 : 0, host.Group.Turns.Count);
        Assert.Equal(status == HttpStatusCode.Forbidden,
            answer.Body!.TextContent.Contains("sent by a page from elsewhere", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ALinkFromAnotherSite_OpensTheRoom()
    {
        await using var host = await RoomHost.StartAsync();
        using var window = new Window(host.Address);
        window.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        Assert.NotNull((await window.OpenAsync("/?as=Luna")).QuerySelector("#composer"));
    }
}
