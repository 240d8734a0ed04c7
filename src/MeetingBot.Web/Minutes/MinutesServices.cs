using MeetingBot.Web.Pages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MeetingBot.Web.Minutes;

/// <summary>Composes the minutes pages.</summary>
public static class MinutesServices
{
    /// <summary>Adds what draws minutes. Expects <c>ViewMinutes</c> as a service.</summary>
    public static IServiceCollection AddMinutesPages(this IServiceCollection services)
    {
        services.TryAddSingleton<ComponentHtml>();
        services.TryAddSingleton<PageReply>();
        services.TryAddSingleton<MinutesReply>();
        return services;
    }
}
