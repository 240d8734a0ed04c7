namespace MeetingBot.Teams.Connector;

/// <summary>Makes the one HTTP client of the process for the connector.</summary>
internal static class ConnectorHttp
{
    /// <summary>Time is limited call by call, over the token and the retry.</summary>
    public static HttpClient Client(Action<SocketsHttpHandler>? configure = null)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        configure?.Invoke(handler);
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
