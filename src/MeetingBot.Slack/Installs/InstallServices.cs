using System.Security.Cryptography;
using MeetingBot.Slack.WebApi;
using MeetingBot.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MeetingBot.Slack.Installs;

/// <summary>Composes what lets workspaces install the app themselves.</summary>
internal static class InstallServices
{
    public static void AddInstalls(this IServiceCollection services)
    {
        services.AddSingleton(provider => new InstallationRows(
            provider.GetRequiredService<ITable>(), provider.GetRequiredService<IDataProtectionProvider>()));
        services.AddSingleton(OAuth);
        services.AddSingleton(provider => new TokenRenewal(
            provider.GetRequiredService<InstallationRows>(), provider.GetRequiredService<OAuthApi>(),
            provider.GetRequiredService<TimeProvider>(), RandomNumberGenerator.GetBytes,
            SlackServices.LoggerOf(provider)));
        services.AddSingleton(provider => new InstalledWorkspaces(
            provider.GetRequiredService<InstallationRows>(), provider.GetRequiredService<TokenRenewal>(),
            provider.GetRequiredService<TimeProvider>(), SlackServices.LoggerOf(provider)));
        services.AddSingleton(Door);
    }

    public static void MapInstalls(this IEndpointRouteBuilder endpoints)
    {
        var door = new Lazy<InstallDoor>(endpoints.ServiceProvider.GetRequiredService<InstallDoor>);
        endpoints.MapGet("/slack/install", (RequestDelegate)(context => door.Value.InstallAsync(context)));
        endpoints.MapGet("/slack/oauth", (RequestDelegate)(context => door.Value.ReturnAsync(context)));
    }

    private static OAuthApi OAuth(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<SlackOptions>();
        return new OAuthApi(
            new SlackClient(
                SlackHttp.Client(), options.ApiUrl, provider.GetRequiredService<TimeProvider>(), options.CallLimit,
                SlackServices.LoggerOf(provider)),
            options.ClientId!, options.ClientSecret!);
    }

    private static InstallDoor Door(IServiceProvider provider) => new(
        provider.GetRequiredService<SlackOptions>(),
        new InstallState(provider.GetRequiredService<IDataProtectionProvider>(), RandomNumberGenerator.GetBytes),
        provider.GetRequiredService<InstallationRows>(), provider.GetRequiredService<OAuthApi>(),
        provider.GetRequiredService<InstalledWorkspaces>(), provider.GetRequiredService<TimeProvider>(),
        SlackServices.LoggerOf(provider));
}
