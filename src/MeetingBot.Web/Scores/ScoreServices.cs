using MeetingBot.Web.Guests;
using Microsoft.Extensions.DependencyInjection;

namespace MeetingBot.Web.Scores;

/// <summary>Composes the pages on which guests score risks.</summary>
public static class ScoreServices
{
    /// <summary>
    /// Adds them. Expects as services: <c>FindScoring</c>, <c>RunTurn</c>, <c>TurnOptions</c>, <c>IClock</c>.
    /// </summary>
    public static IServiceCollection AddScorePages(this IServiceCollection services) => services
        .AddGuestDoor().AddSingleton<ScoringDoor>().AddSingleton<ShowScoring>().AddSingleton<SendScore>();
}
