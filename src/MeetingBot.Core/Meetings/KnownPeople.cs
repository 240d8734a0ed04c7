using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Meetings;

/// <summary>
/// Who can be meant by a name within what is typed: those mentioned in it, the group's members, whoever was named or
/// was there in the meeting.
/// </summary>
public sealed class KnownPeople
{
    private readonly HashSet<string> _names;
    private readonly HashSet<string> _accounts;
    private readonly List<string> _whole;

    // Null where a short form fits several.
    private readonly Dictionary<string, string?> _short = new(StringComparer.OrdinalIgnoreCase);

    private KnownPeople(ImmutableArray<string> mentioned, IEnumerable<string> accounts, IEnumerable<string> names)
    {
        _accounts = accounts.Select(name => name.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Mentioned = [.. mentioned.Where(name => name.Length > 0).OrderByDescending(name => name.Length)];
        _names = names.Concat(_accounts).Concat(Mentioned).Select(name => name.Trim()).Where(name => name.Length > 0)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        // Who is only known as "Luna" is the "Luna Lind" who is there.
        _whole = [.. _names.Where(name => !_names.Any(other => IsShort(name, other)))];
        foreach (var name in _whole)
        {
            foreach (var form in Names.ShortForms(name).Where(form => form.Length > 1))
                if (!_short.TryAdd(form, name) && !Names.Same(_short[form] ?? "", name)) _short[form] = null;
        }
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
    public bool Knows(string typed) => _names.Contains(typed) || _short.GetValueOrDefault(typed) is not null;

    /// <summary>Whether it is, whole, the name of a person with an account.</summary>
    public bool IsAccount(string typed) => _accounts.Contains(typed);

    /// <summary>Initials as the name of the one person whom they fit; anything else as typed.</summary>
    public string Listed(string typed) =>
        Initials.Are(typed) && !IsAccount(typed) && _short.GetValueOrDefault(typed) is { } name ? name : typed;

    /// <summary>Everybody whom initials fit.</summary>
    public ImmutableArray<string> WithInitials(string initials) =>
        [.. _whole.Where(name => IsShort(initials, name)).Order(StringComparer.OrdinalIgnoreCase)];

    private static bool IsShort(string name, string other) => !Names.Same(name, other) && Names.Means(name, other);
}
