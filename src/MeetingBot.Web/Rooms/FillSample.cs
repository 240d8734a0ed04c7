using MeetingBot.Conversations;
using Microsoft.AspNetCore.Http;

namespace MeetingBot.Web.Rooms;

/// <summary><c>POST /room/{name}/sample</c>: fills an empty room with the sample group.</summary>
public sealed class FillSample(RoomForm form, RoomReader reader, RoomTurns turns)
{
    public Task HandleAsync(HttpContext context) => form.HandleAsync(context, async sent =>
    {
        // What the same form has begun goes on: its lines are taken once however often it is sent.
        if (await reader.HeadAsync(sent.Room, context.RequestAborted) is not null
            && !await turns.IsBegunAsync(
                sent.Room, Author(0, sent), SampleGroup.Lines[0].Text, $"{sent.FormId}-0", context.RequestAborted))
        {
            await form.RefuseAsync(sent, StatusCodes.Status409Conflict,
                "Somebody has written here already. The sample group goes into an empty room: "
                + "open another, such as /room/sample.");
            return;
        }
        for (var i = 0; i < SampleGroup.Lines.Length; i++)
        {
            await turns.SayAsync(sent.Room, Author(i, sent), SampleGroup.Lines[i].Text, $"{sent.FormId}-{i}");
        }
        RoomReply.Done(context, sent.Page + "#text");
    });

    private static Person Author(int line, RoomForm.Sent sent) =>
        SampleGroup.Lines[line].Who is { } who
            ? Visitor.Named(who) with { Zone = sent.Person.Zone }
            : sent.Person;
}
