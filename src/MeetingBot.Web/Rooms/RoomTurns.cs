using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using MeetingBot.Conversations;
using MeetingBot.Tables;
using MeetingBot.Web.Cards;

namespace MeetingBot.Web.Rooms;

/// <summary>
/// Makes turns of what is typed and pressed in a room. A turn once begun is not given up with its request.
/// </summary>
public sealed class RoomTurns(RoomReader reader, RoomWriter posts, RunTurn run, RoomHub hub)
{
    // Lines whose turn is done and that are still shown as pending.
    private readonly ConcurrentDictionary<(string Room, string Post), bool> _done = new();

    /// <summary>
    /// Shows the line in the room and runs its turn; until that is done the line is shown as pending.
    /// </summary>
    /// <param name="formId">Names the sending: the same again has no second effect.</param>
    /// <param name="file">A calendar file that comes with it; null for none.</param>
    public async Task SayAsync(string room, Person author, string text, string formId, AttachedFile? file = null)
    {
        var delivery = SendingId.Of(formId, author, file is null
            ? text
            : $"{text}\n{file.Name}\n{Convert.ToHexStringLower(SHA256.HashData(file.Content.Span))}");
        var line = new Post("", default, author.Name, GivenFile.Shown(text, file), Pending: true);
        try
        {
            var post = await posts.AddAsync(room, "typed", delivery, line, null, CancellationToken.None);
            var people = (await reader.HeadAsync(room, CancellationToken.None))?.People ?? [];
            var message = TypedLine.Read(delivery, room, author, text, post.Id, people) with { File = file };
            await run(message, CancellationToken.None);
            if (post.Pending) _done.TryAdd((room, post.Id), true);
            await ConfirmAsync(room);
        }
        finally
        {
            hub.Notify(room);
        }
    }

    /// <summary>Whether that sending of that line has been begun, be it finished or not.</summary>
    public ValueTask<bool> IsBegunAsync(
        string room, Person author, string text, string formId, CancellationToken cancel) =>
        reader.IsPostedAsync(room, "typed", SendingId.Of(formId, author, text), cancel);

    // The line is taken, whatever becomes of its mark; what could not be taken off is taken off with the next line's.
    private async Task ConfirmAsync(string room)
    {
        foreach (var (done, _) in _done)
        {
            if (done.Room != room) continue;
            try
            {
                await posts.EditAsync(room, done.Post, p => p with { Pending = false }, CancellationToken.None);
                _done.TryRemove(done, out _);
            }
            catch (TableUnavailableException)
            {
                return;
            }
        }
    }

    public async Task<Answer?> PressAsync(
        string room, Person person, string formId, string? messageId,
        string verb, ImmutableDictionary<string, string> fields)
    {
        var delivery = SendingId.Of(formId, person, verb, fields, messageId);
        var answer = new CardAnswer(
            delivery, RoomName.Conversation(room), person, verb, fields, messageId, WantsAnswer: true);
        var outcome = await run(answer, CancellationToken.None);
        hub.Notify(room);
        return outcome.Answer;
    }
}
