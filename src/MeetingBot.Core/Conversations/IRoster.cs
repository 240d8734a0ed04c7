using System.Collections.Immutable;

namespace MeetingBot.Conversations;

/// <summary>Who is in a conversation, as its platform knows it, whether they have ever spoken or not.</summary>
public interface IRoster
{
    /// <summary>The platform whose conversations it knows.</summary>
    string Platform { get; }

    /// <summary>
    /// Reads the people of a conversation, bots and guests of no account aside. Never throws for what the platform
    /// answers; ends within <see cref="IChannel.LongestDelivery"/>.
    /// </summary>
    /// <param name="most">Of more it need not read further.</param>
    ValueTask<RosterReading> ReadAsync(ConversationReference conversation, int most, CancellationToken cancel);
}

/// <summary>What a platform said of who is in a conversation.</summary>
/// <param name="People">Those whose names are known; more than were asked for where there are more.</param>
/// <param name="Missing">
/// Why it is not all of them: to be tried again (<see cref="Delivery.Later"/>) or never; null where it is.
/// </param>
public sealed record RosterReading(ImmutableArray<Person> People, Delivery? Missing = null);
