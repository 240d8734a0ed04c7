using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Meetings.People;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Meetings.Presence;

/// <summary>Who was present and who sent regrets, from the facts that are known.</summary>
/// <param name="Present">Everybody who was there at any time.</param>
/// <param name="Left">Who of them is gone from the call, and since when.</param>
public sealed record AttendanceList(
    ImmutableArray<string> Present, ImmutableArray<string> Regrets, ImmutableDictionary<string, Instant> Left)
{
    private static readonly Duration Early = Duration.FromMinutes(5);

    /// <summary>Who is there now.</summary>
    public ImmutableArray<string> Here => [.. Present.Where(name => !Left.ContainsKey(name))];

    /// <summary>The names, with the time for who left some minutes or more before the end.</summary>
    /// <param name="ended">Null while the meeting runs.</param>
    public ImmutableArray<string> Described(Instant? ended, DateTimeZone zone) =>
    [
        .. Present.Select(name => Left.TryGetValue(name, out var at) && (ended is null || ended - at >= Early)
            ? $"{name} (left {Phrases.Time(at, zone)})"
            : name),
    ];

    /// <param name="rows">Those of the meeting's attendance and of the group's members.</param>
    /// <param name="speakers">Names and initials that lines of the minutes bear, and names of those who typed them, as
    /// often as they do.</param>
    public static AttendanceList Of(int meeting, RowSet rows, IEnumerable<string> speakers)
    {
        var told = rows.In(Attendance.Of(meeting)).Select(Attendance.Read).ToList();
        var names = new ShortNames(told, rows.In(GroupRows.Members).Select(GroupRows.ReadMember));
        var regrets = new NamedRegrets(told.Where(fact => fact.Kind is AttendanceKind.Regrets), names);
        var known = told.Where(fact => fact.Kind is not AttendanceKind.Regrets)
            .Select(fact => (Fact: fact with { Name = regrets.Listed(fact.Name) }, Told: fact.Name)).ToList();
        var present = known.Where(one => one.Fact.Kind is AttendanceKind.Present)
            .Select(one => (one.Fact.Name, one.Told))
            .Concat(speakers.Distinct(StringComparer.OrdinalIgnoreCase).Where(name => !Names.IsEverybody(name))
                .Select(name => (Name: regrets.Listed(name), Told: name)))
            .ToList();
        return new AttendanceList(
            Sorted(present.Select(one => one.Name)), Sorted(regrets.Without(present)),
            Gone([.. known.Select(one => one.Fact)]));
    }

    // Of two people with one name both must have left.
    private static ImmutableDictionary<string, Instant> Gone(List<Attendance> known)
    {
        var left = known.Where(fact => fact.Kind is AttendanceKind.Left && fact.At is not null).ToList();
        var keys = left.Select(fact => fact.Person?.Key).ToHashSet();
        var here = known
            .Where(fact => fact is { Kind: AttendanceKind.Present, Person: { } person } && !keys.Contains(person.Key))
            .Select(fact => fact.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return left
            .Where(fact => !here.Contains(fact.Name))
            .GroupBy(fact => fact.Name, StringComparer.OrdinalIgnoreCase)
            .ToImmutableDictionary(
                facts => facts.Key, facts => facts.Max(fact => fact.At!.Value), StringComparer.OrdinalIgnoreCase);
    }

    private static ImmutableArray<string> Sorted(IEnumerable<string> names) =>
        [.. names.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];
}
