using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace MeetingBot.Program.Serving;

/// <summary>Where the service listens, and what it says when it does.</summary>
internal static partial class Listening
{
    private const string Usual = "http://localhost:3978";

    // Every door refuses more than 1 MiB. Up to here what it left unread is still taken in and thrown away: who is in
    // the middle of sending when the connection closes never reads the refusal.
    private const long MostThrownAway = 16 << 20;

    public static void AddListening(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration["urls"])
            && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
            builder.WebHost.UseUrls(Usual);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostThrownAway;
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
    }

    /// <summary>Says where to look once the service answers.</summary>
    public static void AnnounceStart(this WebApplication app, Settings settings) =>
        app.Lifetime.ApplicationStarted.Register(() =>
    {
        var addresses = Addresses(app);
        Log.Started(app.Logger, string.Join(", ", addresses), settings.Storage.ToString());
        if (settings.RoomIsOpen) Log.Open(app.Logger, addresses.FirstOrDefault() ?? Usual);
    });

    /// <summary>The addresses that it listens on.</summary>
    public static IReadOnlyCollection<string> Addresses(WebApplication app) =>
        [.. app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? []];

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "MeetingBot answers on {Addresses} and keeps its rows in {Store}")]
        public static partial void Started(ILogger log, string addresses, string store);

        [LoggerMessage(2, LogLevel.Information, "Try it: open {Address} in a browser")]
        public static partial void Open(ILogger log, string address);
    }
}
