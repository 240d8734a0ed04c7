using System.Net.Http.Headers;
using System.Text;

namespace MeetingBot.Slack.WebApi;

/// <summary>
/// <c>oauth.v2.access</c>, called with the app's own id and secret. Source: Slack, "Installing with OAuth" and "Using
/// token rotation"; RFC 6749, sections 4.1.3 and 6.
/// </summary>
internal sealed class OAuthApi(SlackClient client, string clientId, string clientSecret)
{
    private const string Method = "oauth.v2.access";

    private readonly AuthenticationHeaderValue _app = new(
        "Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{clientId}:{clientSecret}")));

    /// <summary>The bot's token for the code that a browser brought.</summary>
    /// <param name="redirect">The address that the code was sent to.</param>
    public ValueTask<SlackResponse> ExchangeAsync(string code, Uri redirect, CancellationToken cancel) =>
        client.AskAsync(Method, _app, cancel, ("code", code), ("redirect_uri", redirect.AbsoluteUri));

    /// <summary>The next token and refresh token for a refresh token, which is good for once.</summary>
    public ValueTask<SlackResponse> RefreshAsync(string refresh, CancellationToken cancel) =>
        client.AskAsync(Method, _app, cancel, ("grant_type", "refresh_token"), ("refresh_token", refresh));
}
