using MeetingBot.Conversations;
using MeetingBot.Teams.Authentication;
using MeetingBot.Teams.Connector;
using MeetingBot.Teams.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MeetingBot.Teams;

/// <summary>Composes the Teams door. Nothing is fetched or made before the first request or message needs it.</summary>
public static class TeamsServices
{
    /// <summary>Adds the door as the settings say; <see cref="RunTurn"/> is the program's to add.</summary>
    /// <exception cref="OptionsValidationException">The settings are wrong; each failure names one.</exception>
    public static IServiceCollection AddTeams(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment) =>
        services.AddTeams(TeamsSettings.Read(configuration, environment.IsDevelopment()));

    /// <inheritdoc cref="AddTeams(IServiceCollection, IConfiguration, IHostEnvironment)"/>
    public static IServiceCollection AddTeams(this IServiceCollection services, TeamsOptions options)
    {
        var problems = TeamsOptionsCheck.Problems(options);
        if (problems.Count > 0) throw new OptionsValidationException("Teams", typeof(TeamsOptions), problems);

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(Endpoint);
        services.AddSingleton(Connector);
        services.AddSingleton(Channel);
        services.AddSingleton<IChannel>(provider => provider.GetRequiredService<TeamsChannel>());
        services.AddSingleton<IRoster>(provider => new TeamsRoster(
            provider.GetRequiredService<ConnectorClient>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<TeamsOptions>().CallLimit));
        return services;
    }

    /// <summary>Maps <c>POST /api/messages</c>; any other method is answered 405.</summary>
    public static IEndpointConventionBuilder MapTeams(this IEndpointRouteBuilder endpoints)
    {
        var options = endpoints.ServiceProvider.GetRequiredService<TeamsOptions>();
        var logger = LoggerOf(endpoints.ServiceProvider);
        if (options.Door == TeamsDoor.Open) Log.DoorOpen(logger);
        if (options.Door == TeamsDoor.Closed) Log.DoorClosed(logger);

        var endpoint = new Lazy<TeamsEndpoint>(() => endpoints.ServiceProvider.GetRequiredService<TeamsEndpoint>());
        return endpoints.MapPost("/api/messages", (RequestDelegate)(context => endpoint.Value.HandleAsync(context)));
    }

    private static TeamsEndpoint Endpoint(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<TeamsOptions>();
        var time = provider.GetRequiredService<TimeProvider>();
        var logger = LoggerOf(provider);
        var doorkeeper = new Doorkeeper(options, Validator(options, time, logger));
        var hosts = new FileHosts(options);
        var downloads = new FileDownload(ConnectorHttp.Client(), hosts, time, options.FileLimit, logger);
        var uploads = new FileUploads(
            ConnectorHttp.Client(), hosts, provider.GetRequiredService<ConnectorClient>(),
            provider.GetService<ReadFile>(), time, logger);
        return new TeamsEndpoint(
            doorkeeper, provider.GetRequiredService<RunTurn>(), downloads, uploads, options, time, logger);
    }

    private static TokenValidator? Validator(TeamsOptions options, TimeProvider time, ILogger logger)
    {
        if (options.Door != TeamsDoor.Authenticated) return null;
        var metadata = options.Cloud.OpenIdMetadataUrl;
        var keys = new SigningKeys(metadata.AbsoluteUri, new PinnedDocuments(metadata), time, logger);
        return new TokenValidator(options.AppId!, options.Cloud.Issuer, keys, time);
    }

    private static TeamsChannel Channel(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<TeamsOptions>();
        var time = provider.GetRequiredService<TimeProvider>();
        var logger = LoggerOf(provider);
        return new TeamsChannel(
            provider.GetRequiredService<ConnectorClient>(), time, options.CallLimit, logger,
            provider.GetService<ReadFile>());
    }

    private static ConnectorClient Connector(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<TeamsOptions>();
        var time = provider.GetRequiredService<TimeProvider>();
        var tokens = options.Door == TeamsDoor.Authenticated ? Tokens(options, time) : null;
        return new ConnectorClient(
            ConnectorHttp.Client(), new ServiceHosts(options), tokens, time, options.CallLimit, LoggerOf(provider));
    }

    // Apart, so that without credentials the libraries behind it are not even loaded.
    private static ConnectorTokens Tokens(TeamsOptions options, TimeProvider time) =>
        new(AppCredentials.Of(options, AppCredentials.ManagedIdentity), time);

    private static ILogger LoggerOf(IServiceProvider provider) =>
        provider.GetRequiredService<ILoggerFactory>().CreateLogger("MeetingBot.Teams");
}
