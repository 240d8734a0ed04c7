using MeetingBot.Polls.Guests;
using MeetingBot.Web.Guests;
using Microsoft.AspNetCore.Http;

namespace MeetingBot.Web.Ballots;

/// <summary>The door of the pages on which guests answer polls (<see cref="GuestDoor"/>).</summary>
public sealed class BallotDoor(FindBallot find, GuestDoor door)
{
    /// <summary>Finds the ballot and goes on with it, or says why not.</summary>
    public Task EnterAsync(HttpContext context, Func<GuestBallot, Task> handle) => door.EnterAsync(context, async () =>
    {
        if (await FindAsync(context) is { } ballot) await handle(ballot);
    });

    /// <summary>The ballot as it is now; null after the request was answered that there is none.</summary>
    public Task<GuestBallot?> FindAsync(HttpContext context) => door.FindAsync(
        context,
        async call =>
        {
            var found = await find(call.Token, call.Zone, context.RequestAborted);
            return (found.Ballot, found.Known);
        },
        "poll to answer");
}
