using System.Net;
using MeetingBot.Slack.Installs;
using MeetingBot.Slack.Tests.Support;

namespace MeetingBot.Slack.Tests.Installs;

/// <summary>A workspace installs the app by a browser, over HTTP, against a Slack that checks what the real one checks.</summary>
public sealed class InstallTests : IAsyncLifetime
{
    private readonly InstallHouse _house = new();
    private FakeSlack _slack = null!;
    private SlackBot _bot = null!;
    private InstallBrowser _browser = null!;

    public async Task InitializeAsync()
    {
        _slack = await FakeSlack.StartAsync(SlackBot.Workspace() with { Token = "none" });
        _bot = await SlackBot.StartAsync(_slack, house: _house);
        _browser = new InstallBrowser(_bot, _slack);
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _slack.DisposeAsync();
    }

    [Fact]
    public async Task The_browser_is_sent_to_slack_for_the_manifests_scopes_and_bound_by_a_cookie()
    {
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery((await _browser.BeginAsync()).Query);

        Assert.Equal(string.Join(',', InstallScopes.All), query["scope"].ToString());
        var cookie = _browser.Headers.ToLowerInvariant();
        foreach (var rule in new[] { "httponly", "secure", "samesite=lax", "path=/", "max-age=600" })
            Assert.Contains(rule, cookie, StringComparison.Ordinal);
        Assert.Contains("__host-", cookie, StringComparison.Ordinal);
        Assert.Contains("no-store", cookie, StringComparison.Ordinal);
        Assert.NotEqual(query["state"], Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery((await _browser.BeginAsync()).Query)["state"]);
    }

    [Fact]
    public async Task Installed_it_answers_and_the_page_says_so_in_words()
    {
        var (status, page) = await _browser.InstallAsync("T1");
        await _bot.CommandAsync("U1", "/agenda add Budget");
        await _bot.Settled();

        Assert.Equal(200, status);
        Assert.Contains("MeetingBot is installed", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;T1&lt;/b&gt; &amp; Co", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", _browser.Headers, StringComparison.Ordinal);
        Assert.Contains("no-referrer", _browser.Headers, StringComparison.Ordinal);
        Assert.Contains(_slack.Methods.Messages, message => message.All.Contains("Budget", StringComparison.Ordinal));
        Assert.Empty(_slack.Problems);
    }

    [Fact]
    public async Task Without_the_state_or_its_browser_nothing_is_exchanged()
    {
        var address = _slack.OAuth.Allow(await _browser.BeginAsync(), "T1");
        var code = address.Split('?')[1].Split('&')[0];
        var other = new InstallBrowser(_bot, _slack);
        await other.BeginAsync();
        var stranger = new InstallBrowser(_bot, _slack);
        string[] wrong =
        [
            $"/slack/oauth?{code}", $"/slack/oauth?{code}&state=", $"/slack/oauth?{code}&state=00ff",
            $"/slack/oauth?{code}&state={new string('a', 5_000)}", address + "0",
            address + "&" + address.Split('&')[1], address[..^1] + (address[^1] == '0' ? '1' : '0'), "/slack/oauth",
        ];

        foreach (var one in wrong) Assert.Equal(400, (await _browser.OpenAsync(one)).Status);
        Assert.Equal(400, (await other.OpenAsync(address)).Status);
        Assert.Equal(400, (await stranger.OpenAsync(address)).Status);
        Assert.Empty(_slack.Calls);
        // None of that has used it up.
        Assert.Equal(200, (await _browser.OpenAsync(address)).Status);
    }

    [Fact]
    public async Task A_state_is_good_for_once_whichever_instance_it_comes_back_to()
    {
        await using var second = await SlackBot.StartAsync(_slack, house: _house);
        var address = _slack.OAuth.Allow(await _browser.BeginAsync(), "T1");
        var there = new InstallBrowser(second, _slack) { Cookie = _browser.Cookie };

        Assert.Equal(200, (await there.OpenAsync(address)).Status);
        var (status, page) = await _browser.OpenAsync(address);

        Assert.Equal(400, status);
        Assert.Contains("Begin again", page, StringComparison.Ordinal);
        Assert.Single(_slack.Calls, call => call.Method == "oauth.v2.access");
    }

    [Fact]
    public async Task A_state_lasts_ten_minutes_and_its_row_no_longer()
    {
        Assert.Equal(200, (await _browser.InstallAsync("T1")).Status);
        var late = _slack.OAuth.Allow(await _browser.BeginAsync(), "T1");
        _house.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(400, (await _browser.OpenAsync(late)).Status);
        _house.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(200, (await _browser.InstallAsync("T1")).Status);

        Assert.Single(_house.Table.Under("slack-install-states"));
    }

    [Fact]
    public async Task Who_says_no_is_told_that_nothing_was_stored()
    {
        var no = FakeOAuth.Deny(await _browser.BeginAsync());
        var (status, page) = await _browser.OpenAsync(no);

        Assert.Equal(200, status);
        Assert.Contains("Nothing was installed", page, StringComparison.Ordinal);
        Assert.Equal(503, (await _browser.OpenAsync(no.Replace("access_denied", "server_error", StringComparison.Ordinal))).Status);
        Assert.Equal(500, (await _browser.OpenAsync(no.Replace("access_denied", "invalid_scope", StringComparison.Ordinal))).Status);
        Assert.Equal(400, (await new InstallBrowser(_bot, _slack).OpenAsync(no)).Status);
        Assert.Empty(_slack.Calls);
        Assert.Empty(_house.Table.All());
    }

