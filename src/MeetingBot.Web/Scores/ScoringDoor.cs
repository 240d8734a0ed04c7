using MeetingBot.Risks.Rounds;
using MeetingBot.Web.Guests;
using Microsoft.AspNetCore.Http;

namespace MeetingBot.Web.Scores;

/// <summary>The door of the pages on which guests score risks (<see cref="GuestDoor"/>).</summary>
public sealed class ScoringDoor(FindScoring find, GuestDoor door)
{
    private const int MostRisk = 24;

    /// <summary>Which risk an address asks for; null where it says none. It comes from outside.</summary>
    public static string? RiskOf(HttpContext context) =>
        context.Request.Query["risk"].ToString() is { Length: > 0 and <= MostRisk } risk ? risk : null;

    /// <summary>Finds the guest's round and goes on with it, or says why not.</summary>
    /// <param name="recorded">Of which risk an answer was just sent; null for none.</param>
    public Task EnterAsync(HttpContext context, string? recorded, Func<GuestScoring, Task> handle) =>
        door.EnterAsync(context, async () =>
        {
            if (await FindAsync(context, recorded, RiskOf(context)) is { } scoring) await handle(scoring);
        });

    /// <summary>The round as it is now; null after the request was answered that there is none.</summary>
    public Task<GuestScoring?> FindAsync(HttpContext context, string? recorded, string? risk) => door.FindAsync(
        context,
        async call =>
        {
            var found = await find(
                new ScoringCall(call.Token, call.Zone, risk, recorded), context.RequestAborted);
            return (found.Scoring, found.Known);
        },
        "card to score on");
}
