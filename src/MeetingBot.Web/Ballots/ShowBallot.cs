using System.Collections.Immutable;
using MeetingBot.Polls.Ballots;
using MeetingBot.Polls.Guests;
using MeetingBot.Web.Cards;
using MeetingBot.Web.Guests;
using MeetingBot.Web.Pages;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace MeetingBot.Web.Ballots;

/// <summary><c>GET /ballot/{token}</c>: the poll with the guest's own answer. Changes nothing, however often.</summary>
public sealed class ShowBallot(BallotDoor door, PageReply reply, IClock clock)
{
    /// <summary>The verbs that the page's form may send.</summary>
    public static readonly ImmutableArray<string> Verbs = [CastBallot.Form.Words, WithdrawBallot.Form.Words];

    public Task HandleAsync(HttpContext context) => door.EnterAsync(context, ballot =>
        WriteAsync(context, ballot, Said(context, ballot)));

    /// <param name="notice">What the guest is told about what they just did.</param>
    public Task WriteAsync(HttpContext context, GuestBallot ballot, string? notice, bool bad = false) =>
        reply.WriteAsync<BallotPage>(
            context, StatusCodes.Status200OK,
            (nameof(BallotPage.Ballot), ballot with { Card = GuestForm.Answerable(ballot.Card, Verbs) }),
            (nameof(BallotPage.Drawing), new CardDrawing(
                "ballot", GuestCall.Address(PollGuests.Kind, ballot.Guest.Token, ballot.Zone), "", "",
                Guid.NewGuid().ToString("N"), IsPage: true)),
            (nameof(BallotPage.Notice), notice), (nameof(BallotPage.Bad), bad));

    // The address only says what is looked for; what is said of it is what is stored, and only for as long as it is
    // news: the same address may be opened again much later.
    private string? Said(HttpContext context, GuestBallot ballot)
    {
        var voted = ballot.Card.AllButtons().Any(button => button.Verb == WithdrawBallot.Form.Words);
        return (SaidNow.Read(context.Request.Query["said"].ToString(), clock.GetCurrentInstant()), voted) switch
        {
            ("recorded", true) => "Your answer is recorded. You can change it here until the poll is closed.",
            ("again", true) => "This was sent before. What is recorded of you stands below.",
            ("taken-back", false) when ballot.Poll.Open => "Your answer is taken back.",
            _ => null,
        };
    }
}
