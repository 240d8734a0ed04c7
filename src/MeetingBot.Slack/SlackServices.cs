using MeetingBot.Conversations;
using MeetingBot.Meetings.Homes;
using MeetingBot.Slack.Homes;
using MeetingBot.Slack.Installs;
using MeetingBot.Slack.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MeetingBot.Slack;

/// <summary>Composes the Slack door. Nothing is fetched or made before the first request or message needs it.</summary>
public static class SlackServices
{
    /// <summary>
    /// Adds the door as the settings say; <see cref="RunTurn"/> is the program's to add, and, for several workspaces,
    /// the table and <c>IDataProtectionProvider</c>, whose keys must last.
    /// </summary>
    /// <exception cref="OptionsValidationException">The settings are wrong; each failure names one.</exception>
    public static IServiceCollection AddSlack(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment) =>
        services.AddSlack(SlackSettings.Read(configuration, environment.IsDevelopment()));

    /// <inheritdoc cref="AddSlack(IServiceCollection, IConfiguration, IHostEnvironment)"/>
    public static IServiceCollection AddSlack(this IServiceCollection services, SlackOptions options)
    {
        var problems = SlackOptionsCheck.Problems(options);
        if (problems.Count > 0) throw new OptionsValidationException("Slack", typeof(SlackOptions), problems);

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        // Without a connection nothing is promised to Slack, and what was before can't be sent.
        if (!options.Connected) return services;
        if (options.Installs) services.AddInstalls();
        services.AddSingleton(Server);
        services.AddSingleton(Door);
        services.AddSingleton(Channel);
        services.AddSingleton<IChannel>(provider => provider.GetRequiredService<SlackChannel>());
        services.AddSingleton<DoorDrain>();
        // Before the sockets, so that it stops after them.
        services.AddHostedService(provider => provider.GetRequiredService<DoorDrain>());
        if (options.AppToken is not null) services.AddHostedService(Sockets);
        return services;
    }

    /// <summary>Maps what Slack posts to, under <c>/slack</c>; any other method is answered 405.</summary>
    public static void MapSlack(this IEndpointRouteBuilder endpoints)
    {
        var provider = endpoints.ServiceProvider;
        if (!provider.GetRequiredService<SlackOptions>().Connected) Log.DoorClosed(LoggerOf(provider));
        var endpoint = new Lazy<SlackEndpoint>(() => Endpoint(provider));
        if (provider.GetRequiredService<SlackOptions>().Installs) endpoints.MapInstalls();
        Map("/slack/commands", static (door, body) => door.CommandFormAsync(body));
        Map("/slack/events", static (door, body) => door.EventBodyAsync(body));
        Map("/slack/interactions", static (door, body) => door.InteractionFormAsync(body));
        Map("/slack/options", static (door, body) => door.InteractionFormAsync(body));

        void Map(string path, Func<SlackDoor, ReadOnlyMemory<byte>, ValueTask<Acknowledgement>> take) =>
            endpoints.MapPost(path, (RequestDelegate)(context => endpoint.Value.HandleAsync(context, take)));
    }

    private static SlackEndpoint Endpoint(IServiceProvider provider) => new(
        provider.GetService<SlackDoor>(),
        provider.GetRequiredService<SlackOptions>(),
        provider.GetRequiredService<TimeProvider>(),
        LoggerOf(provider));

    private static SlackDoor Door(IServiceProvider provider)
    {
        var server = provider.GetRequiredService<SlackServer>();
        var turns = new DoorTurns(
            server, provider.GetRequiredService<RunTurn>(), provider.GetRequiredService<DoorDrain>(),
            provider.GetRequiredService<SlackOptions>(), provider.GetRequiredService<TimeProvider>(),
            LoggerOf(provider));
        var homes = new HomePublisher(
            server, provider.GetService<ViewHome>(), provider.GetRequiredService<SlackOptions>(),
            provider.GetRequiredService<TimeProvider>(), LoggerOf(provider));
        return new SlackDoor(
            server, turns, new HomeTab(server, turns, homes, LoggerOf(provider)), LoggerOf(provider));
    }

    private static SlackServer Server(IServiceProvider provider) => new(
        provider.GetRequiredService<SlackOptions>(), provider.GetRequiredService<TimeProvider>(),
        provider.GetService<ReadFile>(), provider.GetService<InstalledWorkspaces>(), LoggerOf(provider));

    private static SlackChannel Channel(IServiceProvider provider) => new(
        provider.GetRequiredService<SlackServer>, provider.GetRequiredService<SlackOptions>(),
        provider.GetRequiredService<TimeProvider>(), LoggerOf(provider));

    private static SocketMode Sockets(IServiceProvider provider) => new(
        provider.GetRequiredService<SlackServer>, provider.GetRequiredService<SlackDoor>,
        provider.GetRequiredService<SlackOptions>(), provider.GetRequiredService<TimeProvider>(), LoggerOf(provider));

    internal static ILogger LoggerOf(IServiceProvider provider) =>
        provider.GetRequiredService<ILoggerFactory>().CreateLogger("MeetingBot.Slack");
}
