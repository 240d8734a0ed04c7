using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MeetingBot.Slack.Tests.Support;
using static MeetingBot.Slack.Tests.Support.SlackRequests;

namespace MeetingBot.EndToEnd.Tests.Slack;

/// <summary>
/// The people of a workspace with one channel, and the Slack that carries what they type and press to the bot, signed,
/// and shows what it answers.
/// </summary>
internal sealed partial class SlackPeople : IAsyncDisposable
{
    public const string Team = "T1";
    public const string Channel = "C1";

    private const string Token = "xoxb-1";
    private const string Bot = "UBOT";
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    private static readonly string[] SlashCommands =
        ["agenda", "meeting", "note", "decision", "action", "actions", "minutes", "poll", "risk", "when", "meetingbot"];

    private readonly HttpClient http = new();
    private int counter;

    private SlackPeople(FakeSlack slack) => Slack = slack;

    public FakeSlack Slack { get; }

    /// <summary>What starts the bot as the one of this workspace.</summary>
    public string[] Settings =>
        [$"--Slack:SigningSecret={Secret}", $"--Slack:BotToken={Token}", $"--Slack:ApiUrl={Slack.ApiUrl}"];

    /// <param name="zone">The IANA zone of all of them.</param>
    public static async Task<SlackPeople> StartAsync(string zone, params string[] names)
    {
        var workspace = new FakeWorkspace(Team, Token, Bot)
            .WithChannel(Channel, [.. names.Select(Id), Bot]);
        foreach (var name in names) workspace.With(Id(name), name, zone);
        var slack = await FakeSlack.StartAsync(workspace);
        slack.Methods.KeepsPace = true;
        return new SlackPeople(slack);
    }

    public static string Id(string name) => $"U{name.ToUpperInvariant()}";

    /// <summary>The channel of the bot's own chat with somebody.</summary>
    public static string PersonalOf(string name) => $"D{Id(name)[1..]}";

    /// <summary>
    /// Types a line as people do: a command of Slack's where it has one of the name, <c>/meetingbot</c> before another,
    /// else a message. Who is named with an at sign is mentioned.
    /// </summary>
    public Task TypesAsync(Uri bot, string who, string typed)
    {
        var line = Mention().Replace(typed, mention => $"<@{Id(mention.Groups[1].Value)}>");
        if (!line.StartsWith('/')) return SaysAsync(bot, who, line);
        var blank = line.AsSpan().IndexOfAny(' ', '\n');
        var word = blank < 0 ? line[1..] : line[1..blank];
        return SlashCommands.Contains(word, StringComparer.Ordinal)
            ? CommandAsync(bot, who, "/" + word, blank < 0 ? "" : line[(blank + 1)..])
            : CommandAsync(bot, who, "/meetingbot", line[1..]);
    }

    public Task SaysAsync(Uri bot, string who, string text, string channel = Channel) =>
        EventAsync(bot, "message", who, text, channel);

    /// <summary>Says a command to the bot by its name, of which Slack tells twice.</summary>
    public async Task MentionsAsync(Uri bot, string who, string text)
    {
        var (said, ts) = ($"<@{Bot}> {text}", Next("1699999999."));
        await EventAsync(bot, "app_mention", who, said, Channel, ts);
        await EventAsync(bot, "message", who, said, Channel, ts);
    }

    /// <summary>Presses a button as a client does, with what is filled in; a button that opens a form fills that in.</summary>
    /// <returns>What is shown to the person for it, to be pressed in turn.</returns>
    public async Task<FakeMessage> PressesAsync(
        Uri bot, FakeMessage message, string title, string who, params (string Input, string Value)[] inputs)
    {
        var button = BlockNodes.Button(message, title);
        var opens = (string?)button["action_id"] == "modal|open";
        var url = Slack.ResponseUrl();
        var press = Payload("block_actions", who);
        press["channel"] = new JsonObject { ["id"] = message.Channel };
        press["container"] = new JsonObject
        {
            ["type"] = "message", ["message_ts"] = message.Ts, ["channel_id"] = message.Channel,
            ["is_ephemeral"] = message.Only is not null,
        };
        press["message"] = new JsonObject { ["ts"] = message.Ts };
        press["state"] = FilledIn.Of(JsonNode.Parse(message.Blocks)!, opens ? [] : inputs);
        press["actions"] = new JsonArray(button.DeepClone());
        press["response_url"] = url;
        var before = Slack.Methods.Messages.Count;
        await InteractAsync(bot, press);
        if (opens)
        {
            await SubmitsAsync(bot, (string)press["trigger_id"]!, who, inputs);
            return await SeesAsync(
                sent => sent.Only == Id(who) && sent.Channel == message.Channel, "the answer to a form", before);
        }
        await Eventually(() => Slack.ShownAt.Any(shown => shown.Url == url), $"the answer to {title}");
        var answer = Slack.ShownAt.Last(shown => shown.Url == url).Body;
        return message with
        {
            Text = (string)answer["text"]!, Blocks = answer["blocks"]?.ToJsonString() ?? "", Only = Id(who),
        };
    }

