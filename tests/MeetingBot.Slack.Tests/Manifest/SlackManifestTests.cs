using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MeetingBot.Slack.Installs;
using MeetingBot.Slack.Payloads;
using MeetingBot.Slack.Tests.Support;
using MeetingBot.Teams.Tests.Npm;
using YamlDotNet.RepresentationModel;

namespace MeetingBot.Slack.Tests.Manifest;

/// <summary>The app for Slack: valid, and asking for what the code uses, no more and no less.</summary>
public sealed partial class SlackManifestTests
{
    // Source: Slack, the pages of the methods and events.
    private static readonly Dictionary<string, string[]> ScopesOfMethods = new(StringComparer.Ordinal)
    {
        ["auth.test"] = [],
        ["chat.delete"] = ["chat:write"],
        ["chat.postEphemeral"] = ["chat:write"],
        ["chat.postMessage"] = ["chat:write"],
        ["chat.update"] = ["chat:write"],
        ["conversations.open"] = ["im:write"],
        ["files.completeUploadExternal"] = ["files:write"],
        ["files.info"] = ["files:read"],
        ["files.getUploadURLExternal"] = ["files:write"],
        ["users.info"] = ["users:read"],
        ["views.open"] = [],
        ["views.publish"] = [],
        ["views.update"] = [],
    };

    private static readonly Dictionary<string, string[]> ScopesOfEvents = new(StringComparer.Ordinal)
    {
        ["app_home_opened"] = [],
        ["app_mention"] = ["app_mentions:read"],
        ["app_uninstalled"] = [],
        ["member_joined_channel"] = ["channels:read", "groups:read"],
        ["member_left_channel"] = ["channels:read", "groups:read"],
        ["message.channels"] = ["channels:history"],
        ["message.groups"] = ["groups:history"],
        ["message.im"] = ["im:history"],
        ["message.mpim"] = ["mpim:history"],
        ["team_join"] = ["users:read"],
        ["team_rename"] = ["team:read"],
        ["tokens_revoked"] = [],
        ["user_change"] = ["users:read"],
    };

    private static readonly JsonNode Manifest = Read();

    [Fact]
    public void Manifest_is_as_slack_wants_it() => Assert.Empty(ManifestRules.Wrong(Manifest));

    [Theory]
    [InlineData("display_information", "name", "A name that is longer than Slack takes it")]
    [InlineData("display_information", "subtitle", "A field that Slack does not know")]
    [InlineData("settings", "socket_mode_enabled", "yes")]
    public void What_slack_refuses_is_found(string part, string field, string value)
    {
        var broken = Manifest.DeepClone();
        broken[part]![field] = value;

        Assert.NotEmpty(ManifestRules.Wrong(broken));
    }

