using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using MeetingBot.Conversations;
using MeetingBot.Conversations.Sending;
using MeetingBot.Kit;
using MeetingBot.Linking;
using MeetingBot.Meetings;
using MeetingBot.Meetings.Homes;
using MeetingBot.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using static MeetingBot.Slack.Tests.Support.SlackRequests;

namespace MeetingBot.Slack.Tests.Support;

/// <summary>The whole bot behind the door of Slack on a real server, with its rows in memory.</summary>
internal sealed class SlackBot : IAsyncDisposable
{
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    public const string Team = "T1";
    public const string Channel = "C1";

    private WebApplication _app = null!;
    private int _counter;
    private string _instance = "a";

    public MemoryTable Table { get; private init; } = new();

    public LogLines Logs { get; } = new();

    public HttpClient Http { get; private set; } = null!;

    /// <summary>Follows no redirects and keeps no cookies.</summary>
    public HttpClient Plain { get; private set; } = null!;

    public MovableTime Time { get; private set; } = new();

    public Outbox? Outbox => _app.Services.GetService<Outbox>();

    /// <summary>The workspace of most tests: a channel with two people and the bot.</summary>
    public static FakeWorkspace Workspace() => new FakeWorkspace(Team, "xoxb-1", "UBOT")
        .With("U1", "Ada").With("U2", "Grace", "America/New_York").WithChannel(Channel, "U1", "U2", "UBOT");

    /// <param name="run">What a turn does, in place of the bot.</param>
    /// <param name="house">With it workspaces install the app; null for the one whose token is set.</param>
    public static async Task<SlackBot> StartAsync(
        FakeSlack slack, RunTurn? run = null, string? secret = Secret, TimeSpan? ackLimit = null,
        InstallHouse? house = null, MemoryTable? table = null, string instance = "a",
        ReadFile? file = null)
    {
        var bot = new SlackBot { Table = house?.Table ?? table ?? new MemoryTable(), _instance = instance };
        if (house is not null) bot.Time = house.Time;
        bot._app = await Loopback.StartAsync(
            builder =>
            {
                builder.Logging.AddProvider(bot.Logs);
                // As the program's own settings have it.
                builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
                builder.Services.AddSingleton<TimeProvider>(bot.Time);
                if (house is not null)
                    builder.Services.AddSingleton<ITable>(house.Table).AddSingleton(house.Keys);
                builder.Services.AddSlack(new SlackOptions
                {
                    SigningSecret = secret,
                    BotToken = secret is null || house is not null ? null : "xoxb-1",
                    ClientId = house is null ? null : FakeOAuth.ClientId,
                    ClientSecret = house is null ? null : FakeOAuth.ClientSecret,
                    PublicUrl = new Uri("https://bot.example/"),
                    CallLimit = house?.CallLimit ?? TimeSpan.FromSeconds(10),
                    ApiUrl = slack.ApiUrl,
                    Development = true,
                    Pace = TimeSpan.Zero,
                    // On a busy machine a turn may take longer than Slack waits; what comes of it is looked at here.
                    AckLimit = ackLimit ?? TimeSpan.FromSeconds(20),
                });
                if (file is not null) builder.Services.AddSingleton(file);
                if (run is not null) builder.Services.AddSingleton(run);
                else AddTurns(builder.Services, bot.Table, house?.NextInstance() ?? instance, table is null);
            },
            app => app.MapSlack());
        bot.Http = new HttpClient { BaseAddress = bot._app.Address() };
        bot.Plain = bot.From("127.0.0.1");
        return bot;
    }

