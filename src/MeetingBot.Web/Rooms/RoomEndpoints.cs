using MeetingBot.Web.Doors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MeetingBot.Web.Rooms;

/// <summary>The try-it room's addresses; every one is closed to whoever is not on this machine.</summary>
public static class RoomEndpoints
{
    public static void MapRoom(this IEndpointRouteBuilder endpoints)
    {
        var services = endpoints.ServiceProvider;
        var door = services.GetRequiredService<LoopbackOnly>();
        T Handler<T>() where T : notnull => services.GetRequiredService<T>();
        void Get(string path, RequestDelegate handle) => endpoints.MapGet(path, door.Guard(handle));
        void Post(string path, RequestDelegate handle) => endpoints.MapPost(path, door.Guard(handle));

        Get("/", Handler<ShowRoom>().HandleAsync);
        Get("/room/{name}", Handler<ShowRoom>().HandleAsync);
        Get("/room/{name}/events", Handler<StreamRoom>().HandleAsync);
        Get("/room/{name}/minutes", Handler<ShowRoomMinutes>().HandleAsync);
        Get("/room/{name}/minutes/{number}", Handler<ShowRoomMinutes>().HandleAsync);
        Post("/room/{name}/say", Handler<SayLine>().HandleAsync);
        Post("/room/{name}/answer", Handler<AnswerCard>().HandleAsync);
        Post("/room/{name}/sample", Handler<FillSample>().HandleAsync);
    }
}
