namespace MeetingBot.Slack.WebApi;

/// <summary>Makes HTTP clients for Slack: without redirects or cookies.</summary>
internal static class SlackHttp
{
    /// <summary>Time is limited call by call.</summary>
    public static HttpClient Client() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
