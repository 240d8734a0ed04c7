using MeetingBot.Conversations;
using MeetingBot.Tables;
using MeetingBot.Web.Doors;
using MeetingBot.Web.Pages;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace MeetingBot.Web.Rooms;

/// <summary>Answers with the room's page, or with words in it.</summary>
public sealed class RoomReply(
    RoomReader reader, RoomScene scene, FormDoor forms, PageReply reply, IClock clock, RoomOptions options)
{
    public const string Unavailable =
        "The store does not answer just now, and I do not know whether it was saved. Send it again in a moment: "
        + "the same is taken only once.";

    public const string NotShown =
        "The page can't be shown just now, since the store does not answer: reload it in a moment.";

    public const string Failed =
        "Something went wrong here. Send it again in a moment: the same line is taken only once.";

    /// <summary>The page as the person sees it now.</summary>
    public async Task ShowAsync(
        HttpContext context, string room, Person person,
        ShelvedAnswer? answered = null, RoomNotice? notice = null, RoomDraft? draft = null,
        int status = StatusCodes.Status200OK)
    {
        var drawing = new RoomDrawing(
            room, person, "UTC", clock.GetCurrentInstant(), forms.Token(context), options.NewId);
        RoomView view;
        try
        {
            view = await ReadAsync(drawing, answered, context.RequestAborted);
        }
        catch (TableUnavailableException)
        {
            view = new RoomView(drawing, RoomMark.None, [], null, null);
            notice ??= new RoomNotice(
                "The store does not answer just now. Nothing is lost: try again in a moment.", Bad: true);
            status = StatusCodes.Status503ServiceUnavailable;
        }
        notice ??= answered is null ? null : new RoomNotice(answered.Answer.Text, answered.Answer.Refused);
        view = view with { Notice = notice, Draft = draft };
        await reply.WriteAsync<RoomPage>(context, status, (nameof(RoomPage.View), view));
    }

    /// <summary>Says what did not work; a line that was typed goes back into its box.</summary>
    public Task RefuseAsync(
        HttpContext context, string room, Person person, int status, string text, RoomDraft? draft = null) =>
        PageReply.WantsPart(context.Request)
            ? reply.SayAsync(context, status, text)
            : ShowAsync(context, room, person, null, new RoomNotice(text, Bad: true), draft, status);

    /// <summary>Done: the script needs nothing, a browser without it is sent back to the page.</summary>
    public static void Done(HttpContext context, string address)
    {
        PageHeaders.Apply(context.Response);
        if (PageReply.WantsPart(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address;
    }

    private async Task<RoomView> ReadAsync(RoomDrawing drawing, ShelvedAnswer? answered, CancellationToken cancel)
    {
        // The head first: what is posted after it was read comes as an event, twice at worst.
        var head = await reader.HeadAsync(drawing.Room, cancel);
        var overview = await scene.OverviewAsync(drawing.Room, cancel);
        var offer = await scene.OfferAsync(drawing.Room, head, drawing.Viewer, overview, cancel);
        drawing = drawing with { Zone = overview.Zone };
        if (head is null) return new RoomView(drawing, RoomMark.None, [], overview, offer);
        var posts = await scene.WindowAsync(drawing.Room, head, drawing.Viewer, cancel);
        return new RoomView(drawing, head.Mark, [.. posts.Select(p => Answered(p, answered))], overview, offer);
    }

    private static ShownPost Answered(ShownPost shown, ShelvedAnswer? answered) =>
        answered is { Answer.Card: { } card } && answered.PostId == shown.Post.Id
            && answered.PostChange == shown.Post.Change
            ? shown with { Card = card }
            : shown;
}
