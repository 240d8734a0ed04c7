using MeetingBot.Web.Doors;
using MeetingBot.Web.Pages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MeetingBot.Web.Ballots;

/// <summary>Composes the guests' pages.</summary>
public static class BallotServices
{
    /// <summary>
    /// Adds them. Expects as services: <c>FindBallot</c>, <c>RunTurn</c>, <c>TurnOptions</c>, <c>IClock</c>.
    /// </summary>
    public static IServiceCollection AddBallotPages(this IServiceCollection services)
    {
        services.TryAddSingleton<ComponentHtml>();
        services.TryAddSingleton<PageReply>();
        services.AddSingleton<AddressGate>().AddSingleton<BallotDoor>();
        return services.AddSingleton<ShowBallot>().AddSingleton<SendBallot>().AddSingleton<FetchMeeting>();
    }
}
