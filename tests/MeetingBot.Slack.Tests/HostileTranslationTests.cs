using System.Text;
using System.Text.Json.Nodes;
using MeetingBot.Slack.Homes;
using MeetingBot.Slack.Payloads;
using MeetingBot.Slack.Sockets;

namespace MeetingBot.Slack.Tests;

/// <summary>Every member of every payload, at any depth, missing or of another kind: translated or refused, never thrown.</summary>
public sealed class HostileTranslationTests
{
    private const string Hole = "\"@@hole@@\"";

    private static readonly string[] Odd =
    [
        "null", "0", "-1", "1e999", "99999999999999999999", "true", "[]", "{}", "\"\"", "\"\\ud800\"", "\"\\u0000\"", "\" \"",
        "\"<@\"", "\"<@U1|\\udc00>\"", "\"<!subteam^S|>\"", "\"home \"", "\"home 99999999999.1\"", "\"C1;1.1;1\"", "\"{\"",
        "\"{\\\"origin\\\":\\\"\\\\ud800\\\"}\"", "\"{\\\"origin\\\":1,\\\"action\\\":\\\"send|0|agenda add\\\",\\\"value\\\":[]}\"",
        "\"press|99999999999|x\"", "\"part|0|0|\\ud800\"", "\"modal|open\"", "\"1700000000.000100\"", "\"D1\"",
        "[[[[[[[[[[\"\\ud800\"]]]]]]]]]]", "{\"a\":{\"\\ud800\":1}}", "[null]", "[{}]", "[1]", "[\"\\ud800\"]",
        $"\"{new string('x', 70_000)}\"", $"\"{new string('<', 5_000)}\"",
    ];

    public static TheoryData<string, string> Payloads => new()
    {
        { "message", Event("""{"type":"message","subtype":"file_share","user":"U1","text":"<@U2|b> <#C1|x> <!here>","channel":"C1","channel_type":"channel","ts":"1.1","thread_ts":"1.0","bot_id":null,"hidden":false}""") },
        { "mention", Event("""{"type":"app_mention","user":"U1","text":"<@UBOT> agenda","channel":"C1","ts":"1.1"}""") },
        { "edited", Event("""{"type":"message","subtype":"message_changed","hidden":true,"channel":"C1","channel_type":"channel","ts":"1.2","message":{"user":"U1","text":"<@U2|b> new","ts":"1.1","thread_ts":"1.0","edited":{"user":"U1","ts":"1.2"}},"previous_message":{"user":"U1","text":"old","ts":"1.1"}}""") },
        { "deleted", Event("""{"type":"message","subtype":"message_deleted","hidden":true,"channel":"C1","channel_type":"channel","ts":"1.2","deleted_ts":"1.1","previous_message":{"user":"U1","text":"old","ts":"1.1","thread_ts":"1.0"}}""") },
        { "joined", Event("""{"type":"member_joined_channel","user":"U1","channel":"C1","channel_type":"C","inviter":"U2"}""") },
        { "bot joined", Event("""{"type":"member_joined_channel","user":"UBOT","channel":"C1","inviter":"U2"}""") },
        { "left", Event("""{"type":"member_left_channel","user":"U1","channel":"C1","channel_type":"G"}""") },
        { "home", Event("""{"type":"app_home_opened","user":"U1","tab":"home","view":{"hash":"1.a"}}""") },
        { "revoked", Event("""{"type":"tokens_revoked","tokens":{"bot":["UBOT"],"oauth":["U1"]}}""") },
        { "changed", Event("""{"type":"user_change","user":{"id":"U1","name":"a","real_name":"b","tz":"Europe/Zurich","is_bot":false,"profile":{"display_name":"c","real_name":"d"}}}""") },
        { "press", """{"type":"block_actions","team":{"id":"T1"},"enterprise":{"id":"E1"},"is_enterprise_install":false,"user":{"id":"U1","username":"ada"},"trigger_id":"1.1","channel":{"id":"C1","name":"general"},"container":{"message_ts":"1.1","channel_id":"C1","thread_ts":"1.0","is_ephemeral":true},"message":{"ts":"1.1","thread_ts":"1.0"},"response_url":"https://hooks.slack.com/x","state":{"values":{"b":{"title":{"type":"plain_text_input","value":"x"},"part|3|0|lines":{"type":"plain_text_input","value":"y"}},"c":{"d":{"type":"static_select","selected_option":{"value":"c1"}},"e":{"type":"checkboxes","selected_options":[{"value":"1"}]},"f":{"type":"datepicker","selected_date":"2025-06-27"}}}},"actions":[{"type":"button","action_id":"send|3|agenda add","value":"{\"lines\":\"x\"}"}]}""" },
        { "home press", """{"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1"},"trigger_id":"1.1","container":{"type":"view"},"view":{"id":"V1","type":"home","hash":"1.a","app_installed_team_id":"T1","private_metadata":"{\"origin\":\"home 0.0\"}","blocks":[{"type":"input","block_id":"b"}],"state":{"values":{}}},"actions":[{"type":"button","action_id":"press|1|done","value":"{\"home\":\"C1\"}"}]}""" },
        { "form", """{"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1"},"trigger_id":"1.1","channel":{"id":"C1"},"actions":[{"type":"button","action_id":"modal|open","value":"GwAA"}]}""" },
        { "view", """{"type":"view_submission","team":{"id":"T1"},"user":{"id":"U1","name":"ada"},"trigger_id":"1.1","view":{"id":"V1","type":"modal","private_metadata":"{\"origin\":\"C1;1.1\",\"action\":\"send|0|agenda add\",\"value\":{\"lines\":\"x\"}}","blocks":[{"type":"input","block_id":"b"}],"state":{"values":{"b":{"title":{"type":"plain_text_input","value":"x"}}}}}}""" },
        { "global", """{"type":"shortcut","callback_id":"new_action","team":{"id":"T1"},"user":{"id":"U1","name":"ada"},"trigger_id":"1.1"}""" },
        { "global view", """{"type":"view_submission","team":{"id":"T1"},"user":{"id":"U1","name":"ada"},"trigger_id":"1.1","view":{"id":"V1","type":"modal","private_metadata":"{\"origin\":\"anywhere\",\"action\":\"send|0|action\",\"value\":{}}","blocks":[{"type":"input","block_id":"where"}],"state":{"values":{"where":{"where":{"type":"conversations_select","selected_conversation":"C1"}},"text":{"text":{"type":"plain_text_input","value":"x"}}}}}}""" },
        { "shortcut", """{"type":"message_action","callback_id":"make_action","team":{"id":"T1"},"user":{"id":"U1","name":"ada"},"channel":{"id":"C1","name":"general"},"trigger_id":"1.1","response_url":"https://hooks.slack.com/x","message":{"text":"<@U2> does it","ts":"1.1","thread_ts":"1.0"}}""" },
    };