    [Theory]
    [InlineData(200, "invalid_code", 400, "does not know this installation")]
    [InlineData(200, "bad_client_secret", 500, "do not fit together")]
    [InlineData(200, "internal_error", 503, "does not answer")]
    [InlineData(429, "ratelimited", 503, "does not answer")]
    [InlineData(500, null, 503, "does not answer")]
    [InlineData(0, null, 503, "does not answer")]
    public async Task What_slack_refuses_is_told_in_words_and_can_be_begun_again(
        int status, string? error, int expected, string words)
    {
        _slack.Failing = method => method == "oauth.v2.access" ? new FakeFailure(status, error) : null;
        var (answered, page) = await _browser.InstallAsync("T1");
        _slack.Failing = _ => null;

        Assert.Equal(expected, answered);
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Empty(_house.Table.Under("slack-installs"));
        Assert.Equal(200, (await _browser.InstallAsync("T1")).Status);
    }

    [Fact]
    public async Task A_slack_that_never_answers_is_given_up()
    {
        var house = new InstallHouse { CallLimit = TimeSpan.FromMilliseconds(100) };
        await using var bot = await SlackBot.StartAsync(_slack, house: house);
        _slack.Failing = _ => new FakeFailure(-1);
        var (status, page) = await new InstallBrowser(bot, _slack).InstallAsync("T1");

        Assert.Equal(503, status);
        Assert.Contains("does not answer", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slack-install-states")]
    [InlineData("slack-installs")]
    public async Task A_store_that_is_away_is_told_and_it_can_be_begun_again(string partition)
    {
        _house.Table.Faults = call => call.Partition == partition ? Kit.Fault.Before : Kit.Fault.None;
        var (status, page) = await _browser.InstallAsync("T1");
        _house.Table.Faults = _ => Kit.Fault.None;

        Assert.Equal(503, status);
        Assert.Contains("could not be saved", page, StringComparison.Ordinal);
        Assert.Equal(200, (await _browser.InstallAsync("T1")).Status);
    }

    [Fact]
    public async Task Too_many_at_once_are_asked_to_wait()
    {
        for (var i = 0; i < InstallDoor.MostAMinute; i++) await _browser.BeginAsync();
        var (status, page) = await _browser.OpenAsync("/slack/install");

        Assert.Equal((int)HttpStatusCode.TooManyRequests, status);
        Assert.Contains("Too many at once", page, StringComparison.Ordinal);
        Assert.Contains("Retry-After: 60", _browser.Headers, StringComparison.Ordinal);
        _house.Time.Advance(TimeSpan.FromMinutes(1));
        await _browser.BeginAsync();
    }

    [Fact]
    public async Task Who_asks_without_end_locks_out_nobody_else()
    {
        for (var i = 0; i < 2 * InstallDoor.MostByAll; i++) await _browser.OpenAsync("/slack/oauth");
        Assert.Equal(429, (await _browser.OpenAsync("/slack/install")).Status);

        using var another = _bot.From("127.0.0.2");
        Assert.Equal(200, (await new InstallBrowser(_bot, _slack, another).InstallAsync("T1")).Status);
    }

    [Fact]
    public async Task All_together_have_a_limit_that_is_much_higher()
    {
        for (var host = 1; host <= InstallDoor.MostByAll / InstallDoor.MostAMinute; host++)
        {
            using var caller = _bot.From($"127.0.1.{host}");
            var browser = new InstallBrowser(_bot, _slack, caller);
            for (var i = 0; i < InstallDoor.MostAMinute; i++)
                Assert.Equal(400, (await browser.OpenAsync("/slack/oauth")).Status);
        }
        using var late = _bot.From("127.0.2.1");
        var (status, page) = await new InstallBrowser(_bot, _slack, late).OpenAsync("/slack/install");

        Assert.Equal(429, status);
        Assert.Contains("Too many at once", page, StringComparison.Ordinal);
        _house.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(200, (await new InstallBrowser(_bot, _slack, late).InstallAsync("T1")).Status);
    }

    [Fact]
    public async Task With_one_workspaces_token_nothing_can_be_installed()
    {
        await using var bot = await SlackBot.StartAsync(_slack);

        Assert.Equal(404, (await new InstallBrowser(bot, _slack).OpenAsync("/slack/install")).Status);
    }

    [Fact]
    public async Task Nothing_secret_is_in_logs_rows_pages_or_exports()
    {
        _slack.OAuth.Rotates = true;
        var (_, page) = await _browser.InstallAsync("T1");
        await _bot.CommandAsync("U1", "/agenda add Budget");
        _house.Time.Advance(TimeSpan.FromHours(11.5));
        await _bot.CommandAsync("U1", "/agenda add More");
        await Kit.Eventually.Until(() => _bot.Logs.All.Contains("was renewed", StringComparison.Ordinal), "it is renewed");
        await _bot.Settled();
        var export = new System.Buffers.ArrayBufferWriter<byte>();
        await Conversations.GroupExport.WriteAsync(
            _house.Table, new Conversations.GroupId("slack", "T1", "C1"), NodaTime.SystemClock.Instance.GetCurrentInstant(),
            _ => true, export, () => ValueTask.CompletedTask, default);

        var rows = string.Join('\n', _house.Table.All().Select(
            row => $"{row.PartitionKey} {row.RowKey} {System.Text.Encoding.UTF8.GetString(row.Data.Span)}"));
        var exported = System.Text.Encoding.UTF8.GetString(export.WrittenSpan);
        Assert.Contains("Budget", exported, StringComparison.Ordinal);
        Assert.True(_slack.OAuth.Secrets.Count >= 6);
        Assert.All(_slack.OAuth.Secrets.Append(_browser.Cookie!.Split('=')[1]), secret =>
        {
            foreach (var place in new[] { rows, exported, page, _bot.Logs.All })
                Assert.DoesNotContain(secret, place, StringComparison.Ordinal);
        });
        Assert.DoesNotContain("tokens", exported, StringComparison.Ordinal);
    }
}
