using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace MeetingBot.Conversations;

/// <summary>
/// One who is being forgotten. What of theirs counts on gets another id, made of a secret that goes with this record:
/// while it goes on who looks at both takes them for one, and once it is done nobody can tell whose it was.
/// </summary>
/// <param name="Secret">128 random bits, base64url.</param>
/// <param name="Since">When they asked for it.</param>
/// <param name="Conversation">Where.</param>
public sealed record Departure(Person Person, string Secret, NodaTime.Instant Since, ConversationReference Conversation)
{
    /// <summary>Keys of the rows with whose votes it has still to deal; default before they were listed.</summary>
    public ImmutableArray<string> Left { get; init; }

    /// <summary>Something was found since they were listed: they are listed once more, until nothing is.</summary>
    public bool Found { get; init; }

    /// <summary>
    /// Another account of the one who comes after, with what they did by it before both were known to be one.
    /// </summary>
    public bool IsAccount { get; init; }

    /// <summary>In whose name it counts on.</summary>
    /// <param name="thing">Within which it is one person; in another it is another.</param>
    public Person For(string thing) => new(Person.Former, "", Digest(thing, Secret), Person.FormerName);

    /// <summary>
    /// By what somebody who comes back to a thing that is open still is told from others, so that they do not vote
    /// twice.
    /// </summary>
    public static string TraceOf(PersonKey person, string thing) => Digest(thing, person.Value);

    /// <summary>People with that one in their place; default for none.</summary>
    /// <param name="former">What they are called now.</param>
    public ImmutableArray<Person> Replace(ImmutableArray<Person> people, Person former) => people.IsDefault
        ? people
        : [.. people.Select(person => person.Key == Person.Key ? former : person).DistinctBy(person => person.Key)];

    /// <summary>Whether they are among the people.</summary>
    public bool IsAmong(ImmutableArray<Person> people) =>
        !people.IsDefault && people.Any(person => person.Key == Person.Key);

    private static string Digest(string thing, string text) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{thing}\n{text}")).AsSpan(0, 16));
}

/// <summary>Who is being forgotten now: among the rows that every turn reads, so that every turn knows it.</summary>
public sealed record Departures(ImmutableArray<Departure> People)
{
    /// <summary>More at a time are asked to wait.</summary>
    public const int Most = 10;

    public static Departures None { get; } = new([]);

    /// <summary>That person's; null for none.</summary>
    public Departure? Of(PersonKey person) => People.FirstOrDefault(one => one.Person.Key == person);

    /// <summary>Whose name a vote bears, as it will once everything is done.</summary>
    /// <param name="thing">As <see cref="Departure.For"/>.</param>
    public Person Named(Person person, string thing) =>
        People.IsEmpty || Of(person.Key) is not { } one ? person : one.For(thing);
}
