using MeetingBot.Risks.Rounds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MeetingBot.Web.Scores;

/// <summary>The pages on which guests without an account score risks, each by an unguessable address.</summary>
public static class ScoreEndpoints
{
    /// <summary>Maps <c>/score/{token}</c>, to look at and to send.</summary>
    public static void MapScores(this IEndpointRouteBuilder endpoints)
    {
        var services = endpoints.ServiceProvider;
        const string address = $"/{RoundGuests.Kind}/{{token}}";
        endpoints.MapMethods(
            address, [HttpMethods.Get, HttpMethods.Head],
            (RequestDelegate)services.GetRequiredService<ShowScoring>().HandleAsync);
        endpoints.MapPost(address, (RequestDelegate)services.GetRequiredService<SendScore>().HandleAsync);
    }
}
