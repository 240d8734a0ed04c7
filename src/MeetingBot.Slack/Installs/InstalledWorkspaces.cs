using MeetingBot.Conversations;
using MeetingBot.Slack.WebApi;
using MeetingBot.Tables;
using Microsoft.Extensions.Logging;

namespace MeetingBot.Slack.Installs;

/// <summary>
/// The workspaces that have installed the app. What is read of one is believed for a minute, and read anew as soon as
/// Slack takes its token no more: another instance may have renewed it, or the app was installed again.
/// </summary>
internal sealed class InstalledWorkspaces(
    InstallationRows rows, TokenRenewal renewal, TimeProvider time, ILogger logger) : Workspaces
{
    private const int Most = 10_000;

    private static readonly TimeSpan Believed = TimeSpan.FromMinutes(1);

    private static readonly Delivery Unread = new Delivery.Later(null, "the store does not answer");
    private static readonly Delivery Unreadable = new Delivery.Later(null, "the key of the token is not there");
    private static readonly Delivery Expired = new Delivery.Later(null, "the token has expired and is being renewed");
    private static readonly Delivery NotInstalled = new Delivery.Refused("the app is not installed in the workspace");

    private readonly RecentMap<string, (Installation Found, DateTimeOffset At)> _known = new(Most);

    public override string? BotOf(string tenant) => _known.TryGet(tenant, out var known) ? known.Found.Bot : null;

    public override string? NameOf(string tenant) => _known.TryGet(tenant, out var known) ? known.Found.Name : null;

    public override async ValueTask<(string? Token, Delivery? Problem)> TokenAsync(
        string tenant, CancellationToken cancel)
    {
        Installation? found;
        try
        {
            found = await FindAsync(tenant, cancel).ConfigureAwait(false);
        }
        catch (TableUnavailableException)
        {
            return (null, Unread);
        }
        if (found is null) return (null, NotInstalled);
        if (found.Token is null)
        {
            Log.TokenUnreadable(logger, OpaqueId.Of(tenant));
            return (null, Unreadable);
        }
        if (!renewal.IsDue(found)) return (found.Token, null);

        var renewing = renewal.RenewAsync(tenant);
        if (found.HoldsAt(time.GetUtcNow()))
        {
            _ = KeepAsync(tenant, renewing);
            return (found.Token, null);
        }
        var renewed = await renewing.WaitAsync(cancel).ConfigureAwait(false);
        if (renewed is null || !renewed.HoldsAt(time.GetUtcNow())) return (null, Expired);
        Keep(renewed);
        return (renewed.Token, null);
    }

    public override async ValueTask<bool> FailedAsync(
        string tenant, string token, string? error, CancellationToken cancel)
    {
        if (!SlackErrors.IsOfToken(error)) return false;
        _known.TryTake(tenant, out _);
        try
        {
            var now = await FindAsync(tenant, cancel).ConfigureAwait(false);
            if (now is { Token: { } another } && another != token) return true;
        }
        catch (TableUnavailableException)
        {
            return true;
        }
        Log.TokenRefused(logger, OpaqueId.Of(tenant), error!);
        return false;
    }

    public override async ValueTask ForgetAsync(string tenant, Withdrawal told, CancellationToken cancel)
    {
        bool deleted;
        do
        {
            var found = await rows.FindAsync(tenant, cancel).ConfigureAwait(false);
            // Slack may tell it late, and again: what was installed since is another installation.
            if (found is null || (told.At is { } at && at < found.Installed)) return;
            if (told.Bots is { } bots && !bots.Contains(found.Bot)) return;
            deleted = await rows.DeleteAsync(found, cancel).ConfigureAwait(false);
        }
        while (!deleted);
        _known.TryTake(tenant, out _);
        Log.Uninstalled(logger, OpaqueId.Of(tenant));
    }

    public override async ValueTask RenameAsync(string tenant, Renaming told, CancellationToken cancel)
    {
        var at = told.At ?? time.GetUtcNow();
        if (await rows.RenameAsync(tenant, told.Name, at, cancel).ConfigureAwait(false)
            && await rows.FindAsync(tenant, cancel).ConfigureAwait(false) is { } renamed)
            Keep(renamed);
    }

    /// <summary>It was read, or installed, just now: what was known before is no more.</summary>
    public void Keep(Installation made) => _known.Set(made.Tenant, (made, time.GetUtcNow()));

    private async ValueTask<Installation?> FindAsync(string tenant, CancellationToken cancel)
    {
        var isKnown = _known.TryGet(tenant, out var known);
        if (isKnown && (time.GetUtcNow() - known.At).Duration() < Believed) return known.Found;
        try
        {
            var found = await rows.FindAsync(tenant, cancel).ConfigureAwait(false);
            if (found is null) _known.TryTake(tenant, out _);
            else Keep(found);
            return found;
        }
        catch (TableUnavailableException) when (isKnown && known.Found.HoldsAt(time.GetUtcNow()))
        {
            return known.Found;
        }
    }

    private async Task KeepAsync(string tenant, Task<Installation?> renewing)
    {
        if (await renewing.ConfigureAwait(false) is { } renewed) Keep(renewed);
        else _known.TryTake(tenant, out _);
    }
}
