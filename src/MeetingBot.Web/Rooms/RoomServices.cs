using MeetingBot.Conversations;
using MeetingBot.Web.Doors;
using MeetingBot.Web.Minutes;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MeetingBot.Web.Rooms;

/// <summary>Composes the try-it room.</summary>
public static class RoomServices
{
    /// <summary>
    /// Adds the room and its channel. Expects as services: <c>ITable</c>, <c>RunTurn</c>, <c>ViewCard</c>,
    /// <c>ViewGroup</c>, <c>ViewMinutes</c>, <c>IClock</c>, <c>TimeProvider</c>.
    /// </summary>
    public static IServiceCollection AddRoom(this IServiceCollection services, RoomOptions options)
    {
        services.AddMinutesPages();
        services.AddForms(options.KeyFolder);
        services.AddSingleton(options);
        services.AddSingleton<LoopbackOnly>().AddSingleton<FormDoor>();
        services.AddSingleton<RoomReader>().AddSingleton<RoomWriter>().AddSingleton<RoomScene>();
        services.AddSingleton<RoomHub>().AddSingleton<RoomFeed>().AddSingleton<RoomTurns>().AddSingleton<AnswerShelf>();
        services.AddSingleton<RoomReply>().AddSingleton<RoomForm>();
        services.AddSingleton<ShowRoom>().AddSingleton<StreamRoom>().AddSingleton<ShowRoomMinutes>();
        services.AddSingleton<SayLine>().AddSingleton<AnswerCard>().AddSingleton<FillSample>();
        return services.AddSingleton<IChannel, RoomChannel>().AddSingleton<IRoster, RoomRoster>();
    }

    private static void AddForms(this IServiceCollection services, string? keyFolder)
    {
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "meetingbot-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.HttpOnly = true;
        });
        var keys = services.AddDataProtection().SetApplicationName("MeetingBot");
        if (keyFolder is null) keys.UseEphemeralDataProtectionProvider();
        else keys.PersistKeysToFileSystem(new DirectoryInfo(keyFolder));

        // It reads the keys before the service listens; the first form is early enough.
        var eager = services.Single(service => service.ServiceType == typeof(IHostedService)
            && service.ImplementationType?.Assembly == typeof(KeyManagementOptions).Assembly);
        services.Remove(eager);
    }
}
