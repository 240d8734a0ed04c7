using System.Collections.Concurrent;
using System.Net.WebSockets;
using MeetingBot.Conversations;
using MeetingBot.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MeetingBot.Slack.Tests.Sockets;

public sealed class SocketModeTests
{
    [Fact]
    public async Task A_command_an_event_and_a_press_are_taken_and_acknowledged()
    {
        await using var bot = await SocketBot.StartAsync();
        var socket = await bot.Slack.NextAsync();

        await socket.SendAsync(Command("e1", "/agenda", "add Tokens", "13.1"));
        Assert.Equal("e1", (await socket.AcknowledgedAsync()).GetProperty("envelope_id").GetString());
        await socket.SendAsync(Talk("e2", "Ev2", "<@UBOT> agenda", "2.2"));
        Assert.Equal("e2", (await socket.AcknowledgedAsync()).GetProperty("envelope_id").GetString());

        await Eventually.Until(() => bot.Turns.Count == 2, "both are turns");
        Assert.Contains(bot.Turns, turn => turn is IncomingMessage { Text: "/agenda add Tokens", Conversation: { Tenant: "T1", Id: "C1" } });
        Assert.Contains(bot.Turns, turn => turn is IncomingMessage { Addressed: true });
    }

    [Fact]
    public async Task What_comes_twice_has_the_same_delivery_id()
    {
        await using var bot = await SocketBot.StartAsync();
        var socket = await bot.Slack.NextAsync();
        await socket.SendAsync(Talk("e1", "Ev1", "<@UBOT> agenda", "1.1"));
        await socket.SendAsync(Talk("e1", "Ev1", "<@UBOT> agenda", "1.1"));
        await socket.AcknowledgedAsync();
        await socket.AcknowledgedAsync();
        await Eventually.Until(() => bot.Turns.Count == 2, "both are turns");
        Assert.Single(bot.Turns.Select(turn => turn.DeliveryId).Distinct());
    }

