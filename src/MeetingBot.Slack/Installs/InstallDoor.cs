using System.Security.Cryptography;
using MeetingBot.Conversations;
using MeetingBot.Slack.WebApi;
using MeetingBot.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace MeetingBot.Slack.Installs;

/// <summary>
/// Where a workspace installs the app: the browser is sent to Slack, and what it brings back is exchanged for a token.
/// Source: Slack, "Installing with OAuth".
/// </summary>
internal sealed class InstallDoor(
    SlackOptions options, InstallState states, InstallationRows rows, OAuthApi oauth, InstalledWorkspaces workspaces,
    TimeProvider time, ILogger logger)
{
    /// <summary>The host's own, so that no other host can set it: it says which browser began.</summary>
    public const string Cookie = "__Host-meetingbot-install";

    /// <summary>So many requests a minute of one caller; behind a proxy all may be one.</summary>
    public const int MostAMinute = 120;

    /// <summary>So many of all callers: each may call Slack and the store.</summary>
    public const int MostByAll = 20 * MostAMinute;

    private const int MaxCode = 500;

    // What the codes, and what the service's settings are to blame for. Source: the page of oauth.v2.access.
    private static readonly string[] OfCode = ["invalid_code", "code_already_used", "code_expired", "invalid_grant"];

    private readonly Uri _authorize = new(options.ApiUrl, "/oauth/v2/authorize");
    private readonly Uri _redirect = options.RedirectUrl!;
    private readonly RequestGate _byCaller = new(MostAMinute);
    private readonly RequestGate _byAll = new(MostByAll);

    private static CookieOptions CookieRules => new()
    {
        HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = InstallState.Lasts,
    };

    /// <summary><c>GET /slack/install</c>.</summary>
    public Task InstallAsync(HttpContext context)
    {
        if (!Admits(context)) return InstallPage.TooMany.WriteAsync(context);
        try
        {
            var (state, browser) = states.Begin(time.GetUtcNow());
            context.Response.Cookies.Append(Cookie, browser, CookieRules);
            InstallPage.Guard(context.Response);
            var query = QueryString.Create(
            [
                KeyValuePair.Create("client_id", options.ClientId),
                KeyValuePair.Create("scope", (string?)string.Join(',', InstallScopes.All)),
                KeyValuePair.Create("state", (string?)state),
                KeyValuePair.Create("redirect_uri", (string?)_redirect.AbsoluteUri),
            ]);
            context.Response.Redirect(_authorize.AbsoluteUri + query);
            return Task.CompletedTask;
        }
        catch (CryptographicException e)
        {
            return NotSavedAsync(context, e);
        }
    }

    /// <summary><c>GET /slack/oauth</c>, to which Slack sends the browser back.</summary>
    public async Task ReturnAsync(HttpContext context)
    {
        if (!Admits(context))
        {
            await InstallPage.TooMany.WriteAsync(context).ConfigureAwait(false);
            return;
        }
        try
        {
            // Slack's code is used up whether or not the browser waits for the answer.
            var page = await FinishAsync(context).ConfigureAwait(false);
            await page.WriteAsync(context).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TableUnavailableException or CryptographicException)
        {
            await NotSavedAsync(context, e).ConfigureAwait(false);
        }
    }

    private async ValueTask<InstallPage> FinishAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var now = time.GetUtcNow();
        if (states.Read(One(query["state"]), context.Request.Cookies[Cookie], now) is not { } begun)
            return InstallPage.NotBegun;
        if (query.TryGetValue("error", out var error)) return NotAllowed(One(error));
        if (One(query["code"]) is not { Length: > 0 and <= MaxCode } code) return InstallPage.CodeUsed;
        if (!await rows.UseAsync(begun, now, CancellationToken.None).ConfigureAwait(false))
            return InstallPage.NotBegun;

        var answer = await oauth.ExchangeAsync(code, _redirect, CancellationToken.None).ConfigureAwait(false);
        if (!answer.Ok) return Refused(answer);
        if (OAuthAnswer.Installed(answer, time.GetUtcNow()) is not { } made)
        {
            Log.InstallIncomplete(logger);
            return InstallPage.WrongApp;
        }
        await rows.PutAsync(made, CancellationToken.None).ConfigureAwait(false);
        workspaces.Keep(made);
        context.Response.Cookies.Delete(Cookie, CookieRules);
        Log.Installed(logger, OpaqueId.Of(made.Tenant));
        return InstallPage.Done(made.Name);
    }

    // Source: RFC 6749, section 4.1.2.1.
    private static InstallPage NotAllowed(string? error) => error switch
    {
        "access_denied" => InstallPage.Denied,
        "server_error" or "temporarily_unavailable" => InstallPage.SlackIsAway,
        _ => InstallPage.WrongApp,
    };

    private static InstallPage Refused(SlackResponse answer) =>
        OfCode.Contains(answer.Error) ? InstallPage.CodeUsed
        : SlackErrors.IsPassing(answer) ? InstallPage.SlackIsAway
        : InstallPage.WrongApp;

    private Task NotSavedAsync(HttpContext context, Exception e)
    {
        Log.InstallNotSaved(logger, ErrorWithoutWords.Of(e));
        return InstallPage.NotSaved.WriteAsync(context);
    }

    // What is refused to one caller does not count for all.
    private bool Admits(HttpContext context)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        return _byCaller.Admits(CallerName.Of(context.Connection.RemoteIpAddress), now) && _byAll.Admits("", now);
    }

    private static string? One(Microsoft.Extensions.Primitives.StringValues values) =>
        values.Count == 1 ? values[0] : null;
}
