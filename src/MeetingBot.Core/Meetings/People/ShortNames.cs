using MeetingBot.Conversations;
using MeetingBot.Meetings.Presence;

namespace MeetingBot.Meetings.People;

/// <summary>
/// Initials and first names that minutes use, as the one person whom they fit; where they fit several they stay.
/// </summary>
internal sealed class ShortNames
{
    private readonly Dictionary<string, string> _meant = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _accounts;
    private readonly Dictionary<string, string?> _anybody;
    private readonly Dictionary<string, string?> _typedPresent;

    /// <param name="facts">Whoever was there or named in the meeting.</param>
    /// <param name="members">Whoever is known in the group.</param>
    public ShortNames(IReadOnlyCollection<Attendance> facts, IEnumerable<Person> members)
    {
        var accounts = facts.Select(fact => fact.Person).OfType<Person>().Concat(members)
            .DistinctBy(person => person.Key).Select(person => person.Name.Trim()).ToList();
        _accounts = accounts.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var typed = Typed(facts.Where(fact => fact.Person is null));
        _anybody = OfWholeNames(accounts, typed);
        _typedPresent =
            OfWholeNames([], Typed(facts.Where(fact => fact is { Person: null, Kind: not AttendanceKind.Regrets })));
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
        var others = IsAccount(name) ? _typedPresent : _anybody;
        return others.GetValueOrDefault(name.Trim()) ?? name;
    }

    private List<string> Typed(IEnumerable<Attendance> facts) => [.. facts.Select(fact => fact.Name.Trim())
        .Where(name => !IsAccount(name)).Distinct(StringComparer.OrdinalIgnoreCase)];

    private bool IsAccount(string name) => _accounts.Contains(name.Trim());

    // "Dave K." typed beside "Dave Kern" is no other whom "DK" might mean.
    private static Dictionary<string, string?> OfWholeNames(List<string> accounts, List<string> typed)
    {
        var whole = ByShortForm(accounts.Concat(typed));
        return ByShortForm(accounts.Concat(
            typed.Where(name => !(whole.GetValueOrDefault(name) is { } longer && longer.Length > name.Length))));
    }

    // Null where a short form fits several.
    private static Dictionary<string, string?> ByShortForm(IEnumerable<string> names)
    {
        var found = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            foreach (var form in Names.ShortForms(name).Distinct(StringComparer.OrdinalIgnoreCase))
                if (!Names.Same(form, name) && !found.TryAdd(form, name)) found[form] = null;
        }
        return found;
    }
}
