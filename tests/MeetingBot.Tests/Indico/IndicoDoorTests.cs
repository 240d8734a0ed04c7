using System.Collections.Concurrent;
using System.Text.Json;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Meetings.Timetables;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace MeetingBot.Program.Indico;

/// <summary>The door to Indico, against one on this machine.</summary>
public sealed class IndicoDoorTests : IAsyncLifetime
{
    private static readonly Instant Now = Instant.FromUtc(2025, 6, 27, 14, 0);
    private static readonly ConversationReference Conversation = new("web", "", "main", ConversationKind.Room);
    private static readonly Person Mara = new("web", "", "mara", "Mara");

    private readonly ConcurrentQueue<ErrandDone> _told = new();
    private readonly ConcurrentQueue<(string Path, string Type, string Body)> _asked = new();
    private Func<HttpContext, Task> _answer = _ => Task.CompletedTask;
    private WebApplication _indico = null!;

    private Uri Address => new(_indico.Urls.Single());

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _indico = builder.Build();
        _indico.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            _asked.Enqueue((context.Request.Path, context.Request.ContentType ?? "", await reader.ReadToEndAsync()));
            await _answer(context);
        });
        await _indico.StartAsync();
    }

    public async Task DisposeAsync() => await _indico.DisposeAsync();

    [Fact]
    public async Task Event_IsPrepared_AndItsAddressToldInATurn()
    {
        _answer = context => context.Response.WriteAsJsonAsync(new { url = new Uri(Address, "#create-event:meeting::1").AbsoluteUri });
        Assert.IsType<Delivery.Sent>(await DeliverAsync());

        var (path, type, body) = Assert.Single(_asked);
        Assert.Equal(("/event/create/prepare", "application/json"), (path, type));
        var sent = JsonDocument.Parse(body).RootElement;
        Assert.Equal("TTT \"July\"", sent.GetProperty("title").GetString());
        Assert.Equal("2025-07-11T16:00:00", sent.GetProperty("start_dt").GetString());
        Assert.Equal("Europe/Zurich", sent.GetProperty("tz").GetString());
        Assert.Equal(90, sent.GetProperty("duration").GetInt32());
        Assert.Equal("meeting", sent.GetProperty("event_type").GetString());

        var told = Assert.Single(_told);
        Assert.Equal(("errand out-1", Mara, null), (told.DeliveryId, told.Sender, told.Problem));
        Assert.EndsWith("/#create-event:meeting::1", told.Address!.AbsoluteUri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(500)]
    [InlineData(429)]
    public async Task IndicoThatIsAway_IsTriedAgain_ThenToldOf(int status)
    {
        _answer = context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };
        Assert.IsType<Delivery.Later>(await DeliverAsync());
        Assert.Empty(_told);
        Assert.IsType<Delivery.Sent>(await DeliverAsync(Now + Duration.FromMinutes(2)));
        Assert.Equal((null, "It is not available."), (Assert.Single(_told).Address, _told.First().Problem));
    }

    [Fact]
    public async Task IndicoThatDoesNotAnswer_IsTriedAgain_ThenToldOf()
    {
        var never = new TaskCompletionSource();
        _answer = context => never.Task.WaitAsync(context.RequestAborted);
        Assert.IsType<Delivery.Later>(await DeliverAsync(limit: TimeSpan.FromMilliseconds(200)));
        await _indico.StopAsync(new CancellationToken(canceled: true));
        Assert.IsType<Delivery.Sent>(await DeliverAsync(Now + Duration.FromMinutes(3)));
        Assert.Equal("It did not answer.", Assert.Single(_told).Problem);
    }

    [Theory]
    [InlineData(422, "{}", "It refused that (422).")]
    [InlineData(302, "", "It refused that (302).")]
    [InlineData(200, "<html>", "Its answer was not understood.")]
    [InlineData(200, "[]", "Its answer was not understood.")]
    [InlineData(200, "{\"url\":7}", "Its answer was not understood.")]
    [InlineData(200, "{\"url\":\"\\ud800\"}", "Its answer was not understood.")]
    [InlineData(200, "{\"url\":\"https://evil.example/\"}", "Its answer led to another place, where I send nobody.")]
    [InlineData(200, "{\"url\":\"javascript:alert(1)\"}", "Its answer led to another place, where I send nobody.")]
    public async Task AnswerThatIsNone_IsToldAtOnce(int status, string body, string problem)
    {
        _answer = context =>
        {
            context.Response.StatusCode = status;
            if (status == 302) context.Response.Headers.Location = "http://127.0.0.1:1/";
            return context.Response.WriteAsync(body);
        };
        Assert.IsType<Delivery.Sent>(await DeliverAsync());
        Assert.Equal((null, problem), (Assert.Single(_told).Address, _told.First().Problem));
        Assert.Single(_asked);
    }

    [Fact]
    public async Task EndlessAnswer_IsNotReadToItsEnd()
    {
        _answer = async context =>
        {
            var much = new byte[64 * 1024];
            for (var part = 0; part < 1_000; part++) await context.Response.Body.WriteAsync(much, context.RequestAborted);
        };
        Assert.IsType<Delivery.Later>(await DeliverAsync());
    }

    [Fact]
    public async Task WhatIsNoErrand_IsRefused()
    {
        var door = Door(Now, TimeSpan.FromSeconds(5));
        Assert.IsType<Delivery.Refused>(await door.DeliverAsync("out-1", new Outgoing(Conversation, "hello"), null, default));
    }

    [Fact]
    public async Task WhereTheSettingWasTakenAway_WhoAskedIsTold()
    {
        var start = new PlannedStart(
            "1", new LocalDateTime(2025, 7, 11, 16, 0), "Europe/Zurich", Instant.FromUtc(2025, 7, 11, 14, 0));
        var message = new Outgoing(Conversation, "x", Recipient: Mara) { Errand = IndicoEvents.Of("TTT", start, Now) };
        var door = new ClosedIndicoDoor((incoming, _) =>
        {
            _told.Enqueue(Assert.IsType<ErrandDone>(incoming));
            return ValueTask.FromResult(new TurnOutcome(null));
        });
        Assert.Equal(IndicoEvents.Door, door.Platform);
        Assert.IsType<Delivery.Sent>(await door.DeliverAsync("out-1", message, null, CancellationToken.None));
        var told = Assert.Single(_told);
        Assert.Equal((Mara.Key, (Uri?)null, "There is none set here any more."), (told.Sender.Key, told.Address, told.Problem));
    }

    [Theory]
    [InlineData("https://indico.example.org", true, 0)]
    [InlineData("https://events.example.org/indico/", true, 0)]
    [InlineData("", false, 0)]
    [InlineData("http://indico.example.org", false, 1)]
    [InlineData("http://127.0.0.1:8000", false, 1)]
    [InlineData("indico.example.org", false, 1)]
    [InlineData("https://ada:x@indico.example.org", false, 1)]
    [InlineData("https://indico.example.org/?x=1", false, 1)]
    public void Setting_IsCheckedAtTheStart(string value, bool read, int wrong)
    {
        var problems = new List<string>();
        Assert.Equal(read, IndicoServices.Read(value, development: false, problems) is not null);
        Assert.Equal(wrong, problems.Count);
        Assert.All(problems, problem => Assert.StartsWith("Indico:Url is '", problem, StringComparison.Ordinal));
    }

    [Fact]
    public void OneOnThisMachine_IsForDevelopment() =>
        Assert.NotNull(IndicoServices.Read("http://127.0.0.1:8000", development: true, []));

    private ValueTask<Delivery> DeliverAsync(Instant? now = null, TimeSpan? limit = null)
    {
        var start = new PlannedStart(
            "1", new LocalDateTime(2025, 7, 11, 16, 0), "Europe/Zurich", Instant.FromUtc(2025, 7, 11, 14, 0), Duration.FromMinutes(90));
        var message = new Outgoing(Conversation, "x", Recipient: Mara) { Errand = IndicoEvents.Of("TTT \"July\"", start, Now) };
        return Door(now ?? Now, limit ?? TimeSpan.FromSeconds(20)).DeliverAsync("out-1", message, null, CancellationToken.None);
    }

    private IndicoDoor Door(Instant now, TimeSpan limit) => new(
        IndicoDoor.Client(), Address,
        (incoming, _) =>
        {
            _told.Enqueue(Assert.IsType<ErrandDone>(incoming));
            return ValueTask.FromResult(new TurnOutcome(null));
        },
        new StandingClock(now), limit, NullLogger.Instance);

    private sealed class StandingClock(Instant now) : IClock
    {
        public Instant GetCurrentInstant() => now;
    }
}
