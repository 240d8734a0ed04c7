using System.Net;
using MeetingBot.Conversations;
using MeetingBot.Conversations.Sending;
using MeetingBot.Meetings;
using MeetingBot.Meetings.Documents;
using MeetingBot.Meetings.Feeds;
using MeetingBot.Tables;
using MeetingBot.Web.Assets;
using MeetingBot.Web.Calendars;
using MeetingBot.Web.Minutes;
using MeetingBot.Web.Rooms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace MeetingBot.Web.Tests.Hosts;

/// <summary>The room on a real Kestrel, at a free loopback port, over a table in memory.</summary>
internal sealed class RoomHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RoomHost(WebApplication app, MemoryTable table, FakeGroup group, FakeClock clock)
    {
        (_app, Table, Group, Clock) = (app, table, group, clock);
        Address = new Uri(app.Urls.Single());
    }

    public Uri Address { get; }

    public MemoryTable Table { get; }

    public FakeGroup Group { get; }

    public FakeClock Clock { get; }

    public IChannel Channel => _app.Services.GetRequiredService<IChannel>();

    public static async Task<RoomHost> StartAsync(
        RoomOptions? options = null, MemoryTable? table = null, FakeGroup? group = null, int port = 0)
    {
        (table, group) = (table ?? new MemoryTable(), group ?? new FakeGroup());
        var clock = new FakeClock();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.AddSingleton<ITable>(table).AddSingleton<IClock>(clock).AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(new TurnOptions("Etc/UTC", new Uri("http://localhost:3978")));
        builder.Services.AddSingleton<RunTurn>(group.RunAsync);
        builder.Services.AddSingleton<ViewCard>(group.ViewCardAsync);
        builder.Services.AddSingleton<ViewGroup>((_, _) => ValueTask.FromResult(group.Overview));
        builder.Services.AddSingleton<ViewMinutes>(group.ViewMinutesAsync);
        builder.Services.AddSingleton<ResolveMinutesLink>((token, _) => ValueTask.FromResult(
            token == "s3cret-link" ? RoomName.Conversation("main").Group : null));
        builder.Services.AddSingleton<ViewCalendar>(group.ViewCalendarAsync);
        builder.Services.AddRoom(options ?? new RoomOptions());
        var app = builder.Build();
        app.MapAssets();
        app.MapRoom();
        app.MapMinutes();
        app.MapCalendars();
        await app.StartAsync();
        return new RoomHost(app, table, group, clock);
    }

    /// <summary>What the outbox would do: a message of the bot into a room.</summary>
    public async Task<string> PostAsync(Outgoing message, string? outboxId = null, string? existing = null)
    {
        var edited = existing is null ? null : new LiveCard(existing);
        var delivery = await Channel.DeliverAsync(outboxId ?? Guid.NewGuid().ToString(), message, edited, default);
        return Assert.IsType<Delivery.Sent>(delivery).MessageId!;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
