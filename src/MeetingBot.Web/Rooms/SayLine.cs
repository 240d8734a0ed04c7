using Microsoft.AspNetCore.Http;

namespace MeetingBot.Web.Rooms;

/// <summary><c>POST /room/{name}/say</c>: a typed line, a calendar file, or both.</summary>
public sealed class SayLine(RoomForm form, RoomTurns turns)
{
    public Task HandleAsync(HttpContext context) => form.HandleAsync(context, async sent =>
    {
        var text = sent.Form["text"].ReplaceLineEndings("\n").Trim();
        var file = GivenFile.Read(sent.Form, out var complaint);
        if (complaint is not null)
        {
            await form.RefuseAsync(sent, StatusCodes.Status400BadRequest, complaint);
            return;
        }
        if (text.Length == 0 && file is null)
        {
            await form.RefuseAsync(sent, StatusCodes.Status400BadRequest, "There is nothing to send yet.");
            return;
        }
        if (text.Length > TypedLine.MaxText)
        {
            await form.RefuseAsync(sent, StatusCodes.Status400BadRequest,
                $"That is too long: {text.Length:N0} characters, and one message holds {TypedLine.MaxText:N0}. "
                + "Nothing was saved; send it in parts.");
            return;
        }
        await turns.SayAsync(sent.Room, sent.Person, text, sent.FormId, file);
        RoomReply.Done(context, sent.Page + "#text");
    });
}
