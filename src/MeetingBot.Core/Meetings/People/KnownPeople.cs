using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Presence;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.People;

/// <summary>
/// Who can be meant by a name within what is typed: those mentioned in it, the group's members, whoever was named or
/// was there in the meeting.
/// </summary>
public sealed class KnownPeople
{
    private readonly HashSet<string> _names;
    private readonly HashSet<string> _accounts;
    private readonly HashSet<string> _whole;
    private readonly Dictionary<string, List<string>> _byShortForm = new(StringComparer.OrdinalIgnoreCase);

    private KnownPeople(ImmutableArray<string> mentioned, IEnumerable<string> accounts, IEnumerable<string> names)
    {
        _accounts = accounts.Select(name => name.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Mentioned = [.. mentioned.Where(name => name.Length > 0).OrderByDescending(name => name.Length)];
        _names = names.Concat(_accounts).Concat(Mentioned).Select(name => name.Trim()).Where(name => name.Length > 0)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var name in _names)
            foreach (var form in Names.ShortForms(name).Distinct(StringComparer.OrdinalIgnoreCase)) Add(form, name);
        // Who is only known as "Luna" is the "Luna Lind" who is there.
        _whole = _names.Where(name => !OfShortForm(name).Any(other => !Names.Same(name, other)))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Nobody is known.</summary>
    public static KnownPeople Nobody { get; } = new([], [], []);

    /// <summary>Names of those mentioned, the longest first.</summary>
    public ImmutableArray<string> Mentioned { get; }

    /// <summary>The rows that tell them.</summary>
    public static Reads Reads(Turn turn) =>
        Tables.Reads.Of(GroupRows.Members, Attendance.Of(turn.CurrentMeeting().Number));

    public static KnownPeople Of(Turn turn, RowSet rows)
    {
        var mentioned = turn.Incoming is IncomingMessage message ? message.Mentioned : [];
        var members = rows.In(GroupRows.Members).Select(GroupRows.ReadMember).Append(turn.Actor)
            .Where(person => GroupRows.IsMember(person, turn.Conversation));
        var named = rows.In(Attendance.Of(turn.CurrentMeeting().Number)).Select(Attendance.Read);
        return new KnownPeople(
            [.. mentioned.Select(person => person.Name)],
            members.Concat(mentioned).Select(person => person.Name), named.Select(fact => fact.Name));
    }

    /// <summary>The same people, and those who bear the names.</summary>
    public KnownPeople With(IEnumerable<string> names) => new(Mentioned, _accounts, _names.Concat(names));

    /// <summary>Whether it is a known person's name, or a short form of exactly one.</summary>
    public bool Knows(string typed) => _names.Contains(typed) || Only(typed) is not null;

    /// <summary>Whether it is, whole, the name of a person with an account.</summary>
    public bool IsAccount(string typed) => _accounts.Contains(typed);

    /// <summary>Initials as the name of the one person whom they fit; anything else as typed.</summary>
    public string Listed(string typed) =>
        Initials.Are(typed) && !Initials.AreWord(typed) && !IsAccount(typed) && Only(typed) is { } name ? name : typed;

    /// <summary>Everybody whom initials fit.</summary>
    public ImmutableArray<string> WithInitials(string initials) =>
    [
        .. OfShortForm(initials).Where(name => _whole.Contains(name) && !Names.Same(name, initials))
            .Order(StringComparer.OrdinalIgnoreCase),
    ];

    // A single letter may be anybody.
    private string? Only(string form) =>
        form.Length > 1 && OfShortForm(form).Where(_whole.Contains).Take(2).ToList() is [var one] ? one : null;

    private List<string> OfShortForm(string form) => _byShortForm.GetValueOrDefault(form) ?? [];

    private void Add(string form, string name)
    {
        if (!_byShortForm.TryGetValue(form, out var names)) _byShortForm[form] = names = [];
        names.Add(name);
    }
}
