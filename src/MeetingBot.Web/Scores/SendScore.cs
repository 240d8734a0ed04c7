using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Risks.Rounds;
using MeetingBot.Risks.Scoring;
using MeetingBot.Web.Guests;
using MeetingBot.Web.Pages;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace MeetingBot.Web.Scores;

/// <summary>
/// <c>POST /score/{token}</c>: the guest's scores of one risk, or that another is to be shown; nothing else. Which
/// round, which group and whose scores is the address's to say: a form that names another is refused.
/// </summary>
public sealed class SendScore(
    ScoringDoor door, GuestDoor guests, ShowScoring page, RunTurn run, TurnOptions options, IClock clock)
{
    public async Task HandleAsync(HttpContext context)
    {
        if (await GuestForm.IsForeignAsync(context, guests, options)) return;
        await door.EnterAsync(context, null, scoring => TakeAsync(context, scoring));
    }

    private async Task TakeAsync(HttpContext context, GuestScoring scoring)
    {
        if (await GuestForm.ReadAsync(context, guests, ShowScoring.Verbs, fields => IsOf(scoring, fields), "card")
            is not { } form) return;
        // A turn once begun is not given up with its request.
        var outcome = await run(form.Answer(RoundGuests.Kind, scoring.Guest, scoring.Zone), CancellationToken.None);
        await TellAsync(context, scoring, form, outcome);
    }

    // Who scores is known by now; a card that was carried here from elsewhere answers nothing.
    private static bool IsOf(GuestScoring scoring, ImmutableDictionary<string, string> fields)
    {
        var round = scoring.Round;
        return Is("assessment", round.Assessment.ToString(CultureInfo.InvariantCulture))
            && Is("round", round.Number.ToString(CultureInfo.InvariantCulture))
            && Is(GroupButtons.Group, scoring.Guest.Home.GroupMark())
            && Is(GroupButtons.Home, round.Home.Id)
            && round.PlaceOf(fields.GetValueOrDefault("risk", "")) >= 0;

        bool Is(string name, string value) => fields.GetValueOrDefault(name) == value;
    }

    private async Task TellAsync(HttpContext context, GuestScoring before, GuestForm form, TurnOutcome outcome)
    {
        var risk = form.Fields["risk"];
        if (outcome.Answer is { Refused: true } no)
        {
            // As it is now: it may have been revealed, or the link ended, meanwhile.
            if (await door.FindAsync(context, null, risk) is { } now)
                await page.WriteAsync(context, now with { Card = Kept(now, form) }, no.Text);
            return;
        }
        var scored = form.Verb == ScoreRisk.Form.Words;
        PageHeaders.Apply(context.Response);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = ShowScoring.Address(
            before, scored ? Shown(outcome.Answer?.Card) ?? form.Fields.GetValueOrDefault("next", risk) : risk,
            scored ? SaidNow.Write(risk, clock.GetCurrentInstant()) : null);
    }

    // Where nothing is taken any more, the reason at least can be copied.
    private static Card Kept(GuestScoring now, GuestForm form)
    {
        if (form.Verb != ScoreRisk.Form.Words) return now.Card;
        if (now.Risk is not null) return now.Risk == form.Fields["risk"] ? form.Filled(now.Card) : now.Card;
        return form.Fields.GetValueOrDefault("rationale") is { Length: > 0 } why
            ? now.Card with { Body = now.Card.Body.Add(new CardText($"You had written: {why}")) }
            : now.Card;
    }

    // Which risk the turn goes on with is on the card that it has answered.
    private static string? Shown(Card? card) => card?.Buttons
        .FirstOrDefault(button => button.Verb == ScoreRisk.Form.Words)?.Data.GetValueOrDefault("risk");
}
