using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using MeetingBot.Conversations;

namespace MeetingBot.Meetings.People;

/// <summary>The people that a list of names means, mentioned or typed: <c>@Luna, Mara and Jens</c>.</summary>
internal static partial class NamedPeople
{
    /// <summary>All of them, each once; or the first name that means nobody, or several.</summary>
    public static (ImmutableArray<Person> People, string? Unknown) Read(string text, MemberState state, Turn turn)
    {
        var people = new List<Person>();
        var typed = new StringBuilder(text);
        // A mentioned person's name may hold a comma or an "and"; and two may have the same name.
        var mentioned = turn.Incoming is IncomingMessage message ? message.Mentioned : [];
        foreach (var person in mentioned.OrderByDescending(person => person.Name.Length))
            if (Cut(typed, "@" + Phrases.Words(person.Name))) people.Add(person);
        foreach (var name in Between().Split(typed.ToString()).Select(name => name.Trim(' ', '.', '@')))
        {
            if (name.Length == 0) continue;
            if (state.Find(name, turn) is not { } person) return ([], name);
            people.Add(person);
        }
        return ([.. people.DistinctBy(person => person.Key)], null);
    }

    private static bool Cut(StringBuilder text, string mention)
    {
        var at = mention.Length > 1 ? text.ToString().IndexOf(mention, StringComparison.Ordinal) : -1;
        if (at < 0) return false;
        text.Remove(at, mention.Length).Insert(at, ',');
        return true;
    }

    [GeneratedRegex(@"[,;@]|(?<=[\s,])(?:and|&)(?=\s)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Between();
}
