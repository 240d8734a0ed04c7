using System.Collections.Immutable;

namespace MeetingBot.Meetings;

/// <summary>Who was present and who sent regrets, from the facts that are known.</summary>
public sealed record AttendanceList(ImmutableArray<string> Present, ImmutableArray<string> Regrets)
{
    /// <param name="facts">In any order.</param>
    /// <param name="speakers">Names and initials that lines of the minutes bear, and names of those who typed them.</param>
    public static AttendanceList Of(IEnumerable<Attendance> facts, IEnumerable<string> speakers)
    {
        var known = facts.ToList();
        var present = known.Where(fact => fact.Kind is AttendanceKind.Present).Select(fact => fact.Name).ToList();
        foreach (var speaker in speakers)
            if (!present.Any(name => Names.Means(speaker, name))) present.Add(speaker);

        // Who came after all is present, whatever word was sent before.
        var regrets = known
            .Where(fact => fact.Kind is AttendanceKind.Regrets)
            .Select(fact => fact.Name)
            .Where(name => !present.Any(other => Names.Same(name, other)));
        return new AttendanceList(Sorted(present), Sorted(regrets));
    }

    private static ImmutableArray<string> Sorted(IEnumerable<string> names) =>
        [.. names.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];
}
