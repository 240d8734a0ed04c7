using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeetingBot.Slack.Tests.Support;

/// <summary>
/// The authorize page and <c>oauth.v2.access</c> as Slack has them: the app's id and secret by HTTP Basic, codes that are
/// good for once and for the address that they were sent to, and refresh tokens that are good for once.
/// </summary>
internal sealed class FakeOAuth(FakeWorkspace[] workspaces)
{
    public const string ClientId = "1111.2222";
    public const string ClientSecret = "c0ffee5ec3e7";
    public const string Redirect = "https://bot.example/slack/oauth";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (string Team, string Redirect, string Scope)> _codes = [];
    private readonly Dictionary<string, string> _refresh = [];
    private readonly Dictionary<string, (string Team, string? Dead, DateTimeOffset Ends)> _tokens = [];
    private int _counter;

    /// <summary>Whether tokens expire, after twelve hours.</summary>
    public bool Rotates { get; set; }

    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>The organisation whose admin installs the app in all of it; null for single workspaces.</summary>
    public string? Enterprise { get; set; }

    /// <summary>Awaited before a refresh token is taken.</summary>
    public Func<Task>? BeforeRefresh { get; set; }

    /// <summary>Everything secret that was ever given away.</summary>
    public List<string> Secrets { get; } = [ClientSecret];

    /// <summary>How often a refresh token was exchanged.</summary>
    public int Refreshed { get; private set; }

    /// <summary>Somebody says yes on the page: the address that their browser is sent to.</summary>
    public string Allow(Uri authorize, string team)
    {
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(authorize.Query);
        Assert.Equal("/oauth/v2/authorize", authorize.AbsolutePath);
        Assert.Equal((ClientId, Redirect), (query["client_id"].ToString(), query["redirect_uri"].ToString()));
        lock (_gate)
        {
            var code = Secret("code-");
            _codes[code] = (team, query["redirect_uri"].ToString(), query["scope"].ToString());
            return $"/slack/oauth?code={code}&state={Uri.EscapeDataString(query["state"].ToString())}";
        }
    }

    /// <summary>Somebody says no.</summary>
    public static string Deny(Uri authorize) =>
        $"/slack/oauth?error=access_denied&state={Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(authorize.Query)["state"]}";

    /// <summary>The app is taken away in a workspace: its tokens work no more.</summary>
    public void Uninstall(string team, string error = "token_revoked")
    {
        lock (_gate)
        {
            foreach (var (token, of) in _tokens.ToList())
                if (of.Team == team) _tokens[token] = of with { Dead = error };
        }
        UseUp(team);
    }

    /// <summary>The refresh tokens of a workspace were used, and nobody has what they were exchanged for.</summary>
    public void UseUp(string team)
    {
        lock (_gate)
            foreach (var (refresh, of) in _refresh.ToList())
                if (of == team) _refresh.Remove(refresh);
    }

    /// <summary>The workspace that the token is of, or why it is taken no more.</summary>
    public (FakeWorkspace? Workspace, string Error) Find(string token)
    {
        lock (_gate)
        {
            if (!_tokens.TryGetValue(token, out var of)) return (null, "invalid_auth");
            if (of.Dead is { } error) return (null, error);
            return Time.GetUtcNow() < of.Ends ? (Of(of.Team), "") : (null, "token_expired");
        }
    }

    public async Task<JsonObject> AnswerAsync(string authorization, JsonElement? fields)
    {
        string? Field(string name) => fields is { } all && all.TryGetProperty(name, out var value) ? value.GetString() : null;
        var basic = Convert.ToBase64String(Encoding.ASCII.GetBytes($"{ClientId}:{ClientSecret}"));
        if (authorization != $"Basic {basic}") return FakeSlack.Error("bad_client_secret");
        if (Field("grant_type") == "refresh_token")
        {
            if (BeforeRefresh is { } before) await before();
            lock (_gate) return Refresh(Field("refresh_token") ?? "");
        }
        lock (_gate)
        {
            if (Field("code") is not { } code || !_codes.Remove(code, out var given)) return FakeSlack.Error("invalid_code");
            return given.Redirect != Field("redirect_uri")
                ? FakeSlack.Error("bad_redirect_uri")
                : Granted(given.Team, given.Scope);
        }
    }

    private JsonObject Refresh(string refresh)
    {
        if (!_refresh.Remove(refresh, out var team)) return FakeSlack.Error("invalid_refresh_token");
        Refreshed++;
        return Granted(team, "");
    }

    private JsonObject Granted(string team, string scope)
    {
        var workspace = Of(team);
        var token = Secret(Rotates ? "xoxe.xoxb-" : "xoxb-");
        _tokens[token] = (team, null, Rotates ? Time.GetUtcNow().AddHours(12) : DateTimeOffset.MaxValue);
        var answer = new JsonObject
        {
            ["ok"] = true, ["access_token"] = token, ["token_type"] = "bot", ["scope"] = scope,
            ["bot_user_id"] = workspace.Bot, ["app_id"] = "A1",
            ["team"] = Enterprise is null ? new JsonObject { ["id"] = team, ["name"] = $"<b>{team}</b> & Co" } : null,
            ["enterprise"] = Enterprise is { } whole ? new JsonObject { ["id"] = whole, ["name"] = "All of it" } : null,
            ["is_enterprise_install"] = Enterprise is not null, ["authed_user"] = new JsonObject { ["id"] = "U1" },
        };
        if (!Rotates) return answer;
        var next = Secret("xoxe-1-");
        _refresh[next] = team;
        (answer["refresh_token"], answer["expires_in"]) = (next, 43_200);
        return answer;
    }

    private FakeWorkspace Of(string team) => workspaces.Single(workspace => workspace.Team == team);

    private string Secret(string prefix)
    {
        var secret = $"{prefix}{++_counter:D4}secret{_counter:D4}";
        Secrets.Add(secret);
        return secret;
    }
}
