using System.Collections.Immutable;
using MeetingBot.Conversations;

namespace MeetingBot.Kit;

/// <summary>A platform that tells who is in its conversations, and remembers of which it was asked.</summary>
public sealed class FakeRoster(string platform = "teams") : IRoster
{
    public string Platform { get; } = platform;

    /// <summary>What it tells.</summary>
    public Func<ConversationReference, RosterReading> Answer { get; set; } = _ => new RosterReading([]);

    public List<ConversationReference> Asked { get; } = [];

    public ValueTask<RosterReading> ReadAsync(ConversationReference conversation, int most, CancellationToken cancel)
    {
        lock (Asked) Asked.Add(conversation);
        return new ValueTask<RosterReading>(Answer(conversation));
    }

    public static ImmutableArray<Person> People(string platform, string tenant, params string[] names) =>
        [.. names.Select(name => new Person(platform, tenant, name.ToLowerInvariant(), name))];
}
