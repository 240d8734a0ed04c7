using System.Collections.Immutable;
using MeetingBot.Conversations;

namespace MeetingBot.Web.Rooms;

/// <summary>Reads a typed line as the room's message: to whom it is said and who is mentioned in it.</summary>
public static class TypedLine
{
    /// <summary>Longest line, in characters.</summary>
    public const int MaxText = 20_000;

    /// <param name="people">Names known in the room, for <c>@Name</c>.</param>
    public static IncomingMessage Read(
        string deliveryId, string room, Person sender, string text, string messageId, IEnumerable<string> people)
    {
        var line = text.Trim();
        var mentioned = StartsWithName(line, 0, Visitor.Bot);
        if (mentioned) line = line[(Visitor.Bot.Length + 1)..].TrimStart(' ', ',', ':', '\u00A0');
        return new IncomingMessage(
            deliveryId, RoomName.Conversation(room), sender, line, messageId,
            Addressed: mentioned || line.StartsWith('/'), Bare: true, Mentions(line, people));
    }

    private static ImmutableArray<Person> Mentions(string line, IEnumerable<string> people)
    {
        var longestFirst = people.OrderByDescending(name => name.Length).ToArray();
        var found = ImmutableArray.CreateBuilder<Person>();
        for (var at = line.IndexOf('@'); at >= 0 && found.Count < 50; at = line.IndexOf('@', at + 1))
        {
            var start = at;
            if (longestFirst.FirstOrDefault(name => StartsWithName(line, start, name)) is { } name
                && !found.Any(p => p.Name == name)) found.Add(Visitor.Named(name));
        }
        return found.ToImmutable();
    }

    // "@Ann" is not a mention of Ann in "@Anna", nor in "mail@Ann".
    private static bool StartsWithName(string line, int at, string name)
    {
        var end = at + 1 + name.Length;
        return at < line.Length && line[at] == '@'
            && (at == 0 || !char.IsLetterOrDigit(line[at - 1]))
            && line.AsSpan(at + 1).StartsWith(name, StringComparison.OrdinalIgnoreCase)
            && (end >= line.Length || !char.IsLetterOrDigit(line[end]));
    }
}
