using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using MeetingBot.Conversations;

namespace MeetingBot.Meetings.Guests;

/// <summary>Names of guests as they were typed, each once; or what is wrong with them.</summary>
internal sealed partial record GuestNames(ImmutableArray<string> Names, Refusal? Problem = null)
{
    /// <summary>Most names of one message.</summary>
    public const int Most = 40;

    private const int MostTyped = 6_000;

    /// <summary>Reads <c>Anna Berg, Ben Ito and Carla</c>, or one a line; of a mail's <c>Anna Berg
    /// &lt;anna@…&gt;</c> the name.</summary>
    /// <param name="example">A line that works, for whoever was misunderstood.</param>
    public static GuestNames Read(string typed, string example)
    {
        var names = new List<string>();
        var text = typed.Length > MostTyped ? typed[..MostTyped] : typed;
        foreach (var part in Between().Split(text).Select(Tidy).Where(part => part.Length > 0))
        {
            if (Hindrance(part, example) is { } problem) return new GuestNames([], problem);
            if (!names.Any(known => MeetingBot.Meetings.People.Names.Same(known, part))) names.Add(part);
        }
        return names.Count switch
        {
            0 => new GuestNames([], GuestRefusals.NoName(example)),
            > Most => new GuestNames([], GuestRefusals.TooManyAtOnce(names.Count)),
            _ => new GuestNames([.. names]),
        };
    }

    /// <summary>Whether the whole text is names, and hardly talk.</summary>
    public static bool AreWritten(string typed) =>
        Read(typed, "") is { Problem: null } read && read.Names.All(MeetingBot.Meetings.People.Names.IsWritten);

    private static Refusal? Hindrance(string name, string example) => name switch
    {
        _ when name.Contains('@') => GuestRefusals.Address(name, example),
        _ when name.Length > Guest.MostName => GuestRefusals.LongName(name, example),
        _ when name.AsSpan().ContainsAny("?|:") || !name.Any(char.IsLetter) => GuestRefusals.NotAName(name, example),
        _ => null,
    };

    // Marks that turn the direction of the text, or are not seen, would let one name look like another.
    private static string Tidy(string part)
    {
        var tidy = new StringBuilder();
        foreach (var c in Bullet().Replace(InBrackets().Replace(part, " "), ""))
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c)) tidy.Append(' ');
            else if (!Markdown.IsBidiControl(c) && c is not ('\u200B' or '\u2060' or '\uFEFF')) tidy.Append(c);
        }
        return Phrases.Words(tidy.ToString()).Trim('"', '“', '”', '„', ' ').TrimStart('@');
    }

    [GeneratedRegex(@"[,;\n]|(?<=\s)(?:and|&)(?=\s)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex("<[^<>]{0,200}>", RegexOptions.CultureInvariant)]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"^\s{0,3}(?:[-*•]|[0-9]{1,2}[.)])\s", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();
}
