using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using MeetingBot.Kit;
using MeetingBot.Slack.Tests.Support;

namespace MeetingBot.Slack.Tests;

/// <summary>The Home tab over the wire: opened, pressed, turned, and shown again whatever fails.</summary>
public sealed class HomeTabTests
{
    [Fact]
    public async Task Opened_ShowsWhatWaits_InEachChannel()
    {
        await using var slack = await FakeSlack.StartAsync(Workspace());
        await using var bot = await StartAsync(slack);
        await bot.CommandAsync("U1", "/action Ada: write to the landlord &lt;!channel&gt; &amp; \"more\"");
        await bot.CommandAsync("U1", "/action Grace: keep the keys");
        await bot.CommandAsync("U1", "/action Ada: book the train", "C2");

        await OpenAsync(bot, "U1");
        var home = await ShownAsync(slack, "U1", "book the train");

        Assert.Contains("1. write to the landlord <!channel> & \"more\"", home.All, StringComparison.Ordinal);
        Assert.Contains("C1", home.All, StringComparison.Ordinal);
        Assert.Contains("C2", home.All, StringComparison.Ordinal);
        Assert.DoesNotContain("keys", home.All, StringComparison.Ordinal);
        Assert.Empty(slack.Problems);
    }

    [Fact]
    public async Task Stranger_IsToldHowToBegin_AndTheMessagesTabIsNone()
    {
        await using var slack = await FakeSlack.StartAsync(Workspace());
        await using var bot = await StartAsync(slack);

        await bot.EventAsync(Opened("U1", "messages"));
        await OpenAsync(bot, "U2");
        await ShownAsync(slack, "U2", "/agenda add");

        Assert.False(slack.Methods.Homes.ContainsKey(("T1", "U1")));
    }

