using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using MeetingBot.Conversations;

namespace MeetingBot.Web.Rooms;

/// <summary>
/// Makes turns of what is typed and pressed in a room. A turn once begun is not given up with its request.
/// </summary>
public sealed class RoomTurns(RoomReader reader, RoomWriter posts, RunTurn run, RoomHub hub)
{
    /// <summary>
    /// Shows the line in the room and runs its turn; until that is done the line is shown as pending.
    /// </summary>
    /// <param name="formId">Names the sending: the same again has no second effect.</param>
    public async Task SayAsync(string room, Person author, string text, string formId)
    {
        var delivery = DeliveryId(formId, author, text);
        var line = new Post("", default, author.Name, text, Pending: true);
        try
        {
            var post = await posts.AddAsync(room, "typed", delivery, line, null, CancellationToken.None);
            var people = (await reader.HeadAsync(room, CancellationToken.None))?.People ?? [];
            await run(TypedLine.Read(delivery, room, author, text, post.Id, people), CancellationToken.None);
            if (post.Pending)
                await posts.EditAsync(room, post.Id, p => p with { Pending = false }, CancellationToken.None);
        }
        finally
        {
            hub.Notify(room);
        }
    }

    public async Task<Answer?> PressAsync(
        string room, Person person, string formId, string? messageId,
        string verb, ImmutableDictionary<string, string> fields)
    {
        var content = string.Join(
            '\n', fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}"));
        var delivery = DeliveryId(formId, person, $"{messageId}\n{verb}\n{content}");
        var answer = new CardAnswer(
            delivery, RoomName.Conversation(room), person, verb, fields, messageId, WantsAnswer: true);
        var outcome = await run(answer, CancellationToken.None);
        hub.Notify(room);
        return outcome.Answer;
    }

    // What was changed after a failure and sent again in the same form is another sending.
    private static string DeliveryId(string formId, Person person, string content)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{person.Id}\n{content}"));
        return $"{formId}-{Convert.ToHexStringLower(hash.AsSpan(0, 12))}";
    }
}
