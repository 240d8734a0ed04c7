using MeetingBot.Conversations;
using MeetingBot.Tables;
using MeetingBot.Web.Cards;
using MeetingBot.Web.Doors;
using MeetingBot.Web.Pages;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace MeetingBot.Web.Rooms;

/// <summary><c>POST /room/{name}/answer</c>: a button pressed on a card.</summary>
public sealed class AnswerCard(
    RoomForm form, RoomTurns turns, RoomReader reader, AnswerShelf shelf, RoomScene scene,
    FormDoor forms, PageReply reply, IClock clock)
{
    public Task HandleAsync(HttpContext context) => form.HandleAsync(context, async sent =>
    {
        if (CardPress.Read(sent.Form["press"]) is not { } press
            || CardFields.Merge(press, sent.Form.Fields) is not { } fields)
        {
            await form.RefuseAsync(sent, StatusCodes.Status400BadRequest, "That is no button of a card here.");
            return;
        }
        var postId = RoomRows.IsId(sent.Form["post"]) ? sent.Form["post"] : null;
        var answer = await turns.PressAsync(sent.Room, sent.Person, sent.FormId, postId, press.Verb, fields);
        try
        {
            await ShowAsync(sent, postId, answer ?? new Answer(""));
        }
        catch (TableUnavailableException)
        {
            // The turn stands: only its answer can't be drawn.
            await form.RefuseAsync(sent, StatusCodes.Status503ServiceUnavailable, Words(answer));
        }
    });

    private static string Words(Answer? answer) =>
        (answer is { Text.Length: > 0 } ? answer.Text : "That is done.") + " " + RoomReply.NotShown;

    private async Task ShowAsync(RoomForm.Sent sent, string? postId, Answer answer)
    {
        var post = postId is null ? null : await reader.PostAsync(sent.Room, postId, sent.Context.RequestAborted);
        if (PageReply.WantsPart(sent.Context.Request))
        {
            await ReplaceAsync(sent, post, answer);
            return;
        }
        shelf.Put(sent.FormId, new ShelvedAnswer(sent.Person.Id, answer, post?.Id, post?.Change ?? 0));
        var place = post is null ? "text" : ShownPost.ElementOf(post.Id);
        RoomReply.Done(sent.Context, $"{sent.Page}&answered={sent.FormId}#{place}");
    }

    private async Task ReplaceAsync(RoomForm.Sent sent, Post? post, Answer answer)
    {
        var overview = await scene.OverviewAsync(sent.Room, sent.Context.RequestAborted);
        var drawing = new RoomDrawing(
            sent.Room, sent.Person, overview.Zone, clock.GetCurrentInstant(), forms.Token(sent.Context));
        var shown = post is not null && post.IsVisibleTo(sent.Person) && answer is { Asks: false, Card: { } card }
            ? new ShownPost(post, card, post.Slot is not null)
            : null;
        await reply.WriteAsync<AnswerPart>(sent.Context, StatusCodes.Status200OK,
            (nameof(AnswerPart.Answer), answer),
            (nameof(AnswerPart.Drawing), drawing),
            (nameof(AnswerPart.Shown), shown),
            (nameof(AnswerPart.AskedAt), post?.Id));
    }
}
