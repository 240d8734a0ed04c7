using System.Net;
using System.Net.Http.Headers;
using System.Text;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Teams.Support;
using static MeetingBot.Teams.Support.SampleActivity;

namespace MeetingBot.Teams;

public sealed class HostileBodyTests : IAsyncLifetime
{
    private TestBot _bot = null!;

    public async Task InitializeAsync() => _bot = await TestBot.StartAsync(
        new TeamsOptions { Development = true },
        (_, _) => new ValueTask<TurnOutcome>(new TurnOutcome(new Answer("Card", new Card("Card", new CardText("x"))))));

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    private async Task<HttpStatusCode> PostAsync(HttpContent body)
    {
        using var response = await _bot.PostAsync(body);
        return response.StatusCode;
    }

    [Fact]
    public async Task BodyOverOneMebibyte_IsRefused_AnnouncedOrNot()
    {
        var json = Message(new string('x', 1 << 20)).ToJsonString();
        var chunked = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(json)));
        chunked.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = chunked };
        request.Headers.TransferEncodingChunked = true;

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(TestBot.JsonBody(json)));
        using var response = await _bot.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Empty(_bot.Turns);
    }

    [Fact]
    public async Task BodyJustUnderOneMebibyte_IsRead()
    {
        var text = new string('x', (1 << 20) - 2_000);

        Assert.Equal(HttpStatusCode.OK, await PostAsync(TestBot.JsonBody(Message(text).ToJsonString())));
        Assert.Equal(text, Assert.IsType<IncomingMessage>(Assert.Single(_bot.Turns)).Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("\"text\"")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{}{}")]
    [InlineData("{\"type\":5}")]
    [InlineData("{\"type\":\"message\",\"text\":{}}")]
    [InlineData("{\"type\":\"message\",\"from\":[]}")]
    [InlineData("{\"type\":\"message\",\"from\":{\"id\":5}}")]
    [InlineData("{\"type\":\"message\",\"entities\":{}}")]
    [InlineData("{\"type\":\"message\",\"entities\":[5]}")]
    [InlineData("{\"type\":\"message\",\"entities\":[{\"type\":\"mention\",\"mentioned\":5}]}")]
    [InlineData("{\"type\":\"message\",\"membersAdded\":[\"x\"]}")]
    [InlineData("{\"type\":\"message\",\"channelData\":\"x\"}")]
    [InlineData("{\"type\":\"message\",\"text\":\"\\ud800\"}")]
    public async Task WhatIsNoActivity_IsRefused(string json)
    {
        var withService = json.StartsWith("{\"type", StringComparison.Ordinal)
            ? json[..^1] + $",\"serviceUrl\":\"{ServiceUrl}\"}}"
            : json;

        Assert.InRange((int)await PostAsync(TestBot.JsonBody(withService)), 400, 403);
        Assert.Empty(_bot.Turns);
    }

    [Theory]
    [InlineData(60, HttpStatusCode.OK)]
    [InlineData(70, HttpStatusCode.BadRequest)]
    [InlineData(100_000, HttpStatusCode.BadRequest)]
    public async Task DeepJson_IsRefused(int depth, HttpStatusCode expected)
    {
        var deep = new string('[', depth) + new string(']', depth);
        var json = Message().ToJsonString();

        Assert.Equal(expected, await PostAsync(TestBot.JsonBody(json[..^1] + $",\"attachments\":{deep}}}")));
    }

    [Fact]
    public async Task InvalidUtf8_IsRefused()
    {
        var bytes = Encoding.UTF8.GetBytes(Message("XY").ToJsonString());
        bytes[bytes.AsSpan().IndexOf("XY"u8)] = 0xC3;

        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(TestBot.JsonBody(bytes)));
    }

    [Fact]
    public async Task TenThousandMutatedActivities_AreAnsweredPolitely()
    {
        var mutations = new Mutations(seed: 20260222, ServiceUrl);
        var answers = new Dictionary<int, int>();
        for (var i = 0; i < 10_000; i++)
        {
            var status = (int)await PostAsync(TestBot.JsonBody(mutations.Next()));
            answers[status] = answers.GetValueOrDefault(status) + 1;
        }

        // 501 is the protocol's own word for an invoke of another name.
        Assert.DoesNotContain(answers.Keys, status => status is not (>= 200 and < 300 or >= 400 and < 500 or 501));
        Assert.True(answers[200] > 1_000 && answers[400] > 1_000, "The mutations are all of one kind.");
        Assert.DoesNotContain("The turn of delivery", _bot.Logs.All, StringComparison.Ordinal);
    }
}
