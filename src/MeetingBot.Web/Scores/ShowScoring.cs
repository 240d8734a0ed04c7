using System.Collections.Immutable;
using MeetingBot.Risks.Rounds;
using MeetingBot.Risks.Scoring;
using MeetingBot.Web.Cards;
using MeetingBot.Web.Guests;
using MeetingBot.Web.Pages;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace MeetingBot.Web.Scores;

/// <summary>
/// <c>GET /score/{token}</c>: one risk with what the guest has said of it; <c>?risk=TR-3</c> says which, else it is the
/// first that is open. Changes nothing, however often.
/// </summary>
public sealed class ShowScoring(ScoringDoor door, PageReply reply, IClock clock)
{
    /// <summary>The verbs that the page's form may send.</summary>
    public static readonly ImmutableArray<string> Verbs = [ScoreRisk.Form.Words, ShowScoreCard.Form.Words];

    // What was just sent is said for as long as it is news: the same address may be opened again much later.
    public Task HandleAsync(HttpContext context) => door.EnterAsync(
        context, SaidNow.Read(context.Request.Query["said"].ToString(), clock.GetCurrentInstant()),
        scoring => WriteAsync(context, scoring, null));

    /// <param name="problem">Why what was just sent was refused; null where nothing was.</param>
    public Task WriteAsync(HttpContext context, GuestScoring scoring, string? problem) =>
        reply.WriteAsync<ScoringPage>(
            context, StatusCodes.Status200OK,
            (nameof(ScoringPage.Scoring), scoring with { Card = GuestForm.Answerable(scoring.Card, Verbs) }),
            (nameof(ScoringPage.Drawing), new CardDrawing(
                "score", Address(scoring, scoring.Risk), "", "", Guid.NewGuid().ToString("N"), IsPage: true)),
            (nameof(ScoringPage.Problem), problem));

    internal static string Address(GuestScoring scoring, string? risk, string? said = null) => GuestCall.Address(
        RoundGuests.Kind, scoring.Guest.Token, scoring.Zone, ("risk", risk), ("said", said));
}
