using MeetingBot.Conversations;

namespace MeetingBot.Meetings.People;

/// <summary>So many people as one turn looks after.</summary>
/// <param name="Next">Key of the last of them, where there are more behind; null where there are none.</param>
internal sealed record PeoplePart(IReadOnlyList<Person> People, string? Next)
{
    private const int Most = 40;

    /// <summary>Those behind the given one, in the order of their keys.</summary>
    /// <param name="after">Key of the last who was looked after; empty at first.</param>
    public static PeoplePart Of(IEnumerable<Person> people, string after)
    {
        var left = people.Where(person => string.CompareOrdinal(person.Key.Value, after) > 0)
            .OrderBy(person => person.Key.Value, StringComparer.Ordinal).ToList();
        var part = left.Take(Most).ToList();
        return new PeoplePart(part, left.Count > part.Count ? part[^1].Key.Value : null);
    }
}
