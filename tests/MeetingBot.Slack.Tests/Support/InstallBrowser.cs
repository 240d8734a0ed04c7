using System.Net;

namespace MeetingBot.Slack.Tests.Support;

/// <summary>Somebody's browser: keeps its cookies, and goes to Slack's page and back.</summary>
/// <param name="from">Calls from another address; null for the usual one.</param>
internal sealed class InstallBrowser(SlackBot bot, FakeSlack slack, HttpClient? from = null)
{
    /// <summary>The cookie that the service has set, as it is sent back.</summary>
    public string? Cookie { get; set; }

    /// <summary>All of the last answer's headers.</summary>
    public string Headers { get; private set; } = "";

    /// <summary>Where <c>/slack/install</c> sends to.</summary>
    public async Task<Uri> BeginAsync()
    {
        using var response = await GetAsync("/slack/install");
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Cookie = response.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        return response.Headers.Location!;
    }

    /// <summary>From the beginning to the last page: its status and text.</summary>
    public async Task<(int Status, string Page)> InstallAsync(string team) =>
        await OpenAsync(slack.OAuth.Allow(await BeginAsync(), team));

    public async Task<(int Status, string Page)> OpenAsync(string address)
    {
        using var response = await GetAsync(address);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task<HttpResponseMessage> GetAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (Cookie is not null) request.Headers.Add("Cookie", Cookie);
        var response = await (from ?? bot.Plain).SendAsync(request);
        Headers = response.Headers.ToString();
        return response;
    }
}
