using System.Collections.Concurrent;
using MeetingBot.Conversations;

namespace MeetingBot.Web.Rooms;

/// <summary>
/// Keeps answers from the press of a button to the page that the browser is sent to, for pages without script.
/// Forgets the oldest; an answer that is forgotten was only for reading.
/// </summary>
public sealed class AnswerShelf
{
    private const int Max = 500;

    private readonly ConcurrentDictionary<string, ShelvedAnswer> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    public void Put(string id, ShelvedAnswer answer)
    {
        if (_answers.TryAdd(id, answer)) _order.Enqueue(id);
        else _answers[id] = answer;
        while (_answers.Count > Max && _order.TryDequeue(out var oldest)) _answers.TryRemove(oldest, out _);
    }

    /// <summary>The answer, for the person whose it is and nobody else.</summary>
    public ShelvedAnswer? Find(string id, Person person) =>
        _answers.TryGetValue(id, out var answer) && answer.PersonId == person.Id ? answer : null;
}

/// <summary>An answer, to whom, and the post that was answered as it was then.</summary>
public sealed record ShelvedAnswer(string PersonId, Answer Answer, string? PostId, long PostChange);