    /// <summary>Calls from that address of this machine; follows no redirects and keeps no cookies.</summary>
    public HttpClient From(string address) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectCallback = async (context, cancel) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
            await socket.ConnectAsync(context.DnsEndPoint, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    {
        BaseAddress = _app.Address(),
    };

    /// <summary>Stops the process in order, as who runs the service does.</summary>
    public Task StopAsync() => _app.StopAsync();

    /// <summary>Everything that is to be sent has been.</summary>
    public Task Settled() => Eventually.Until(() => Outbox!.Waiting == 0, "the outbox is empty");

    public Task<HttpResponseMessage> PostAsync(
        string path, string body, string? signature = null, DateTimeOffset? at = null, string secret = Secret) =>
        Http.SendAsync(Signed(new Uri(path, UriKind.Relative), body, secret, at ?? Time.GetUtcNow(), signature));

    /// <summary>A slash command as Slack sends it; the response's text.</summary>
    public async Task<string> CommandAsync(
        string user, string line, string channel = Channel, string? trigger = null, string team = Team,
        string? responseUrl = null)
    {
        var blank = line.IndexOf(' ', StringComparison.Ordinal);
        var form = Form(
            ("team_id", team), ("channel_id", channel), ("channel_name", channel[0] == 'D' ? "directmessage" : "general"),
            ("user_id", user), ("user_name", "somebody"), ("command", blank < 0 ? line : line[..blank]),
            ("text", blank < 0 ? "" : line[(blank + 1)..]), ("trigger_id", trigger ?? Next("1.2.")),
            ("response_url", responseUrl ?? ""));
        return await TakenAsync("/slack/commands", form);
    }

    /// <summary>A message as an event.</summary>
    public Task<string> SayAsync(string user, string text, string channel = Channel, string? ts = null) =>
        EventAsync(Event("message", user, text, channel, ts ?? Next("1699999999.")));

    public Task<string> EventAsync(JsonObject told, string team = Team, string? id = null) =>
        TakenAsync("/slack/events", Envelope(told, team, id ?? Next("Ev")).ToJsonString());

    public Task<string> InteractAsync(JsonObject payload) =>
        TakenAsync("/slack/interactions", Form(("payload", payload.ToJsonString())));

    public async Task<string> TakenAsync(string path, string body)
    {
        using var response = await PostAsync(path, body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    public string Next(string prefix) =>
        $"{prefix}{(_instance == "a" ? "" : "1")}{Interlocked.Increment(ref _counter):D6}";

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        Plain.Dispose();
        await _app.DisposeAsync();
    }

    // As the program puts them together; what is tried again is tried soon.
    private static void AddTurns(IServiceCollection services, MemoryTable table, string instance, bool alone)
    {
        var options = new TurnOptions("Europe/Zurich", new Uri("https://bot.example/"));
        var clock = SystemClock.Instance;
        services.AddSingleton(provider => new OutboxServices(
            instance, alone, clock,
            (length, cancel) => Task.Delay(Soon(length), cancel),
            () => 0, provider.GetRequiredService<ILoggerFactory>().CreateLogger("outbox")));
        services.AddSingleton(_ => new GroupViews(table, clock, options));
        services.AddSingleton<ViewHome>(new HomeViews(table, clock, options).HomeAsync);
        services.AddSingleton<IChannel>(provider => new LinkDoor(
            table, (incoming, cancel) => provider.GetRequiredService<RunTurn>()(incoming, cancel), clock));
        services.AddSingleton(provider => new Outbox(
            table, provider.GetServices<IChannel>(), provider.GetRequiredService<OutboxServices>(),
            provider.GetRequiredService<GroupViews>().DrawAsync));
        services.AddSingleton(provider => new TurnRunner(
            table, MeetingCommands.Reader, provider.GetRequiredService<Outbox>(),
            new SeenSweeper(table, provider.GetRequiredService<OutboxServices>()), clock, new TurnIds(instance),
            () => RandomNumberGenerator.GetHexString(22), options));
        services.AddSingleton<RunTurn>(provider => provider.GetRequiredService<TurnRunner>().RunAsync);
    }

    private static TimeSpan Soon(Duration length) =>
        length > Duration.FromMilliseconds(20) ? TimeSpan.FromMilliseconds(20) : length.ToTimeSpan();
}
