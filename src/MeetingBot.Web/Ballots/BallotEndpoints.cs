using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MeetingBot.Web.Ballots;

/// <summary>The pages on which guests without an account answer a poll, each by an unguessable address.</summary>
public static class BallotEndpoints
{
    /// <summary>
    /// Maps <c>/ballot/{token}</c>, to look at and to send, and <c>/ballot/{token}/meeting.ics</c>.
    /// </summary>
    public static void MapBallots(this IEndpointRouteBuilder endpoints)
    {
        var services = endpoints.ServiceProvider;
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        endpoints.MapMethods(
            "/ballot/{token}", reading, (RequestDelegate)services.GetRequiredService<ShowBallot>().HandleAsync);
        endpoints.MapMethods(
            "/ballot/{token}/meeting.ics", reading,
            (RequestDelegate)services.GetRequiredService<FetchMeeting>().HandleAsync);
        endpoints.MapPost(
            "/ballot/{token}", (RequestDelegate)services.GetRequiredService<SendBallot>().HandleAsync);
    }
}
