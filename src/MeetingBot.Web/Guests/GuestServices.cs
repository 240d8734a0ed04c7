using MeetingBot.Web.Doors;
using MeetingBot.Web.Pages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MeetingBot.Web.Guests;

/// <summary>Composes what all guests' pages go through, once for all of them.</summary>
public static class GuestServices
{
    /// <summary>Adds it. Expects as services: <c>RunTurn</c>, <c>TurnOptions</c>, <c>IClock</c>.</summary>
    public static IServiceCollection AddGuestDoor(this IServiceCollection services)
    {
        services.TryAddSingleton<ComponentHtml>();
        services.TryAddSingleton<PageReply>();
        services.TryAddSingleton<AddressGate>();
        services.TryAddSingleton<GuestDoor>();
        return services;
    }
}
