using MeetingBot.Conversations;

namespace MeetingBot.Meetings;

/// <summary>
/// Initials and first names that minutes use, as the one person whom they fit; where they fit several they stay.
/// </summary>
internal sealed class ShortNames
{
    private readonly Dictionary<string, string> _meant = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _accounts;
    private readonly List<string> _typed;
    private readonly List<string> _typedPresent;

    /// <param name="facts">Whoever was there or named in the meeting.</param>
    /// <param name="members">Whoever is known in the group.</param>
    public ShortNames(IReadOnlyCollection<Attendance> facts, IEnumerable<Person> members)
    {
        _accounts = [.. facts.Select(fact => fact.Person).OfType<Person>().Concat(members)
            .DistinctBy(person => person.Key).Select(person => person.Name)];
        _typed = Typed(facts.Where(fact => fact.Person is null));
        _typedPresent =
            Typed(facts.Where(fact => fact is { Person: null, Kind: not AttendanceKind.Regrets }));
    }

    /// <summary>The name under which the person is listed.</summary>
    public string Meant(string name)
    {
        if (!_meant.TryGetValue(name, out var meant)) _meant[name] = meant = Find(name);
        return meant;
    }

    // Two accounts are two people, however alike their names; nor is who can't come the account that is there.
    private string Find(string name)
    {
        var others = IsAccount(name) ? _typedPresent : _accounts.Concat(_typed);
        var fitting = others.Where(other => !Names.Same(name, other) && Names.Means(name, other)).Take(2).ToList();
        return fitting.Count == 1 ? fitting[0] : name;
    }

    private List<string> Typed(IEnumerable<Attendance> facts) => [.. facts.Select(fact => fact.Name)
        .Where(name => !IsAccount(name)).Distinct(StringComparer.OrdinalIgnoreCase)];

    private bool IsAccount(string name) => _accounts.Any(account => Names.Same(name, account));
}