    [Theory]
    [MemberData(nameof(Payloads))]
    public void Nothing_is_thrown(string kind, string payload)
    {
        Translate(payload);
        var parts = Paths(JsonNode.Parse(payload)!, []).ToList();
        Assert.NotEmpty(parts);
        foreach (var path in parts)
        {
            foreach (var odd in Odd)
            {
                var (whole, holder) = Copy(payload, path);
                if (path[^1] is int at) holder[at] = "@@hole@@";
                else holder[(string)path[^1]] = "@@hole@@";
                var hostile = whole.ToJsonString().Replace(Hole, odd, StringComparison.Ordinal);
                var thrown = Record.Exception(() => Translate(hostile));
                Assert.True(thrown is null, $"{kind} {string.Join('.', path)} = {odd[..Math.Min(60, odd.Length)]}: {thrown}");
            }
            var (rest, from) = Copy(payload, path);
            if (path[^1] is string name) from.AsObject().Remove(name);
            else from.AsArray().RemoveAt((int)path[^1]);
            Translate(rest.ToJsonString());
            // A name that is no text, and one that is there twice.
            if (path[^1] is string renamed)
                Translate(payload.Replace($"\"{renamed}\":", $"\"{renamed}\\ud800\":", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("{\"type\":\"hello\",\"type\":\"disconnect\"}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"type\":\"\\ud800\",\"envelope_id\":\"\\ud800\"}")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("")]
    public void A_frame_that_is_none_is_none(string frame) => Assert.Null(Envelope.Parse(Encoding.UTF8.GetBytes(frame)));

    [Fact]
    public void Fields_of_a_command_that_are_odd_are_refused_or_translated()
    {
        string[] odd = ["", " ", "/", "\0", "\ud800", "<@", "<@U1|\udc00>", new string('x', 100_000), new string('<', 5_000), "1.1"];
        string[] names = ["team_id", "enterprise_id", "is_enterprise_install", "channel_id", "channel_name", "user_id", "user_name",
            "command", "text", "trigger_id", "response_url"];
        foreach (var name in names)
        {
            foreach (var value in odd.Append(null))
            {
                var translation = SlashCommand.Translate(
                    field => field == name ? value : field switch
                    {
                        "team_id" => "T1", "channel_id" => "C1", "user_id" => "U1", "command" => "/agenda", "trigger_id" => "1.1",
                        _ => null,
                    },
                    _ => "UBOT");
                translation.Make?.Invoke(Profiles.None("T1"));
            }
        }
    }

    private static void Translate(string payload)
    {
        if (JsonMembers.Parse(Encoding.UTF8.GetBytes(payload)) is not { } json) return;
        var tenant = SlackEvents.TenantOf(json);
        var told = JsonMembers.Member(json, "event");
        SlackEvents.Withdrawn(json);
        SlackEvents.Translate(json, _ => "UBOT").Make?.Invoke(Profiles.None("T1"));
        if (tenant is not null) HomeRequest.OfEvent(tenant, told);
        Profiles.Read(JsonMembers.Member(told, "user"));
        Interaction.Translate(json, _ => null).Translation.Make?.Invoke(Profiles.None("T1"));
        MessageShortcut.Translate(json, _ => "UBOT").Translation.Make?.Invoke(Profiles.None("T1"));
        Envelope.Parse(Encoding.UTF8.GetBytes(payload));
    }

    private static string Event(string told) => $$"""
        {"type":"event_callback","team_id":"T1","context_team_id":"T1","enterprise_id":"E1","context_enterprise_id":"E1","event_id":"Ev1","event_time":1700000000,
        "authorizations":[{"team_id":"T1","enterprise_id":"E1","is_enterprise_install":false,"user_id":"UBOT","is_bot":true}],"event":{{told}}}
        """;

    private static IEnumerable<object[]> Paths(JsonNode? node, object[] above) => node switch
    {
        JsonObject o => o.SelectMany(pair => Paths(pair.Value, [.. above, pair.Key]).Prepend([.. above, pair.Key])),
        JsonArray a => a.SelectMany((item, i) => Paths(item, [.. above, i]).Prepend([.. above, i])),
        _ => [],
    };

    private static (JsonNode Whole, JsonNode Holder) Copy(string payload, object[] path)
    {
        var whole = JsonNode.Parse(payload)!;
        var holder = whole;
        foreach (var step in path[..^1]) holder = step is int at ? holder[at]! : holder[(string)step]!;
        return (whole, holder);
    }
}
