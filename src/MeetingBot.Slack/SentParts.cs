using System.Collections.Concurrent;

namespace MeetingBot.Slack;

/// <summary>How many parts of a message Slack has, of those whose rest is still to be sent.</summary>
internal sealed class SentParts
{
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, int> _sent = new();

    public int Of(string outboxId) => _sent.GetValueOrDefault(outboxId);

    /// <summary>One more of it is sent.</summary>
    public void Add(string outboxId)
    {
        if (_sent.Count >= Most) _sent.Clear();
        _sent.AddOrUpdate(outboxId, 1, static (_, sent) => sent + 1);
    }

    /// <summary>Nothing of it is left to send.</summary>
    public void Forget(string outboxId) => _sent.TryRemove(outboxId, out _);
}
