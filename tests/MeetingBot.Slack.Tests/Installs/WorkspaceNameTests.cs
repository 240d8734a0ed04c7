using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Slack.Tests.Support;
using Microsoft.AspNetCore.DataProtection;

namespace MeetingBot.Slack.Tests.Installs;

/// <summary>What a workspace is called: as it was installed, as Slack tells since, and to whom it is said.</summary>
public sealed class WorkspaceNameTests : IAsyncLifetime
{
    private const string Installed = "<b>T1</b> & Co";

    private readonly InstallHouse _house = new();
    private readonly ConcurrentQueue<Incoming> _turns = new();
    private FakeSlack _slack = null!;
    private SlackBot _bot = null!;

    public async Task InitializeAsync()
    {
        _slack = await FakeSlack.StartAsync(
            SlackBot.Workspace(),
            new FakeWorkspace("T2", "neither", "UBOT2").With("U9", "Mallory").WithChannel("C1", "U9", "UBOT2"));
        _slack.OAuth.Time = _house.Time;
        _bot = await SlackBot.StartAsync(_slack, Record, house: _house);
        foreach (var team in new[] { "T1", "T2" })
            Assert.Equal(200, (await new InstallBrowser(_bot, _slack).InstallAsync(team)).Status);
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _slack.DisposeAsync();
    }

    [Fact]
    public async Task It_is_kept_as_it_was_installed_and_then_as_slack_tells()
    {
        Assert.Equal(Installed, await SaidAsync());
        await _bot.TakenAsync("/slack/events", Renamed("Tokens Ltd", 1));
        Assert.Equal("Tokens Ltd", await SaidAsync());
        // Another instance reads it, and so does one that is started later.
        await using var later = await SlackBot.StartAsync(_slack, Record, house: _house);
        await later.CommandAsync("U1", "/agenda");

        Assert.Equal("Tokens Ltd", _turns.Last().TenantName);
    }

    [Fact]
    public async Task Of_the_one_workspace_whose_token_was_set_it_is_asked_and_followed_too()
    {
        await using var slack = await FakeSlack.StartAsync(SlackBot.Workspace());
        await using var bot = await SlackBot.StartAsync(slack, Record);
        Assert.Equal("Works of T1", await SaidAsync(bot));
        await bot.TakenAsync("/slack/events", Renamed("Before it was asked", -60));
        Assert.Equal("Works of T1", await SaidAsync(bot));
        await bot.TakenAsync("/slack/events", Renamed("Second", 20));
        await bot.TakenAsync("/slack/events", Renamed("First", 10));
        await bot.TakenAsync("/slack/events", Renamed("Another's", 30, "T2"));

        Assert.Equal("Second", await SaidAsync(bot));
    }

    [Fact]
    public async Task Told_late_or_again_an_older_name_takes_no_newers_place()
    {
        await _bot.TakenAsync("/slack/events", Renamed("Before the installation", -60));
        Assert.Equal(Installed, await SaidAsync());
        var (first, second) = (Renamed("First", 10), Renamed("Second", 20));
        foreach (var told in new[] { first, second, first }) await _bot.TakenAsync("/slack/events", told);
        Assert.Equal("Second", await SaidAsync());

        // Installed again it is as Slack calls it then.
        _house.Time.Advance(TimeSpan.FromMinutes(1));
        await new InstallBrowser(_bot, _slack).InstallAsync("T1");
        await _bot.TakenAsync("/slack/events", second);
        Assert.Equal(Installed, await SaidAsync());
    }

    [Theory]
    [InlineData("T2", "T1")]
    [InlineData("T1", "T2")]
    [InlineData("T9", "T9")]
    public async Task Anothers_name_is_not_this_ones(string team, string named)
    {
        await _bot.TakenAsync("/slack/events", Renamed("Taken over", 1, team, named));

        Assert.Equal(Installed, await SaidAsync());
        Assert.Equal(2, _house.Table.Under("slack-installs").Count);
    }