    /// <summary>Waits for a message that fits, as it stands then; the newest if several do.</summary>
    /// <param name="after">How many messages are not looked at.</param>
    public async Task<FakeMessage> SeesAsync(Func<FakeMessage, bool> fits, string what, int after = 0)
    {
        FakeMessage? found = null;
        await Eventually(() => (found = Slack.Methods.Messages.Skip(after).LastOrDefault(fits)) is not null, what);
        return found!;
    }

    public Task<FakeMessage> SeesAsync(string words, string channel = Channel, int after = 0) => SeesAsync(
        message => message.Channel == channel && message.All.Contains(words, StringComparison.Ordinal), words, after);

    /// <summary>Waits until a file of that name is shown in a channel.</summary>
    public Task SharesAsync(string name, string channel) =>
        Eventually(() => Slack.Methods.Shared.ToArray().Contains((name, channel)), name);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Slack.DisposeAsync();
    }

    private Task<string> CommandAsync(Uri bot, string who, string command, string text) => SendAsync(bot, "slack/commands", Form(
        ("team_id", Team), ("channel_id", Channel), ("channel_name", "general"), ("user_id", Id(who)),
        ("user_name", who), ("command", command), ("text", text), ("trigger_id", Next("1.2.")),
        ("response_url", Slack.ResponseUrl())));

    private Task<string> EventAsync(Uri bot, string type, string who, string text, string channel, string? ts = null)
    {
        var told = Event(type, Id(who), text, channel, ts ?? Next("1699999999."));
        return SendAsync(bot, "slack/events", Envelope(told, Team, Next("Ev"), Bot).ToJsonString());
    }

    private async Task SubmitsAsync(Uri bot, string trigger, string who, (string Input, string Value)[] inputs)
    {
        await Eventually(() => Slack.Methods.Views.ToArray().Any(opened => opened.Trigger == trigger), "a form");
        var view = Slack.Methods.Views.ToArray().First(opened => opened.Trigger == trigger).View.DeepClone();
        view["state"] = FilledIn.Of(view["blocks"]!, inputs);
        var submission = Payload("view_submission", who);
        submission["view"] = view;
        Assert.Equal("", await InteractAsync(bot, submission));
    }

    private JsonObject Payload(string type, string who) => new()
    {
        ["type"] = type, ["trigger_id"] = Next("3.4."),
        ["team"] = new JsonObject { ["id"] = Team },
        ["user"] = new JsonObject { ["id"] = Id(who), ["username"] = who, ["team_id"] = Team },
    };

    private Task<string> InteractAsync(Uri bot, JsonObject payload) =>
        SendAsync(bot, "slack/interactions", Form(("payload", payload.ToJsonString())));

    private async Task<string> SendAsync(Uri bot, string path, string body)
    {
        using var request = Signed(new Uri(bot, path), body, Secret, DateTimeOffset.UtcNow);
        using var response = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    // What Slack has is looked at again whenever it was called.
    private async Task Eventually(Func<bool> condition, string what)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var seen = Slack.Changed;
        while (!condition())
        {
            try
            {
                await seen.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                var stands = string.Join("\n---\n", Slack.Methods.Messages.TakeLast(5).Select(message => message.All));
                throw new TimeoutException($"Still missing: {what}. Slack has last:\n{stands}");
            }
            seen = Slack.Changed;
        }
    }

    [GeneratedRegex(@"@([A-Z][a-z]+)\b")]
    private static partial Regex Mention();

    private string Next(string prefix) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}{Interlocked.Increment(ref counter):D6}");
}
