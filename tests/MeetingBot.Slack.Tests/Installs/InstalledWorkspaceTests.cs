using System.Text.Json.Nodes;
using MeetingBot.Kit;
using MeetingBot.Slack.Installs;
using MeetingBot.Slack.Tests.Support;
using Microsoft.AspNetCore.DataProtection;

namespace MeetingBot.Slack.Tests.Installs;

/// <summary>Several workspaces in one service: each with its own token, which is renewed, taken away and given anew.</summary>
public sealed class InstalledWorkspaceTests : IAsyncLifetime
{
    private readonly InstallHouse _house = new();
    private FakeSlack _slack = null!;
    private SlackBot _bot = null!;

    private IReadOnlyList<FakeMessage> Messages => _slack.Methods.Messages;

    public async Task InitializeAsync()
    {
        _slack = await FakeSlack.StartAsync(
            SlackBot.Workspace() with { Token = "none" },
            new FakeWorkspace("T2", "neither", "UBOT2").With("U9", "Mallory").WithChannel("C1", "U9", "UBOT2")
                .WithChannel("C2", "U9", "UBOT2"));
        _slack.OAuth.Time = _house.Time;
        _bot = await SlackBot.StartAsync(_slack, house: _house);
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _slack.DisposeAsync();
    }

    [Fact]
    public async Task Two_workspaces_talk_at_once_and_neither_sees_the_other()
    {
        await InstallAsync("T1", "T2");
        await Task.WhenAll(Enumerable.Range(0, 10).SelectMany(i => new[]
        {
            _bot.CommandAsync("U1", $"/agenda add Ours {i}"),
            _bot.CommandAsync("U9", $"/agenda add Theirs {i}", team: "T2"),
        }));
        await _bot.Settled();

        Assert.Equal(10, Said("T1", "Ours"));
        Assert.Equal(10, Said("T2", "Theirs"));
        Assert.Equal((0, 0), (Said("T1", "Theirs"), Said("T2", "Ours")));
        Assert.Empty(_slack.Problems);
    }

