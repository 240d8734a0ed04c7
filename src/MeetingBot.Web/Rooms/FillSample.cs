using Microsoft.AspNetCore.Http;

namespace MeetingBot.Web.Rooms;

/// <summary><c>POST /room/{name}/sample</c>: fills an empty room with the sample group.</summary>
public sealed class FillSample(RoomForm form, RoomReader reader, RoomTurns turns)
{
    public Task HandleAsync(HttpContext context) => form.HandleAsync(context, async sent =>
    {
        if (await reader.HeadAsync(sent.Room, context.RequestAborted) is not null)
        {
            await form.RefuseAsync(sent, StatusCodes.Status409Conflict,
                "Somebody has written here already. The sample group goes into an empty room: "
                + "open another, such as /room/sample.");
            return;
        }
        for (var i = 0; i < SampleGroup.Lines.Length; i++)
        {
            var (who, text) = SampleGroup.Lines[i];
            var author = who is null ? sent.Person : Visitor.Named(who);
            await turns.SayAsync(sent.Room, author, text, $"{sent.FormId}-{i}");
        }
        RoomReply.Done(context, sent.Page + "#text");
    });
}