    [Fact]
    public async Task An_organisation_is_not_called_as_one_of_its_workspaces()
    {
        _slack.OAuth.Enterprise = "E1";
        await new InstallBrowser(_bot, _slack).InstallAsync("T1");
        var told = JsonNode.Parse(Renamed("One of many", 1))!;
        told["authorizations"] = new JsonArray(new JsonObject
        {
            ["enterprise_id"] = "E1", ["team_id"] = "T1", ["is_enterprise_install"] = true, ["is_bot"] = true,
            ["user_id"] = "UBOT",
        });
        await _bot.TakenAsync("/slack/events", told.ToJsonString());

        Assert.Contains("All of it", Row("E1"), StringComparison.Ordinal);
        Assert.DoesNotContain("One of many", Row("E1") + Row("T1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_could_not_be_kept_is_told_again()
    {
        _house.Table.Faults = call => call is { Kind: "commit", Partition: "slack-installs" } ? Fault.Before : Fault.None;
        var body = Renamed("Tokens Ltd", 1);
        using (var refused = await _bot.PostAsync("/slack/events", body)) Assert.Equal(503, (int)refused.StatusCode);
        _house.Table.Faults = _ => Fault.None;
        await _bot.TakenAsync("/slack/events", body);

        Assert.Equal("Tokens Ltd", await SaidAsync());
    }

    [Fact]
    public async Task Whose_answer_was_lost_is_kept_all_the_same()
    {
        var faults = new Queue<Fault>([Fault.After]);
        _house.Table.Faults = call => call is { Kind: "commit", Partition: "slack-installs" }
            && faults.TryDequeue(out var fault) ? fault : Fault.None;
        var body = Renamed("Tokens Ltd", 1);
        using (var refused = await _bot.PostAsync("/slack/events", body)) Assert.Equal(503, (int)refused.StatusCode);
        await _bot.TakenAsync("/slack/events", body);

        Assert.Equal("Tokens Ltd", await SaidAsync());
    }

    [Fact]
    public async Task Renamed_while_the_token_is_renewed_neither_is_lost()
    {
        _slack.OAuth.Rotates = true;
        await new InstallBrowser(_bot, _slack).InstallAsync("T1");
        _house.Time.Advance(TimeSpan.FromHours(13));
        // Between the claim of who renews and what it writes.
        _slack.OAuth.BeforeRefresh = () => _bot.TakenAsync("/slack/events", Renamed("Tokens Ltd", 1));
        await SaidAsync();
        _slack.OAuth.BeforeRefresh = null;
        _house.Time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal("Tokens Ltd", await SaidAsync());
        Assert.Equal(1, _slack.OAuth.Refreshed);
        Assert.DoesNotContain("invalid_refresh_token", _bot.Logs.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_cannot_read_the_tokens_does_not_lose_them_by_a_new_name()
    {
        var keys = _house.Keys;
        _house.Keys = new EphemeralDataProtectionProvider();
        await using (var without = await SlackBot.StartAsync(_slack, Record, house: _house))
            await without.TakenAsync("/slack/events", Renamed("Tokens Ltd", 1));
        _house.Keys = keys;
        await using var with = await SlackBot.StartAsync(_slack, house: _house);
        await with.CommandAsync("U1", "/agenda add Budget");
        await with.Settled();

        Assert.Contains(_slack.Methods.Messages, message => message.All.Contains("Budget", StringComparison.Ordinal));
        Assert.Contains("Tokens Ltd", Row("T1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!channel> & \"friends\"", "<!channel> & \"friends\"")]
    [InlineData(" To\u202Ek\u2066en\u0000s\nLtd ", "Token s Ltd")]
    [InlineData("", Installed)]
    [InlineData("\u202E \n", Installed)]
    [InlineData(null, Installed)]
    public async Task Whatever_it_is_called_it_is_one_short_line(string? name, string expected)
    {
        await _bot.TakenAsync("/slack/events", Renamed(name, 1));

        Assert.Equal(expected, await SaidAsync());
    }

    [Fact]
    public async Task However_long_it_is_its_beginning_is_kept()
    {
        await _bot.TakenAsync("/slack/events", Renamed(string.Concat(Enumerable.Repeat("\U0001F600", 5_000)), 1));

        var name = await SaidAsync();
        Assert.Equal(Person.MaxName, name!.Length);
        Assert.True(char.IsLowSurrogate(name[^1]));
    }

    [Fact]
    public async Task Who_is_asked_to_join_a_group_reads_whose_people_ask_and_no_name_speaks_for_itself()
    {
        await using var bot = await SlackBot.StartAsync(_slack, house: _house);
        await bot.TakenAsync("/slack/events", Renamed("Evil\" on Teams, trusted: <!channel> & \u202E/undo", 1, "T2", "T2"));
        await bot.CommandAsync("U1", "/meetingbot link");
        await bot.Settled();
        var code = Words("T1").Split("link ")[^1].Split('\n')[0].Trim();
        await bot.CommandAsync("U9", $"/meetingbot link {code}", team: "T2");
        await Eventually.Until(() => Words("T1").Contains("asks to join", StringComparison.Ordinal), "it is asked");

        Assert.Contains(
            "asks to join a conversation in \"Evil' on Teams, trusted: <!channel> & /undo\" on Slack with this group",
            Words("T1"), StringComparison.Ordinal);
        await bot.CommandAsync("U1", "/meetingbot link yes");
        await Eventually.Until(() => Words("T2").Contains("one group with", StringComparison.Ordinal), "it is joined");
        Assert.Contains($"one group with a conversation in \"{Installed}\" on Slack now", Words("T2"), StringComparison.Ordinal);
        Assert.DoesNotContain(_slack.Methods.Messages, m => m.Text.Contains("<!channel>", StringComparison.Ordinal));
        Assert.Empty(_slack.Problems);
    }

    private string Words(string team) => string.Join('\n', _slack.Methods.Messages.Where(m => m.Team == team).Select(
        m => m.All.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal)));

    private string Row(string tenant) => System.Text.Encoding.UTF8.GetString(
        _house.Table.Under("slack-installs").Single(row => row.RowKey == tenant).Data.Span);

    private async Task<string?> SaidAsync(SlackBot? bot = null)
    {
        await (bot ?? _bot).CommandAsync("U1", "/agenda");
        return _turns.Last().TenantName;
    }

    private string Renamed(string? name, int seconds, string team = "T1", string? named = null)
    {
        var told = new JsonObject { ["type"] = "team_rename", ["name"] = name, ["team_id"] = named ?? team };
        var envelope = SlackRequests.Envelope(told, team, _bot.Next("Ev"));
        envelope["event_time"] = _house.Time.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds();
        return envelope.ToJsonString();
    }

    private ValueTask<TurnOutcome> Record(Incoming incoming, CancellationToken cancel)
    {
        _turns.Enqueue(incoming);
        return new ValueTask<TurnOutcome>(new TurnOutcome(null));
    }
}
