using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Polls;
using MeetingBot.Polls.Ballots;
using MeetingBot.Polls.Guests;
using MeetingBot.Web.Guests;
using MeetingBot.Web.Pages;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace MeetingBot.Web.Ballots;

/// <summary>
/// <c>POST /ballot/{token}</c>: the guest's answer, or that it is taken back; nothing else. Which poll, which group and
/// whose ballot is the address's to say: a form that names another is refused.
/// </summary>
public sealed class SendBallot(
    BallotDoor door, GuestDoor guests, ShowBallot page, RunTurn run, TurnOptions options, IClock clock)
{
    public async Task HandleAsync(HttpContext context)
    {
        if (await GuestForm.IsForeignAsync(context, guests, options)) return;
        await door.EnterAsync(context, ballot => TakeAsync(context, ballot));
    }

    private async Task TakeAsync(HttpContext context, GuestBallot ballot)
    {
        if (await GuestForm.ReadAsync(context, guests, ShowBallot.Verbs, fields => IsOf(ballot, fields), "ballot")
            is not { } form) return;
        // A turn once begun is not given up with its request.
        var outcome = await run(form.Answer(PollGuests.Kind, ballot.Guest, ballot.Zone), CancellationToken.None);
        await TellAsync(context, ballot, form, outcome);
    }

    // Who answers is known by now; a card that was carried here from elsewhere answers nothing.
    private static bool IsOf(GuestBallot ballot, ImmutableDictionary<string, string> fields) =>
        fields.GetValueOrDefault("poll") == PollCards.Number(ballot.Poll.Number)
        && fields.GetValueOrDefault(GroupButtons.Group) == ballot.Guest.Home.GroupMark();

    private async Task TellAsync(HttpContext context, GuestBallot before, GuestForm form, TurnOutcome outcome)
    {
        if (outcome.Answer is { Refused: true } no)
        {
            // As it is now: it may have been closed, or the link ended, meanwhile.
            if (await door.FindAsync(context) is { } now)
                await page.WriteAsync(
                    context, form.Verb == CastBallot.Form.Words ? now with { Card = form.Filled(now.Card) } : now,
                    no.Text,
                    bad: true);
            return;
        }
        var said = outcome.Repeated ? "again" : form.Verb == CastBallot.Form.Words ? "recorded" : "taken-back";
        PageHeaders.Apply(context.Response);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = GuestCall.Address(
            PollGuests.Kind, before.Guest.Token, before.Zone,
            ("said", SaidNow.Write(said, clock.GetCurrentInstant())));
    }
}
