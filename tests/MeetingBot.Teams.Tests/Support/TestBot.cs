using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using MeetingBot.Conversations;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MeetingBot.Teams.Support;

/// <summary>The door on a real server; its turns are recorded and answered by the test.</summary>
internal sealed class TestBot : IAsyncDisposable
{
    // The client sends a body up to 1,024 bytes whatever the answer is.
    private static readonly string Padding = new(' ', 2_000);

    private WebApplication _app = null!;

    public ConcurrentQueue<Incoming> Turns { get; } = new();

    public LogLines Logs { get; } = new();

    public HttpClient Http { get; private set; } = null!;

    public Uri Address => _app.Address();

    /// <param name="run">What a turn does; records and answers nothing when not given.</param>
    /// <param name="remote">The address callers seem to come from.</param>
    /// <param name="readFile">The files that are offered; none when not given.</param>
    public static async Task<TestBot> StartAsync(
        TeamsOptions options, RunTurn? run = null, TimeProvider? time = null, IPAddress? remote = null,
        ReadFile? readFile = null)
    {
        var bot = new TestBot();
        bot._app = await Loopback.StartAsync(
            builder =>
            {
                builder.Logging.AddProvider(bot.Logs);
                if (time is not null) builder.Services.AddSingleton(time);
                builder.Services.AddTeams(options);
                if (readFile is not null) builder.Services.AddSingleton(readFile);
                builder.Services.AddSingleton<RunTurn>((incoming, cancel) =>
                {
                    bot.Turns.Enqueue(incoming);
                    return run?.Invoke(incoming, cancel) ?? new ValueTask<TurnOutcome>(new TurnOutcome(null));
                });
            },
            app =>
            {
                if (remote is not null) app.Use((context, next) =>
                {
                    context.Connection.RemoteIpAddress = remote;
                    return next(context);
                });
                app.MapTeams();
            });
        var handler = new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(5), UseProxy = false };
        bot.Http = new HttpClient(handler) { BaseAddress = bot.Address };
        return bot;
    }

    public Task<HttpResponseMessage> PostAsync(JsonNode activity, string? authorization = null) =>
        PostAsync(JsonBody(activity.ToJsonString()), authorization);

    public Task<HttpResponseMessage> PostAsync(
        HttpContent body, string? authorization = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = body };
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return Http.SendAsync(request);
    }

    /// <summary>Posts a body that is only sent when the server asks for it; whether it did.</summary>
    public async Task<(HttpStatusCode Status, bool Read)> OfferAsync(JsonNode activity, params string[] authorization)
    {
        using var body = new OfferedBody(activity.ToJsonString() + Padding);
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = body };
        request.Headers.ExpectContinue = true;
        foreach (var value in authorization) request.Headers.TryAddWithoutValidation("Authorization", value);
        using var response = await Http.SendAsync(request);
        return (response.StatusCode, body.WasAskedFor);
    }

    public static ByteArrayContent JsonBody(string json) => JsonBody(Encoding.UTF8.GetBytes(json));

    public static ByteArrayContent JsonBody(byte[] json)
    {
        var content = new ByteArrayContent(json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }

    private sealed class OfferedBody : HttpContent
    {
        private readonly byte[] _bytes;

        public OfferedBody(string json)
        {
            _bytes = Encoding.UTF8.GetBytes(json);
            Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        public bool WasAskedFor { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            WasAskedFor = true;
            await stream.WriteAsync(_bytes);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _bytes.Length;
            return true;
        }
    }
}
