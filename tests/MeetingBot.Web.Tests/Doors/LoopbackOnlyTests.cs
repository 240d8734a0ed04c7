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
}