    [Fact]
    public async Task Done_IsDone_AndShownAnew_ARepetitionToo()
    {
        await using var slack = await FakeSlack.StartAsync(Workspace());
        await using var bot = await StartAsync(slack);
        await bot.CommandAsync("U1", "/action Ada: write to the landlord");
        await OpenAsync(bot, "U1");
        var press = Press(bot, await ShownAsync(slack, "U1", "landlord"), "Mark 1 as done", "U1");

        Assert.Equal("", await bot.InteractAsync(press));
        var done = await ShownAsync(slack, "U1", "Done: 1. Ada: write to the landlord");
        await bot.InteractAsync(press);

        Assert.Contains("Nothing waits for you", done.All, StringComparison.Ordinal);
        await ShownAsync(slack, "U1", "Done: 1.", done.Published);
        Assert.DoesNotContain("already", slack.Methods.Homes[("T1", "U1")].All, StringComparison.Ordinal);
        Assert.All(slack.Problems, problem => Assert.Contains("hash_conflict", problem, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Poll_IsAnsweredInAView_WhichShowsTheReceipt()
    {
        await using var slack = await FakeSlack.StartAsync(Workspace());
        await using var bot = await StartAsync(slack);
        await bot.CommandAsync("U1", "/poll Lunch? | Pizza | Soup");
        await bot.CommandAsync("U2", "/help");
        await bot.Settled();
        await OpenAsync(bot, "U2");

        await bot.InteractAsync(Press(bot, await ShownAsync(slack, "U2", "Lunch?"), "Answer poll 1", "U2"));
        await Eventually.Until(() => slack.Methods.Views.Count == 1, "the poll is shown");
        var opened = slack.Methods.Views[0];
        var answer = JsonNode.Parse(await bot.InteractAsync(Submission(bot, opened, "U2")))!;

        Assert.Equal("update", (string?)answer["response_action"]);
        Assert.Contains("Recorded", answer.ToJsonString(), StringComparison.Ordinal);
        Assert.Null(BlockRules.OfView(JsonSerializer.SerializeToElement(answer["view"]), "modal"));
        await ShownAsync(slack, "U2", "Nothing waits for you");

        var refresh = BlockNodes.All(opened.View).First(node => (string?)node["type"] == "button"
            && ((string?)node["action_id"])!.EndsWith("poll show", StringComparison.Ordinal));
        await bot.InteractAsync(InView(bot, opened, refresh, "U2"));
        await Eventually.Until(
            () => slack.Methods.Views[0].View.ToJsonString().Contains("Recorded", StringComparison.Ordinal), "the view is drawn anew");
        Assert.DoesNotContain(slack.Methods.Messages, message => message.Channel != "C1");
    }

    [Fact]
    public async Task Refusal_StandsAtAnInputOfTheView()
    {
        await using var slack = await FakeSlack.StartAsync(Workspace());
        await using var bot = await StartAsync(slack);
        await bot.CommandAsync("U1", "/poll Lunch? | Pizza | Soup");
        await OpenAsync(bot, "U1");
        await bot.InteractAsync(Press(bot, await ShownAsync(slack, "U1", "Lunch?"), "Answer poll 1", "U1"));
        await Eventually.Until(() => slack.Methods.Views.Count == 1, "the poll is shown");

        var answer = JsonNode.Parse(await bot.InteractAsync(Submission(bot, slack.Methods.Views[0], "U1", empty: true)))!;

        Assert.Equal("errors", (string?)answer["response_action"]);
    }

    [Theory]
    [InlineData("C3")]
    [InlineData("C999")]
    [InlineData("D2")]
    public async Task ForgedGroup_OfWhichTheyAreNone_TellsNothing(string forged)
    {
        await using var slack = await FakeSlack.StartAsync(Workspace());
        await using var bot = await StartAsync(slack);
        await bot.CommandAsync("U1", "/action Ada: write to the landlord");
        await bot.CommandAsync("U2", "/action Grace: keep the keys", "C3");
        await OpenAsync(bot, "U1");
        var press = Press(bot, await ShownAsync(slack, "U1", "landlord"), "Mark 1 as done", "U1", value =>
        {
            value["home"] = forged;
            value.Remove("group");
        });

        await bot.InteractAsync(press);
        var home = await ShownAsync(slack, "U1", "don't know you in that group");

        Assert.DoesNotContain("keys", home.All, StringComparison.Ordinal);
        Assert.Contains("landlord", home.All, StringComparison.Ordinal);
        await OpenAsync(bot, "U2");
        await ShownAsync(slack, "U2", "keep the keys");
    }

    [Theory]
    [InlineData("g|slack|T2|C1")]
    [InlineData("U1")]
    [InlineData("")]
    public async Task ForgedGroup_ThatIsNoId_IsNotTaken(string forged)
    {
        await using var slack = await FakeSlack.StartAsync(Workspace());
        await using var bot = await StartAsync(slack);
        await bot.CommandAsync("U1", "/action Ada: write to the landlord");
        await OpenAsync(bot, "U1");
        var press = Press(
            bot, await ShownAsync(slack, "U1", "landlord"), "Mark 1 as done", "U1", value => value["home"] = forged);

        using var response = await bot.PostAsync("/slack/interactions", SlackRequests.Form(("payload", press.ToJsonString())));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(bot.Table.Under("g|slack|T1|U1"));
    }

    [Fact]
    public async Task GroupOfAnotherWorkspace_IsNeverMet()
    {
        var other = new FakeWorkspace("T2", "xoxb-1", "UBOT").With("U1", "Ada").WithChannel("C1", "U1", "UBOT");
        await using var slack = await FakeSlack.StartAsync(Workspace(), other);
        await using var bot = await StartAsync(slack);
        await bot.CommandAsync("U1", "/action Ada: write to the landlord");
        await bot.CommandAsync("U1", "/action Ada: of the others", team: "T2");
        await OpenAsync(bot, "U1");
        var home = await ShownAsync(slack, "U1", "landlord");
        Assert.DoesNotContain("of the others", home.All, StringComparison.Ordinal);

        // As another workspace's request has it: there it is another group, in which they did nothing.
        var press = Press(bot, home, "Mark 1 as done", "U1", team: "T2");
        await bot.InteractAsync(press);
        await OpenAsync(bot, "U1");

        Assert.Contains("landlord", (await ShownAsync(slack, "U1", "landlord", home.Published)).All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoHasLeft_SeesNothingOfTheChannel()
    {
        await using var slack = await FakeSlack.StartAsync(Workspace());
        await using var bot = await StartAsync(slack);
        await bot.CommandAsync("U1", "/action Ada: write to the landlord");
        await bot.EventAsync(new JsonObject
        {
            ["type"] = "member_left_channel", ["user"] = "U1", ["channel"] = "C1", ["channel_type"] = "C", ["team"] = "T1",
        });

        await OpenAsync(bot, "U1");
        var home = await ShownAsync(slack, "U1", "/agenda add");

        Assert.DoesNotContain("landlord", home.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VeryMany_AreTurnedPageByPage_WithinTheLimits()
    {
        await using var slack = await FakeSlack.StartAsync(Workspace());
        await using var bot = await StartAsync(slack);
        var hostile = string.Concat(Enumerable.Repeat("<&>*`\u202E", 50));
        for (var n = 0; n < 60; n++) await bot.CommandAsync("U1", $"/action Ada: {hostile} {n}.");
        await OpenAsync(bot, "U1");
        var home = await ShownAsync(slack, "U1", "Mark 24 as done");
        var seen = Titles(home).Count;

        for (var page = 1; page <= 2; page++)
        {
            await bot.InteractAsync(Press(bot, home, "More", "U1"));
            home = await ShownAsync(slack, "U1", $"Mark {(page * 24) + 1} as done");
            seen += Titles(home).Count;
        }

        Assert.Equal(60, seen);
        // What is pressed on a later page leaves who presses there.
        await bot.InteractAsync(Press(bot, home, "Mark 50 as done", "U1"));
        home = await ShownAsync(slack, "U1", "Done: 50.");
        Assert.Contains("Mark 51 as done", home.All, StringComparison.Ordinal);
        await bot.InteractAsync(Press(bot, home, "Back to the beginning", "U1"));
        await ShownAsync(slack, "U1", "Mark 1 as done");
        Assert.Empty(slack.Problems);
    }

    [Fact]
    public async Task Failures_AreTriedAgain_AndAnsweredInTimeAllTheSame()
    {
        await using var slack = await FakeSlack.StartAsync(Workspace());
        await using var bot = await StartAsync(slack);
        await bot.CommandAsync("U1", "/action Ada: write to the landlord");
        await bot.Settled();
        var left = 4;
        FakeFailure[] failures = [new(500), new(429, RetryAfter: 0), new(0), new(200, "internal_error")];
        slack.Failing = method => method == "views.publish" && Interlocked.Decrement(ref left) is >= 0 and var at ? failures[at] : null;

        await OpenAsync(bot, "U1");

        await ShownAsync(slack, "U1", "landlord");
    }

    [Fact]
    public async Task WhoOpensItAgain_DoesNotWaitForAnHourThatSlackAskedForBefore()
    {
        await using var slack = await FakeSlack.StartAsync(Workspace());
        await using var bot = await StartAsync(slack);
        await bot.CommandAsync("U1", "/action Ada: write to the landlord");
        await bot.Settled();
        slack.Failing = method => method == "views.publish" ? new FakeFailure(429, RetryAfter: 3_600) : null;
        await OpenAsync(bot, "U1");
        await Eventually.Until(() => slack.Calls.Any(call => call.Method == "views.publish"), "Slack was asked");
        slack.Failing = _ => null;

        await OpenAsync(bot, "U1");

        await ShownAsync(slack, "U1", "landlord");
    }

    [Fact]
    public async Task TokenThatIsRefusedForGood_EndsIt()
    {
        await using var slack = await FakeSlack.StartAsync(Workspace());
        await using var bot = await StartAsync(slack);
        slack.Failing = method => method == "views.publish" ? new FakeFailure(200, "not_enabled") : null;

        await OpenAsync(bot, "U1");
        await Eventually.Until(() => bot.Logs.All.Contains("Home tab could not be shown", StringComparison.Ordinal), "it is logged");

        Assert.Single(slack.Calls, call => call.Method == "views.publish");
    }

    [Fact]
    public async Task OlderHome_DoesNotStayOverANewer_OfAnotherInstance()
    {
        var table = new MemoryTable();
        await using var slack = await FakeSlack.StartAsync(Workspace());
        await using var one = await StartAsync(slack, table);
        await using var two = await StartAsync(slack, table, "b");
        await one.CommandAsync("U1", "/action Ada: write to the landlord");
        await OpenAsync(one, "U1");
        var home = await ShownAsync(slack, "U1", "landlord");

        // One has read what waits and is held; the other does it and shows that.
        var (held, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        table.Stale = async call =>
        {
            if (call.Partition != "g|slack|T1|C1" || call.Key != "action|" || !held.TrySetResult()) return;
            await go.Task;
        };
        await OpenAsync(one, "U1", home.Hash);
        await held.Task;
        await two.InteractAsync(Press(two, home, "Mark 1 as done", "U1"));
        var done = await ShownAsync(slack, "U1", "Nothing waits for you");
        go.SetResult();

        await ShownAsync(slack, "U1", "Nothing waits for you", done.Published);
        await Eventually.Until(
            () => slack.Problems.Any(problem => problem.Contains("hash_conflict", StringComparison.Ordinal)), "the older is refused");
        Assert.DoesNotContain("Mark 1 as done", slack.Methods.Homes[("T1", "U1")].All, StringComparison.Ordinal);
        Assert.Contains(slack.Problems, problem => problem.Contains("hash_conflict", StringComparison.Ordinal));
    }

    [Fact]
    public async Task PressThatIsTold_ToTwoInstances_HasOneEffect()
    {
        var table = new MemoryTable();
        await using var slack = await FakeSlack.StartAsync(Workspace());
        await using var one = await StartAsync(slack, table);
        await using var two = await StartAsync(slack, table, "b");
        await one.CommandAsync("U1", "/poll Lunch? | Pizza | Soup");
        await one.CommandAsync("U1", "/action Ada: write to the landlord");
        await OpenAsync(one, "U1");
        var press = Press(one, await ShownAsync(slack, "U1", "landlord"), "Mark 1 as done", "U1");

        await Task.WhenAll(one.InteractAsync(press), two.InteractAsync(press));

        var home = await ShownAsync(slack, "U1", "Done: 1.");
        Assert.DoesNotContain("Mark 1 as done", home.All, StringComparison.Ordinal);
        Assert.Contains("Answer poll 1", home.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StoreThatIsDown_IsAnsweredInTime_AndShownOnceItIsBack()
    {
        await using var slack = await FakeSlack.StartAsync(Workspace());
        await using var bot = await StartAsync(slack);
        await bot.CommandAsync("U1", "/action Ada: write to the landlord");
        await bot.Settled();
        var asked = 0;
        bot.Table.Faults = call => call.Partition == "members" && Interlocked.Increment(ref asked) <= 2 ? Fault.Before : Fault.None;

        await OpenAsync(bot, "U1");

        await ShownAsync(slack, "U1", "landlord");
    }

    [Fact]
    public async Task ViewThatCannotBeOpened_GoesIntoTheirOwnChat()
    {
        await using var slack = await FakeSlack.StartAsync(Workspace());
        await using var bot = await StartAsync(slack);
        await bot.CommandAsync("U1", "/poll Lunch? | Pizza | Soup");
        await bot.Settled();
        await OpenAsync(bot, "U1");
        var home = await ShownAsync(slack, "U1", "Lunch?");
        slack.Failing = method => method == "views.open" ? new FakeFailure(200, "expired_trigger_id") : null;

        await bot.InteractAsync(Press(bot, home, "Answer poll 1", "U1"));

        await Eventually.Until(() => slack.Methods.Messages.Any(message => message.Channel == "D1"), "it is told in the chat");
    }

    // What is typed is done when it is answered, however slow the machine is.
    private static Task<SlackBot> StartAsync(FakeSlack slack, MemoryTable? table = null, string instance = "a") =>
        SlackBot.StartAsync(slack, ackLimit: TimeSpan.FromMinutes(1), table: table, instance: instance);

    private static FakeWorkspace Workspace() => SlackBot.Workspace()
        .WithChannel("C2", "U1", "UBOT").WithChannel("C3", "U2", "UBOT");

    private static JsonObject Opened(string user, string tab, string? hash = null)
    {
        var told = new JsonObject { ["type"] = "app_home_opened", ["user"] = user, ["channel"] = "D" + user[1..], ["tab"] = tab };
        if (hash is not null) told["view"] = new JsonObject { ["id"] = "VHOME", ["type"] = "home", ["hash"] = hash };
        return told;
    }

    private static async Task OpenAsync(SlackBot bot, string user, string? hash = null) =>
        Assert.Equal("", await bot.EventAsync(Opened(user, "home", hash)));

    private static async Task<FakeHome> ShownAsync(FakeSlack slack, string user, string words, int after = 0)
    {
        FakeHome? home = null;
        await Eventually.Until(
            () => slack.Methods.Homes.TryGetValue(("T1", user), out home) && home.Published > after
                && home.All.Contains(words, StringComparison.Ordinal),
            $"the home of {user} says {words}, not {home?.All}");
        return home!;
    }

    private static JsonObject Press(
        SlackBot bot, FakeHome home, string title, string user, Action<JsonObject>? forge = null, string team = "T1")
    {
        var button = BlockNodes.All(home.Json)
            .First(node => (string?)node["type"] == "button" && (string?)node["text"]?["text"] == title).DeepClone();
        if (forge is not null)
        {
            var value = JsonNode.Parse((string)button["value"]!)!.AsObject();
            forge(value);
            button["value"] = value.ToJsonString();
        }
        var view = home.Json.AsObject();
        (view["id"], view["hash"]) = ("VHOME" + user, home.Hash);
        return Payload(bot, "block_actions", view, button, user, team);
    }

    private static JsonObject InView(SlackBot bot, (string Trigger, JsonNode View) opened, JsonNode button, string user)
    {
        var view = opened.View.DeepClone().AsObject();
        view["id"] = "V" + opened.Trigger;
        return Payload(bot, "block_actions", view, button.DeepClone(), user, "T1");
    }

    private static JsonObject Payload(SlackBot bot, string type, JsonObject view, JsonNode button, string user, string team) => new()
    {
        ["type"] = type,
        ["team"] = new JsonObject { ["id"] = team },
        ["user"] = new JsonObject { ["id"] = user, ["username"] = "somebody", ["team_id"] = team },
        ["container"] = new JsonObject { ["type"] = "view", ["view_id"] = (string?)view["id"] },
        ["view"] = view,
        ["actions"] = new JsonArray(button),
        ["trigger_id"] = bot.Next("3.4."),
    };

    /// <summary>The view as it is sent with the first choice of each of its inputs.</summary>
    private static JsonObject Submission(SlackBot bot, (string Trigger, JsonNode View) opened, string user, bool empty = false)
    {
        var view = opened.View.DeepClone().AsObject();
        view["id"] = "V" + opened.Trigger;
        var values = new JsonObject();
        foreach (var block in view["blocks"]!.AsArray().Where(block => (string?)block!["type"] == "input"))
        {
            var element = block!["element"]!;
            var state = new JsonObject { ["type"] = (string?)element["type"] };
            if (!empty && element["options"] is JsonArray { Count: > 0 } options)
                state[(string?)element["type"] is "checkboxes" or "multi_static_select" ? "selected_options" : "selected_option"] =
                    (string?)element["type"] is "checkboxes" or "multi_static_select" ? new JsonArray(options[0]!.DeepClone()) : options[0]!.DeepClone();
            values[(string)block["block_id"]!] = new JsonObject { [(string)element["action_id"]!] = state };
        }
        view["state"] = new JsonObject { ["values"] = values };
        return new JsonObject
        {
            ["type"] = "view_submission",
            ["team"] = new JsonObject { ["id"] = "T1" },
            ["user"] = new JsonObject { ["id"] = user, ["username"] = "somebody", ["team_id"] = "T1" },
            ["view"] = view,
            ["trigger_id"] = bot.Next("3.4."),
        };
    }

    private static List<string> Titles(FakeHome home) =>
        [.. home.All.Split('\n').Where(line => line.StartsWith("Mark ", StringComparison.Ordinal))];
}