    [Fact]
    public async Task Before_a_connection_ends_there_is_another_and_nothing_is_lost()
    {
        await using var bot = await SocketBot.StartAsync();
        var first = await bot.Slack.NextAsync();
        await first.SendAsync("""{"type":"disconnect","reason":"refresh_requested","debug_info":{}}""");
        var second = await bot.Slack.NextAsync();
        // The old one still delivers until the new one is there.
        await second.SendAsync(Talk("n1", "EvN", "<@UBOT> agenda", "3.1"));
        Assert.Equal("n1", (await second.AcknowledgedAsync()).GetProperty("envelope_id").GetString());
        await first.Closed.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task What_the_old_connection_had_is_acknowledged_there()
    {
        await using var bot = await SocketBot.StartAsync();
        var first = await bot.Slack.NextAsync();
        var held = new TaskCompletionSource();
        bot.Hold = held.Task;
        await first.SendAsync(Talk("o1", "EvO", "<@UBOT> agenda", "1.1"));
        await Eventually.Until(() => bot.Turns.Count == 1, "the turn has begun");
        await first.SendAsync("""{"type":"disconnect","reason":"warning"}""");
        await bot.Slack.NextAsync();
        held.SetResult();
        Assert.Equal("o1", (await first.AcknowledgedAsync()).GetProperty("envelope_id").GetString());
    }

    [Fact]
    public async Task A_connection_that_is_cut_and_a_call_that_fails_are_made_good()
    {
        await using var bot = await SocketBot.StartAsync();
        var first = await bot.Slack.NextAsync();
        bot.Slack.Failing = 2;
        first.Cut();
        var second = await bot.Slack.NextAsync();
        await second.SendAsync(Talk("n1", "EvN", "<@UBOT> agenda", "3.1"));
        Assert.Equal("n1", (await second.AcknowledgedAsync()).GetProperty("envelope_id").GetString());
    }

    [Fact]
    public async Task Garbage_is_passed_over()
    {
        await using var bot = await SocketBot.StartAsync();
        var socket = await bot.Slack.NextAsync();
        foreach (var garbage in new[] { "", "[]", "{", "null", """{"type":1}""", """{"type":"events_api"}""", """{"envelope_id":"x"}""",
            """{"type":"events_api","envelope_id":"g","payload":"no object"}""", """{"type":"other","envelope_id":"h","payload":{}}""" })
            await socket.SendAsync(garbage);
        await socket.SendAsync([0xff, 0xfe, 0x00], WebSocketMessageType.Binary);
        await socket.SendAsync(Talk("e1", "Ev1", "<@UBOT> agenda", "1.1"));
        string? id;
        do id = (await socket.AcknowledgedAsync()).GetProperty("envelope_id").GetString();
        while (id != "e1");
    }

    [Fact]
    public async Task What_is_too_large_ends_the_connection_and_not_the_service()
    {
        await using var bot = await SocketBot.StartAsync();
        var socket = await bot.Slack.NextAsync();
        await socket.SendAsync(new string('x', 2 << 20));
        var second = await bot.Slack.NextAsync();
        await second.SendAsync(Talk("n1", "EvN", "<@UBOT> agenda", "3.1"));
        Assert.Equal("n1", (await second.AcknowledgedAsync()).GetProperty("envelope_id").GetString());
    }

    [Fact]
    public async Task What_was_not_stored_is_not_acknowledged_so_that_it_comes_again()
    {
        await using var bot = await SocketBot.StartAsync();
        var socket = await bot.Slack.NextAsync();
        bot.Failing = 1;
        await socket.SendAsync(Talk("e1", "Ev1", "<@UBOT> agenda", "1.1"));
        await Eventually.Until(() => bot.Turns.Count == 1, "the turn has failed");
        await socket.SendAsync(Talk("e2", "Ev2", "<@UBOT> agenda", "1.2"));
        Assert.Equal("e2", (await socket.AcknowledgedAsync()).GetProperty("envelope_id").GetString());
    }

    private static string Command(string envelope, string command, string text, string trigger) =>
        $$$"""
        {"type":"slash_commands","envelope_id":"{{{envelope}}}","accepts_response_payload":true,"payload":{
          "team_id":"T1","channel_id":"C1","channel_name":"tokens","user_id":"U1","user_name":"luna","command":"{{{command}}}",
          "text":"{{{text}}}","trigger_id":"{{{trigger}}}","response_url":"https://hooks.slack.com/commands/1","is_enterprise_install":"false"} }
        """;

    private static string Talk(string envelope, string id, string text, string ts) =>
        $$$"""
        {"type":"events_api","envelope_id":"{{{envelope}}}","accepts_response_payload":false,"retry_attempt":0,"retry_reason":"","payload":{
          "type":"event_callback","team_id":"T1","api_app_id":"A1","event_id":"{{{id}}}","event_time":1700000000,
          "authorizations":[{"enterprise_id":null,"team_id":"T1","user_id":"UBOT","is_bot":true,"is_enterprise_install":false}],
          "event":{"type":"app_mention","user":"U1","text":"{{{text}}}","ts":"{{{ts}}}","channel":"C1","event_ts":"{{{ts}}}"} } }
        """;

    private sealed class SocketBot : IAsyncDisposable
    {
        private readonly IHost _host;

        private SocketBot(FakeSockets slack)
        {
            Slack = slack;
            var builder = Host.CreateEmptyApplicationBuilder(null);
            builder.Services.AddLogging();
            builder.Services.AddSingleton<RunTurn>(async (incoming, _) =>
            {
                Turns.Enqueue(incoming);
                await Hold;
                return Failing-- > 0 ? throw new Tables.TableUnavailableException("away") : new TurnOutcome(null);
            });
            builder.Services.AddSlack(new SlackOptions
            {
                BotToken = "xoxb-test", AppToken = FakeSockets.AppToken, ApiUrl = slack.ApiUrl, Development = true, Connections = 1,
            });
            _host = builder.Build();
        }

        public FakeSockets Slack { get; }

        public ConcurrentQueue<Incoming> Turns { get; } = new();

        public Task Hold { get; set; } = Task.CompletedTask;

        public int Failing { get; set; }

        public static async Task<SocketBot> StartAsync()
        {
            var bot = new SocketBot(await FakeSockets.StartAsync());
            await bot._host.StartAsync();
            return bot;
        }

        public async ValueTask DisposeAsync()
        {
            await _host.StopAsync();
            _host.Dispose();
            await Slack.DisposeAsync();
        }
    }
}
