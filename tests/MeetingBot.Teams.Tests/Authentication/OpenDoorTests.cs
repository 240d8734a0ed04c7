using System.Net;
using System.Text;
using MeetingBot.Meetings.Dates;
using MeetingBot.Teams.Support;
using static MeetingBot.Teams.Support.SampleActivity;

namespace MeetingBot.Teams.Authentication;

public sealed class OpenDoorTests
{
    private static readonly TeamsOptions Development = new() { Development = true };

    private static async Task<HttpStatusCode> PostAsync(TestBot bot, params (string Name, string Value)[] headers)
    {
        using var response = await bot.PostAsync(TestBot.JsonBody(Message().ToJsonString()), null, headers);
        return response.StatusCode;
    }

    [Fact]
    public async Task CallerOnThisMachine_ComesIn_AndTheLogSaysSo()
    {
        await using var bot = await TestBot.StartAsync(Development);

        Assert.Equal(HttpStatusCode.OK, await PostAsync(bot));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(bot, ("Origin", "http://localhost:56150")));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(bot, ("Authorization", "Bearer not.looked.at")));
        Assert.Equal(3, bot.Turns.Count);
        Assert.Contains("open to callers on this machine", bot.Logs.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host", "meeting.example")]
    [InlineData("Host", "127.0.0.1.nip.io")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("Via", "1.1 proxy")]
    public async Task CallerThatOnlySeemsToBeHere_IsRefused(string header, string value)
    {
        await using var bot = await TestBot.StartAsync(Development);

        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(bot, (header, value)));
        Assert.Empty(bot.Turns);
    }

    [Fact]
    public async Task CallerFromAnotherAddress_IsRefused()
    {
        await using var bot = await TestBot.StartAsync(Development, remote: IPAddress.Parse("192.0.2.7"));

        Assert.Equal((HttpStatusCode.Forbidden, false), await bot.OfferAsync(Message()));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/jsonp")]
    public async Task WhatAPageElsewhereCouldSend_IsRefused(string contentType)
    {
        await using var bot = await TestBot.StartAsync(Development);
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Message().ToJsonString()));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        using var response = await bot.PostAsync(content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Empty(bot.Turns);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("http://localhost.evil.example/")]
    [InlineData("http://localhost@evil.example/")]
    [InlineData("ftp://localhost/")]
    [InlineData("")]
    [InlineData(null)]
    public async Task ServiceUrlElsewhere_IsRefused(string? serviceUrl)
    {
        await using var bot = await TestBot.StartAsync(Development);
        using var response = await bot.PostAsync(Message().With("serviceUrl", serviceUrl));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(bot.Turns);
    }

    [Fact]
    public async Task OutsideDevelopment_TheDoorIsClosed()
    {
        await using var bot = await TestBot.StartAsync(new TeamsOptions());

        Assert.Equal((HttpStatusCode.Forbidden, false), await bot.OfferAsync(Message()));
        Assert.Empty(bot.Turns);
    }
}
