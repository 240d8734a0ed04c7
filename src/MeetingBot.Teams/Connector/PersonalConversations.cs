using System.Collections.Concurrent;
using MeetingBot.Conversations;

namespace MeetingBot.Teams.Connector;

/// <summary>
/// Finds the personal conversation of the bot with somebody. Teams answers the same id each time, so it is asked
/// once a process, and again when the id went stale.
/// </summary>
internal sealed class PersonalConversations(ConnectorClient client)
{
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<PersonKey, string> _ids = new();

    /// <summary>The id, or the answer that says why there is none.</summary>
    public async ValueTask<(string? Id, ConnectorResponse Response)> FindAsync(
        Person person, ConversationReference from, CancellationToken cancel)
    {
        if (_ids.TryGetValue(person.Key, out var known)) return (known, default);

        using var body = new PooledBuffer();
        ActivityWriter.PersonalConversation(body, person, from.Bot);
        var response = await client
            .SendAsync(HttpMethod.Post, from.ServiceUrl, ConnectorPaths.Conversations, body, cancel)
            .ConfigureAwait(false);
        if (!response.Succeeded || response.Id is not { Length: > 0 } id) return (null, response);

        if (_ids.Count >= Most) _ids.Clear();
        _ids[person.Key] = id;
        return (id, response);
    }

    /// <summary>Forgets an id that no longer leads anywhere; whether there was one.</summary>
    public bool Forget(Person person, string id) =>
        _ids.TryRemove(new KeyValuePair<PersonKey, string>(person.Key, id));
}
