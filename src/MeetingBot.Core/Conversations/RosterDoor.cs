using System.Collections.Immutable;
using MeetingBot.Conversations.Sending;
using NodaTime;

namespace MeetingBot.Conversations;

/// <summary>
/// Asks a platform who is in a conversation, and tells the group in a turn of the people who were added: whom it knows
/// already it only calls by their newest name.
/// </summary>
public sealed class RosterDoor(IEnumerable<IRoster> rosters, RunTurn run, IClock clock) : IChannel
{
    /// <summary>The door's name.</summary>
    public const string Name = "roster";

    /// <summary>A conversation of more people is an audience: of it only those are known who have spoken.</summary>
    public const int Most = 300;

    public string Platform => Name;

    public async ValueTask<Delivery> DeliverAsync(
        string outboxId, Outgoing message, LiveCard? existing, CancellationToken cancel)
    {
        if (message.Errand is not { } errand)
            return new Delivery.Refused("it is no errand");
        if (rosters.FirstOrDefault(known => known.Platform == message.To.Platform) is not { } roster)
            return new Delivery.Refused($"'{message.To.Platform}' tells of nobody");
        var read = await roster.ReadAsync(message.To, Most, cancel);
        var last = clock.GetCurrentInstant() >= errand.Until;
        if (read.Missing is Delivery.Later later && !last) return later;
        // What could be had in all that time is taken.
        if (read.People.Length is > 0 and <= Most)
            await run(Answer($"roster {outboxId}", message.To, errand, read.People), cancel);
        return read.Missing is null or Delivery.Later ? new Delivery.Sent(null) : read.Missing;
    }

    // In an order that stays: of a repetition only the parts are done that are missing. Told by nobody, since who asked
    // may have left.
    private static MembersAdded Answer(
        string delivery, ConversationReference at, Errand errand, ImmutableArray<Person> people) =>
        new(delivery, at, new Person(at.Platform, at.Tenant, "", ""), BotAdded: false,
            [.. people.OrderBy(person => person.Key.Value, StringComparer.Ordinal)])
        {
            AskedIn = errand.Epoch,
        };
}
