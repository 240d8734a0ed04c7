using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Polls;
using MeetingBot.Web.Cards;
using MeetingBot.Web.Doors;
using MeetingBot.Web.Pages;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace MeetingBot.Web.Ballots;

/// <summary>
/// <c>POST /ballot/{token}</c>: the guest's answer, or that it is taken back; nothing else. Which poll, which group and
/// whose ballot is the address's to say: a form that names another is refused.
/// </summary>
public sealed class SendBallot(BallotDoor door, ShowBallot page, RunTurn run, TurnOptions options, IClock clock)
{
    /// <summary>Most bytes of the form: many times what the longest poll's has.</summary>
    public const int MaxBytes = 64 * 1024;

    public Task HandleAsync(HttpContext context) => OwnPage.HasSent(context.Request, options)
        ? door.EnterAsync(context, ballot => TakeAsync(context, ballot))
        : door.RefuseAsync(
            context, StatusCodes.Status403Forbidden, "another site's page has sent it",
            "This was sent by a page from elsewhere. Open your link and answer there.");

    private async Task TakeAsync(HttpContext context, GuestBallot ballot)
    {
        var form = await FormBody.ReadAsync(context, MaxBytes);
        if (form.Refusal is { } refusal)
        {
            await door.RefuseAsync(context, form.Status, "the form can't be read", refusal);
            return;
        }
        if (CardPress.Read(form["press"]) is not { } press || CardFields.Merge(press, form.Fields) is not { } fields
            || !ShowBallot.Verbs.Contains(press.Verb) || !IsOf(ballot, fields))
        {
            await door.RefuseAsync(
                context, StatusCodes.Status400BadRequest, "the form is of something else than this ballot",
                "That is nothing that can be sent here. Open your link and answer there.");
            return;
        }
        var formId = SendingId.IsFormId(form["form"]) ? form["form"] : Guid.NewGuid().ToString("N");
        var (guest, person) = (ballot.Guest, ballot.Guest.Person with { Zone = ballot.Zone });
        // A turn once begun is not given up with its request.
        var outcome = await run(
            new CardAnswer(
                "ballot-" + SendingId.Of(formId, person, press.Verb, fields, null), guest.Home, person, press.Verb,
                fields, null, WantsAnswer: true),
            CancellationToken.None);
        await TellAsync(context, ballot, press.Verb, outcome);
    }

    // Who answers is known by now; a card that was carried here from elsewhere answers nothing.
    private static bool IsOf(GuestBallot ballot, ImmutableDictionary<string, string> fields) =>
        fields.GetValueOrDefault("poll") == PollCards.Number(ballot.Poll.Number)
        && fields.GetValueOrDefault(GroupButtons.Group) == ballot.Guest.Home.GroupMark();

    private async Task TellAsync(HttpContext context, GuestBallot before, string verb, TurnOutcome outcome)
    {
        if (outcome.Answer is { Refused: true } no)
        {
            // As it is now: it may have been closed, or the link ended, meanwhile.
            if (await door.FindAsync(context) is { } now) await page.WriteAsync(context, now, no.Text, bad: true);
            return;
        }
        var said = outcome.Repeated ? "again" : verb == CastBallot.Form.Words ? "recorded" : "taken-back";
        PageHeaders.Apply(context.Response);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = BallotCall.Address(
            before.Guest.Token, before.Zone, SaidNow.Write(said, clock.GetCurrentInstant()));
    }
}
