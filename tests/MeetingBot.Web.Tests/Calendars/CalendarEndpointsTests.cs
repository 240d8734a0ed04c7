using System.Net.Http.Headers;
using System.Net;
using MeetingBot.Calendars;
using MeetingBot.Conversations;
using MeetingBot.Tables;
using MeetingBot.Web.Doors;
using MeetingBot.Web.Tests.Hosts;
using NodaTime;

namespace MeetingBot.Web.Tests.Calendars;

public sealed class CalendarEndpointsTests
{
    private const string Token = "s3cret-link_1";
    private const string Feed = $"/calendar/{Token}.ics";

    [Fact]
    public async Task Feed_IsACalendar_ThatIsAskedForAgainBeforeItIsShown()
    {
        await using var host = await StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };
        using var response = await client.GetAsync(Feed);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/calendar; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("inline; filename=\"meetings.ics\"", response.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal("no-cache, private", response.Headers.CacheControl!.ToString());
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(response.Headers.ETag!.IsWeak);
        var text = await response.Content.ReadAsStringAsync();
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:All meetings\r\n", text, StringComparison.Ordinal);
        Assert.Contains("DTSTAMP:20260304T090500Z\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneMeeting_IsAFile()
    {
        await using var host = await StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };
        using var response = await client.GetAsync($"/calendar/{Token}/3.ics");
        Assert.Equal("attachment; filename=meeting-3.ics", response.Content.Headers.ContentDisposition!.ToString().Replace("\"", "", StringComparison.Ordinal));
        Assert.Contains("SUMMARY:Meeting 3\r\n", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsAsItWas_IsNotSentAgain_WhateverTheTime()
    {
        await using var host = await StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };
        using var first = await client.GetAsync(Feed);
        host.Clock.Now += Duration.FromHours(5);
        foreach (var tag in new[] { first.Headers.ETag!, new EntityTagHeaderValue(first.Headers.ETag!.Tag), EntityTagHeaderValue.Any })
        {
            using var again = await AskAsync(client, tag);
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Equal(first.Headers.ETag, again.Headers.ETag);
            Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        }
        host.Group.OnViewCalendar = (_, _) => Sample("Another");
        using var changed = await AskAsync(client, first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(first.Headers.ETag, changed.Headers.ETag);
    }

    [Fact]
    public async Task Head_TellsOfItWithoutIt()
    {
        await using var host = await StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Head, Feed);
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Content.Headers.ContentLength > 100);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/calendar/other-link.ics")]
    [InlineData($"/calendar/{Token}")]
    [InlineData($"/calendar/{Token}/4.ics")]
    [InlineData($"/calendar/{Token}/-3.ics")]
    [InlineData($"/calendar/{Token}/99999999999.ics")]
    [InlineData($"/calendar/{Token}/3")]
    [InlineData($"/calendar/{Token}/.ics")]
    [InlineData("/calendar/.ics")]
    [InlineData("/calendar/s3cret%20link.ics")]
    [InlineData("/calendar/%0A.ics")]
    public async Task NoSuchCalendar_IsNotFound_InPlainWords(string path)
    {
        await using var host = await StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };
        using var response = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("There is no calendar here.", await response.Content.ReadAsStringAsync());
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task AddressThatIsAskedForAgainAndAgain_WaitsAMinute_OthersDoNot()
    {
        await using var host = await StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };
        for (var time = 0; time < AddressGate.MostAsked; time++) Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, Feed));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(client, Feed));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, "/calendar/other-link.ics"));
        host.Clock.Now += RequestGate.Window;
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, Feed));
    }

    [Fact]
    public async Task WhoTriesOutAddresses_WaitsAMinute_WithoutReadingTheStore_AndTheFeedIsStillThere()
    {
        await using var host = await StartAsync();
        var (view, read) = (host.Group.OnViewCalendar!, 0);
        host.Group.OnViewCalendar = (token, meeting) =>
        {
            read++;
            return view(token, meeting);
        };
        using var client = new HttpClient { BaseAddress = host.Address };
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, Feed));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, $"/calendar/{Token}/4.ics"));
        for (var n = 0; n < AddressGate.MostMissed; n++)
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, $"/calendar/made-up-{n}.ics"));
        var before = read;
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(client, "/calendar/made-up.ics"));
        Assert.Equal(before, read);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, Feed));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, $"/calendar/{Token}/3.ics"));
    }

    [Fact]
    public async Task WhileTheStoreIsAway_ItIsAskedForLater()
    {
        await using var host = await StartAsync();
        host.Group.OnViewCalendar = (_, _) => throw new TableUnavailableException("down");
        using var client = new HttpClient { BaseAddress = host.Address };
        using var response = await client.GetAsync(Feed);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task BehindAProxyToo_ItIsOpenToWhoHasTheAddress()
    {
        await using var host = await StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        client.DefaultRequestHeaders.Host = "meet.example.org";
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, Feed));
    }

    private static async Task<RoomHost> StartAsync()
    {
        var host = await RoomHost.StartAsync();
        host.Group.OnViewCalendar = (token, meeting) => (token, meeting) switch
        {
            (Token, null) => Sample("All meetings"),
            (Token, 3) => Sample("Meeting 3"),
            _ => null,
        };
        return host;
    }

    private static Calendar Sample(string summary) => Invitation.Publish(
        new CalendarEvent("m@meetingbot", CalDateTime.Utc(Instant.FromUtc(2026, 3, 5, 9, 0))) { Summary = summary });

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, EntityTagHeaderValue known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Feed);
        request.Headers.IfNoneMatch.Add(known);
        return await client.SendAsync(request);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        return response.StatusCode;
    }
}
