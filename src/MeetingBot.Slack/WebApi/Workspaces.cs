using MeetingBot.Conversations;
using MeetingBot.Slack.Payloads;
using Microsoft.Extensions.Logging;

namespace MeetingBot.Slack.WebApi;

/// <summary>
/// The workspaces that are served, and the bot's token in each: the one of which the token was set. Whose it is, is
/// asked once a process.
/// </summary>
internal sealed class Workspaces(SlackOptions options, SlackApi api, ILogger logger)
{
    private volatile Workspace? _own;

    /// <summary>The bot's own id there, where it is known already.</summary>
    public string? BotOf(string tenant) => _own is { } own && own.Is(tenant) ? own.Bot : null;

    /// <summary>The token, or what it means for a message that there is none.</summary>
    public async ValueTask<(string? Token, Delivery? Problem)> TokenAsync(string tenant, CancellationToken cancel)
    {
        if (options.BotToken is not { } token) return (null, new Delivery.Refused("there is no token"));
        var own = _own;
        if (own is null)
        {
            var response = await api.AuthTestAsync(token, cancel).ConfigureAwait(false);
            if (!response.Ok)
            {
                Failed(tenant, response.Error);
                return (null, SlackErrors.Delivery(response, null));
            }
            _own = own = new Workspace(
                response.Text("team_id"), response.Text("enterprise_id"), response.Text("user_id"),
                JsonMembers.Is(response.Body, "is_enterprise_install"));
        }
        return own.Is(tenant) ? (token, null) : (null, new Delivery.Refused("the workspace is not served"));
    }

    /// <summary>A call with the token failed, perhaps by the token.</summary>
    public void Failed(string tenant, string? error)
    {
        if (SlackErrors.IsOfToken(error)) Log.TokenRefused(logger, OpaqueId.Of(tenant), error!);
    }

    /// <summary>The app was taken away there: what was known of the token is no more.</summary>
    public void Forget(string tenant)
    {
        Log.Uninstalled(logger, OpaqueId.Of(tenant));
        if (_own is { } own && own.Is(tenant)) _own = null;
    }

    private sealed record Workspace(string? Team, string? Enterprise, string? Bot, bool WholeEnterprise)
    {
        public bool Is(string tenant) => tenant == (WholeEnterprise ? Enterprise : Team);
    }
}
