using MeetingBot.Conversations;
using MeetingBot.Conversations.Sending;

namespace MeetingBot.Kit;

/// <summary>A platform that takes every message, or does what it is told, and remembers.</summary>
public sealed class FakeChannel(string platform = "web") : IChannel
{
    private readonly Lock _gate = new();
    private readonly List<Delivered> _sent = [];
    private readonly List<Delivered> _tried = [];
    private int _id;

    public string Platform { get; } = platform;

    /// <summary>What the platform says to a message; null for taking it.</summary>
    public Func<Delivered, Delivery?> Answer { get; set; } = _ => null;

    /// <summary>Awaited before a message is taken: holds the platform up.</summary>
    public Func<Delivered, Task>? Hold { get; set; }

    public IReadOnlyList<Delivered> Sent
    {
        get { lock (_gate) return [.. _sent]; }
    }

    public IReadOnlyList<Delivered> Tried
    {
        get { lock (_gate) return [.. _tried]; }
    }

    public async ValueTask<Delivery> DeliverAsync(
        string outboxId, Outgoing message, LiveCard? existing, CancellationToken cancel)
    {
        var delivered = new Delivered(outboxId, message, existing);
        // Before it is seen to be tried: who waits for that may change what befalls the next.
        var (hold, answers) = (Hold, Answer);
        lock (_gate) _tried.Add(delivered);
        if (hold is not null) await hold(delivered);
        if (answers(delivered) is { } answer) return answer;
        lock (_gate)
        {
            _sent.Add(delivered);
            return new Delivery.Sent(existing is not null && !message.Fresh ? existing.Message : $"m{++_id}");
        }
    }
}

/// <summary>A message as the platform got it.</summary>
public sealed record Delivered(string OutboxId, Outgoing Message, LiveCard? Existing)
{
    public string? ExistingId => Existing?.Message;
}