    [Fact]
    public void Scopes_are_those_of_the_methods_and_events_that_are_used()
    {
        var methods = Method().Matches(Source("WebApi/SlackApi.cs")).Select(match => match.Groups[1].Value).Distinct();
        var needed = methods.SelectMany(method => ScopesOfMethods[method])
            .Concat(Texts(Manifest["settings"]!["event_subscriptions"]!["bot_events"]!).SelectMany(e => ScopesOfEvents[e]))
            .Append("commands").Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(needed, Texts(Manifest["oauth_config"]!["scopes"]!["bot"]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Who_installs_is_asked_for_the_same_scopes() => Assert.Equal(
        Texts(Manifest["oauth_config"]!["scopes"]!["bot"]!), InstallScopes.All);

    [Fact]
    public void Every_scope_has_its_reason_in_the_docs()
    {
        var docs = File.ReadAllText(RepositoryFiles.PathOf("docs", "slack.md"));

        Assert.All(
            Texts(Manifest["oauth_config"]!["scopes"]!["bot"]!),
            scope => Assert.Contains($"`{scope}`", docs, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_event_is_one_that_the_door_knows()
    {
        var code = Source("Payloads/SlackEvents.cs") + Source("SlackDoor.cs") + Source("Homes/HomeRequest.cs")
            + Source("Payloads/WorkspaceName.cs");

        Assert.All(
            Texts(Manifest["settings"]!["event_subscriptions"]!["bot_events"]!),
            told => Assert.Contains($"\"{told.Split('.')[0]}\"", code, StringComparison.Ordinal));
    }

    [Fact]
    public void The_home_tab_is_there_for_the_event_that_fills_it()
    {
        Assert.Equal("true", Manifest["features"]!["app_home"]!["home_tab_enabled"]!.ToString());
        Assert.Contains("app_home_opened", Texts(Manifest["settings"]!["event_subscriptions"]!["bot_events"]!));
    }

    [Fact]
    public void Shortcuts_are_those_that_the_door_knows() => Assert.Equal(
        MessageShortcut.Known.Select(known => ("message", known)).Concat(GlobalShortcut.Known.Select(known => ("global", known)))
            .Select(known => (known.Item1, known.known.Key, known.known.Value.Title)).Order(),
        Manifest["features"]!["shortcuts"]!.AsArray()
            .Select(shortcut => (
                (string)shortcut!["type"]!, (string)shortcut["callback_id"]!, (string)shortcut["name"]!)).Order());

    [Fact]
    public void Commands_are_those_that_hints_name_by_themselves() => Assert.Equal(
        Manifest["features"]!["slash_commands"]!.AsArray().Select(command => (string)command!["command"]!).Order(),
        SlashCommand.Names.Order());

    [Fact]
    public void Addresses_are_those_that_are_mapped()
    {
        var mapped = Source("SlackServices.cs") + Source("Installs/InstallServices.cs");
        var addresses = BlockNodes.All(Manifest).SelectMany(node => node)
            .SelectMany(field => field.Value is JsonArray list ? list.OfType<JsonNode>() : [field.Value!])
            .OfType<JsonValue>().Select(value => value.ToString()).Where(text => text.StartsWith("https://", StringComparison.Ordinal))
            .Select(text => new Uri(text).AbsolutePath).Distinct().ToList();

        Assert.Equal(5, addresses.Count);
        Assert.All(addresses, path => Assert.Contains($"\"{path}\"", mapped, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_command_with_its_hint_is_understood_and_takes_mentions()
    {
        await using var slack = await FakeSlack.StartAsync(SlackBot.Workspace());
        await using var bot = await SlackBot.StartAsync(slack);
        await bot.CommandAsync("U1", "/meeting start");
        await bot.Settled();
        foreach (var command in Manifest["features"]!["slash_commands"]!.AsArray())
        {
            var before = slack.Methods.Messages.Count;
            await bot.CommandAsync("U1", $"{command!["command"]} {command["usage_hint"]}");
            await bot.Settled();
            var said = string.Join('\n', slack.Methods.Messages.Skip(before).Select(message => message.All));

            Assert.DoesNotContain("not understand", said, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("don't know", said, StringComparison.OrdinalIgnoreCase);
            Assert.Equal("true", command["should_escape"]!.ToString());
        }
    }

    private static string Source(string file) =>
        File.ReadAllText(RepositoryFiles.PathOf("src", "MeetingBot.Slack", file));

    private static IEnumerable<string> Texts(JsonNode array) => array.AsArray().Select(text => (string)text!);

    private static JsonNode Read()
    {
        var yaml = new YamlStream();
        using var file = new StreamReader(RepositoryFiles.PathOf("manifest", "slack", "manifest.yaml"));
        yaml.Load(file);
        return Json(yaml.Documents[0].RootNode)!;
    }

    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(
            map.Select(field => KeyValuePair.Create(((YamlScalarNode)field.Key).Value!, Json(field.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Select(Json)]),
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain, Value: "true" or "false" } flag => flag.Value == "true",
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } plain when int.TryParse(plain.Value, out var number) => number,
        YamlScalarNode text => text.Value,
        _ => null,
    };

    [GeneratedRegex("\"((?:auth|chat|conversations|files|users|views)\\.[A-Za-z]+)\"")]
    private static partial Regex Method();
}
