using MeetingBot.Conversations;
using MeetingBot.Slack.Payloads;
using Microsoft.Extensions.Logging;

namespace MeetingBot.Slack.WebApi;

/// <summary>The one workspace of which the token was set. Whose it is, is asked once a process.</summary>
internal sealed class OwnWorkspace(string token, SlackApi api, TimeProvider time, ILogger logger) : Workspaces
{
    private readonly Lock _gate = new();
    private volatile Workspace? _own;

    public override string? BotOf(string tenant) => _own is { } own && own.Is(tenant) ? own.Bot : null;

    public override string? NameOf(string tenant) => _own is { } own && own.Is(tenant) ? own.Name : null;

    public override async ValueTask<(string? Token, Delivery? Problem)> TokenAsync(
        string tenant, CancellationToken cancel)
    {
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
                JsonMembers.Is(response.Body, "is_enterprise_install"), WorkspaceName.Of(response.Text("team")),
                time.GetUtcNow());
        }
        return own.Is(tenant) ? (token, null) : (null, new Delivery.Refused("the workspace is not served"));
    }

    public override ValueTask<bool> FailedAsync(string tenant, string token, string? error, CancellationToken cancel)
    {
        Failed(tenant, error);
        return new ValueTask<bool>(false);
    }

    public override ValueTask ForgetAsync(string tenant, Withdrawal told, CancellationToken cancel)
    {
        Log.Uninstalled(logger, OpaqueId.Of(tenant));
        if (_own is { } own && own.Is(tenant)) _own = null;
        return ValueTask.CompletedTask;
    }

    public override ValueTask RenameAsync(string tenant, Renaming told, CancellationToken cancel)
    {
        var at = told.At ?? time.GetUtcNow();
        lock (_gate)
        {
            if (_own is { } own && own.Is(tenant) && at >= own.Named)
                _own = own with { Name = told.Name, Named = at };
        }
        return ValueTask.CompletedTask;
    }

    private void Failed(string tenant, string? error)
    {
        if (SlackErrors.IsOfToken(error)) Log.TokenRefused(logger, OpaqueId.Of(tenant), error!);
    }

    private sealed record Workspace(
        string? Team, string? Enterprise, string? Bot, bool WholeEnterprise, string Name, DateTimeOffset Named)
    {
        public bool Is(string tenant) => tenant == (WholeEnterprise ? Enterprise : Team);
    }
}
