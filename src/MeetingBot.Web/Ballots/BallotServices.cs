using MeetingBot.Web.Guests;
using Microsoft.Extensions.DependencyInjection;

namespace MeetingBot.Web.Ballots;

/// <summary>Composes the pages on which guests answer polls.</summary>
public static class BallotServices
{
    /// <summary>
    /// Adds them. Expects as services: <c>FindBallot</c>, <c>RunTurn</c>, <c>TurnOptions</c>, <c>IClock</c>.
    /// </summary>
    public static IServiceCollection AddBallotPages(this IServiceCollection services)
    {
        services.AddGuestDoor().AddSingleton<BallotDoor>();
        return services.AddSingleton<ShowBallot>().AddSingleton<SendBallot>().AddSingleton<FetchMeeting>();
    }
}