    [Fact]
    public async Task Ids_of_anothers_channel_in_values_and_views_stay_in_the_senders_workspace()
    {
        await InstallAsync("T1", "T2");
        await _bot.InteractAsync(new JsonObject
        {
            ["type"] = "view_submission",
            ["team"] = new JsonObject { ["id"] = "T1" },
            ["user"] = new JsonObject { ["id"] = "U1" },
            ["trigger_id"] = "7.7.7",
            ["view"] = new JsonObject
            {
                ["private_metadata"] = """{"origin":"C2","action":"send|0|agenda add","value":{"lines":"Intruded"}}""",
                ["state"] = new JsonObject { ["values"] = new JsonObject() },
            },
        });
        await _bot.CommandAsync("U9", "/agenda", "C2", team: "T2");
        await _bot.Settled();

        Assert.DoesNotContain(Messages, message => message.Team == "T2" && message.All.Contains("Intruded", StringComparison.Ordinal));
        Assert.All(_slack.Problems, problem => Assert.Contains("channel_not_found", problem, StringComparison.Ordinal));
        Assert.NotEmpty(_slack.Problems);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task In_a_shared_channel_the_group_is_of_the_workspace_that_has_the_app(bool authorized)
    {
        await InstallAsync("T1");
        var envelope = SlackRequests.Envelope(
            SlackRequests.Event("app_mention", "U2", "<@UBOT> agenda add Joint", "C1", "1699999999.000001"), "T9", "Ev1");
        envelope["context_team_id"] = "T1";
        envelope["authorizations"] = authorized
            ? new JsonArray(new JsonObject { ["team_id"] = "T1", ["user_id"] = "UBOT", ["is_bot"] = true })
            : [];
        await _bot.CommandAsync("U1", "/agenda add Budget");
        await _bot.TakenAsync("/slack/events", envelope.ToJsonString());
        await _bot.Settled();

        Assert.Single(_house.Table.All().Select(row => row.PartitionKey).Distinct(), key => key.StartsWith("g|", StringComparison.Ordinal));
        Assert.Equal(1, Said("T1", "Joint"));
    }

    [Fact]
    public async Task An_organisation_is_found_by_its_own_id()
    {
        _slack.OAuth.Enterprise = "E1";
        await InstallAsync("T1");
        var form = SlackRequests.Form(
            ("team_id", "T1"), ("enterprise_id", "E1"), ("is_enterprise_install", "true"), ("channel_id", "C1"),
            ("channel_name", "general"), ("user_id", "U1"), ("command", "/agenda"), ("text", "add Budget"),
            ("trigger_id", "5.5.5"));
        await _bot.TakenAsync("/slack/commands", form);
        await _bot.Settled();

        Assert.Equal(1, Said("T1", "Budget"));
        Assert.Equal("E1", Assert.Single(_house.Table.Under("slack-installs")).RowKey);
    }

    [Theory]
    [InlineData("app_uninstalled")]
    [InlineData("tokens_revoked")]
    public async Task Taken_away_it_is_silent_there_alone_until_it_is_installed_again(string told)
    {
        await InstallAsync("T1", "T2");
        _slack.OAuth.Uninstall("T1");
        await ToldAsync(told, "UBOT");
        await _bot.CommandAsync("U1", "/agenda add Unheard");
        await _bot.CommandAsync("U9", "/agenda add Theirs", team: "T2");
        await _bot.Settled();

        Assert.Equal("T2", Assert.Single(_house.Table.Under("slack-installs")).RowKey);
        Assert.Equal((0, 1), (Said("T1", "Unheard"), Said("T2", "Theirs")));
        Assert.Contains("no longer installed", _bot.Logs.All, StringComparison.Ordinal);
        Assert.Contains("is not installed in the workspace", _bot.Logs.All, StringComparison.Ordinal);

        await InstallAsync("T1");
        await _bot.CommandAsync("U1", "/agenda add Heard");
        await _bot.Settled();
        Assert.Equal(1, Said("T1", "Heard"));
    }

    [Fact]
    public async Task Tokens_of_another_bot_and_news_from_before_the_installation_take_nothing_away()
    {
        await InstallAsync("T1");
        await ToldAsync("tokens_revoked", "UANOTHER");
        await ToldAsync("app_uninstalled", "UBOT", DateTimeOffset.UtcNow.AddHours(-1));

        Assert.Single(_house.Table.Under("slack-installs"));
    }

    [Fact]
    public async Task What_could_not_be_deleted_is_told_again()
    {
        await InstallAsync("T1");
        _house.Table.Faults = call => call is { Kind: "commit", Partition: "slack-installs" } ? Fault.Before : Fault.None;
        var body = Told("app_uninstalled", "UBOT", DateTimeOffset.UtcNow.AddMinutes(1)).ToJsonString();
        using (var refused = await _bot.PostAsync("/slack/events", body)) Assert.Equal(503, (int)refused.StatusCode);
        _house.Table.Faults = _ => Fault.None;
        await _bot.TakenAsync("/slack/events", body);

        Assert.Empty(_house.Table.Under("slack-installs"));
    }

    [Fact]
    public async Task Installed_again_at_one_instance_no_message_of_the_other_is_lost()
    {
        await InstallAsync("T1");
        await _bot.CommandAsync("U1", "/agenda add First");
        await _bot.Settled();
        await using var second = await SlackBot.StartAsync(_slack, house: _house);
        _slack.OAuth.Uninstall("T1");
        Assert.Equal(200, (await new InstallBrowser(second, _slack).InstallAsync("T1")).Status);
        // The first still believes in the token that it has read.
        await _bot.CommandAsync("U1", "/agenda add Second");
        await _bot.Settled();

        Assert.Equal(1, Said("T1", "Second"));
    }

    [Fact]
    public async Task Renewed_before_it_expires_by_one_of_two_instances_at_once()
    {
        _slack.OAuth.Rotates = true;
        await InstallAsync("T1");
        await using var second = await SlackBot.StartAsync(_slack, house: _house);
        _house.Time.Advance(TimeSpan.FromHours(11.1));
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _slack.OAuth.BeforeRefresh = () => held.Task;
        await Task.WhenAll(
            _bot.CommandAsync("U1", "/agenda add One"), second.CommandAsync("U2", "/agenda add Two"));
        // The token that still holds does meanwhile.
        await _bot.Settled();
        await second.Settled();
        Assert.Equal((1, 1), (Said("T1", "One"), Said("T1", "Two")));
        held.SetResult();
        await Eventually.Until(
            () => (Logs(_bot) + Logs(second)).Contains("was renewed", StringComparison.Ordinal), "it is renewed");

        Assert.Equal(1, _slack.OAuth.Refreshed);
        // And with the new one, once the old has expired; the other instance reads what the first has written.
        _house.Time.Advance(TimeSpan.FromHours(2));
        await _bot.CommandAsync("U1", "/agenda add Three");
        await second.CommandAsync("U2", "/agenda add Four");
        await _bot.Settled();
        await second.Settled();
        Assert.Equal((1, 1, 1), (Said("T1", "Three"), Said("T1", "Four"), _slack.OAuth.Refreshed));
        Assert.DoesNotContain(_slack.Problems, problem => problem.Contains("refresh", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_a_long_sleep_it_is_renewed_first()
    {
        _slack.OAuth.Rotates = true;
        await InstallAsync("T1");
        _house.Time.Advance(TimeSpan.FromDays(3));
        await _bot.CommandAsync("U1", "/agenda add Awake");
        await _bot.Settled();

        Assert.Equal((1, 1), (Said("T1", "Awake"), _slack.OAuth.Refreshed));
    }

    [Fact]
    public async Task A_renewed_token_is_kept_though_the_store_was_away_or_its_answer_lost()
    {
        _slack.OAuth.Rotates = true;
        await InstallAsync("T1");
        _house.Time.Advance(TimeSpan.FromDays(1));
        var faults = new Queue<Fault>([Fault.None, Fault.Before, Fault.After]);
        _house.Table.Faults = call => call is { Kind: "commit", Partition: "slack-installs" }
            && faults.TryDequeue(out var fault) ? fault : Fault.None;
        await _bot.CommandAsync("U1", "/agenda add Kept");
        await Eventually.Until(() => Said("T1", "Kept") == 1, "it is said");

        Assert.Empty(faults);
        Assert.Equal((1, 1), (Said("T1", "Kept"), _slack.OAuth.Refreshed));
    }

    [Fact]
    public async Task An_instance_that_died_while_renewing_hinders_for_two_minutes_only()
    {
        _slack.OAuth.Rotates = true;
        await InstallAsync("T1");
        _house.Time.Advance(TimeSpan.FromHours(13));
        _slack.Failing = method => method == "oauth.v2.access" ? new FakeFailure(0) : null;
        await _bot.CommandAsync("U1", "/agenda add Patient");
        await Eventually.Until(() => Logs(_bot).Contains("did not renew", StringComparison.Ordinal), "Slack does not answer");
        _slack.Failing = _ => null;
        Assert.Equal(0, Said("T1", "Patient"));
        await using var second = await SlackBot.StartAsync(_slack, house: _house);
        _house.Time.Advance(TokenRenewal.ClaimLasts);
        await second.CommandAsync("U2", "/agenda add Later");
        await second.Settled();
        await _bot.Settled();

        Assert.Equal((1, 1, 1), (Said("T1", "Patient"), Said("T1", "Later"), _slack.OAuth.Refreshed));
    }

    [Fact]
    public async Task What_was_renewed_and_lost_makes_messages_wait_until_it_is_installed_again()
    {
        _slack.OAuth.Rotates = true;
        await InstallAsync("T1");
        _house.Time.Advance(TimeSpan.FromHours(13));
        _slack.OAuth.UseUp("T1");
        await _bot.CommandAsync("U1", "/agenda add Patient");
        await Eventually.Until(() => Logs(_bot).Contains("invalid_refresh_token", StringComparison.Ordinal), "it is told");
        Assert.True(_bot.Outbox!.Waiting > 0);
        await InstallAsync("T1");
        await _bot.Settled();

        Assert.Equal(1, Said("T1", "Patient"));
    }

    [Fact]
    public async Task Renewed_while_it_is_installed_again_the_installation_stays()
    {
        _slack.OAuth.Rotates = true;
        await InstallAsync("T1");
        _house.Time.Advance(TimeSpan.FromHours(11.5));
        var (asked, held) = (new TaskCompletionSource(), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _slack.OAuth.BeforeRefresh = () =>
        {
            asked.TrySetResult();
            return held.Task;
        };
        await _bot.CommandAsync("U1", "/agenda add One");
        await asked.Task;
        await InstallAsync("T1");
        var installed = Assert.Single(_house.Table.Under("slack-installs"));
        held.SetResult();
        await _bot.CommandAsync("U1", "/agenda add Two");
        await _bot.Settled();

        Assert.Equal(1, Said("T1", "Two"));
        Assert.Equal(installed.ETag, Assert.Single(_house.Table.Under("slack-installs")).ETag);
    }

    [Fact]
    public async Task Taken_away_in_a_whole_organisation_it_is_found_by_its_id()
    {
        _slack.OAuth.Enterprise = "E1";
        await InstallAsync("T1");
        var told = Told("app_uninstalled", "UBOT", DateTimeOffset.UtcNow.AddMinutes(1));
        told.Remove("team_id");
        told["enterprise_id"] = "E2";
        await _bot.TakenAsync("/slack/events", told.ToJsonString());
        Assert.Single(_house.Table.Under("slack-installs"));
        told["enterprise_id"] = "E1";
        await _bot.TakenAsync("/slack/events", told.ToJsonString());

        Assert.Empty(_house.Table.Under("slack-installs"));
    }

    [Fact]
    public async Task Without_the_keys_messages_wait_and_it_is_said_what_is_missing()
    {
        await InstallAsync("T1");
        var keys = _house.Keys;
        _house.Keys = new EphemeralDataProtectionProvider();
        await using var without = await SlackBot.StartAsync(_slack, house: _house);
        await without.CommandAsync("U1", "/agenda add Waiting");
        await Eventually.Until(() => Logs(without).Contains("not in Keys:Folder", StringComparison.Ordinal), "it is told");
        Assert.True(without.Outbox!.Waiting > 0);
        // Installed again it goes on.
        Assert.Equal(200, (await new InstallBrowser(without, _slack).InstallAsync("T1")).Status);
        await without.Settled();

        Assert.Equal(1, Said("T1", "Waiting"));
        Assert.NotSame(keys, _house.Keys);
    }

    [Fact]
    public async Task What_was_had_for_the_refresh_token_is_kept_though_another_instance_claims_meanwhile()
    {
        _slack.OAuth.Rotates = true;
        await InstallAsync("T1");
        _house.Time.Advance(TimeSpan.FromHours(13));
        await using var second = await SlackBot.StartAsync(_slack, house: _house);
        var (claimed, saved) = (Signal(), Signal());
        var asked = 0;
        _slack.OAuth.BeforeRefresh = async () =>
        {
            if (Interlocked.Increment(ref asked) > 1)
            {
                claimed.TrySetResult();
                await saved.Task;
                return;
            }
            // The first has slept while its call was on the way, as a machine that is put aside does.
            _house.Time.Advance(TokenRenewal.ClaimLasts);
            await second.CommandAsync("U2", "/agenda add Two");
            await claimed.Task;
        };
        await _bot.CommandAsync("U1", "/agenda add One");
        await _bot.Settled();
        saved.SetResult();
        await second.Settled();

        Assert.Equal((1, 1, 1), (Said("T1", "One"), Said("T1", "Two"), _slack.OAuth.Refreshed));
    }

    [Fact]
    public async Task A_row_that_is_put_in_anothers_place_opens_nothing_there()
    {
        await InstallAsync("T1");
        var row = Assert.Single(_house.Table.Under("slack-installs"));
        await _house.Table.CommitAsync(
            "slack-installs", [new Tables.RowChange.Upsert("T2", row.Data)], CancellationToken.None);
        await _bot.CommandAsync("U9", "/agenda add Intruded", team: "T2");
        await Eventually.Until(() => Logs(_bot).Contains("not in Keys:Folder", StringComparison.Ordinal), "it is told");

        Assert.Equal((0, 0), (Said("T1", "Intruded"), Said("T2", "Intruded")));
    }

    [Fact]
    public async Task A_workspace_that_asks_too_often_leaves_nobody_elsewhere_without_a_name()
    {
        await InstallAsync("T1", "T2");
        _slack.Failing = method => method == "users.info" ? new FakeFailure(429, RetryAfter: 600) : null;
        await _bot.CommandAsync("U1", "/agenda add Ours");
        _slack.Failing = _ => null;
        await _bot.CommandAsync("U9", "/agenda add Theirs", team: "T2");
        var calls = _slack.Calls.Where(call => call.Method == "users.info").Select(call => call.Body).ToList();

        Assert.Contains(calls, body => body.Contains("U9", StringComparison.Ordinal));
        await _bot.CommandAsync("U2", "/agenda add More");
        Assert.Equal(calls.Count, _slack.Calls.Count(call => call.Method == "users.info"));
    }

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static string Logs(SlackBot bot) => bot.Logs.All;

    private async Task InstallAsync(params string[] teams)
    {
        foreach (var team in teams)
            Assert.Equal(200, (await new InstallBrowser(_bot, _slack).InstallAsync(team)).Status);
    }

    private Task<string> ToldAsync(string type, string bot, DateTimeOffset? at = null) =>
        _bot.TakenAsync("/slack/events", Told(type, bot, at ?? DateTimeOffset.UtcNow.AddMinutes(1)).ToJsonString());

    private JsonObject Told(string type, string bot, DateTimeOffset at)
    {
        var told = new JsonObject { ["type"] = type };
        if (type == "tokens_revoked")
            told["tokens"] = new JsonObject { ["oauth"] = new JsonArray(), ["bot"] = new JsonArray(bot) };
        var envelope = SlackRequests.Envelope(told, "T1", _bot.Next("Ev"));
        envelope["authorizations"] = new JsonArray();
        envelope["event_time"] = at.ToUnixTimeSeconds();
        return envelope;
    }

    private int Said(string team, string words) => Messages.Count(
        message => message.Team == team && message.Text.Contains(words, StringComparison.Ordinal));
}
