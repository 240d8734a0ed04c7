using System.Collections.Frozen;
using System.Text.RegularExpressions;
using MeetingBot.Conversations;
using MeetingBot.Meetings.People;
using MeetingBot.Times;

namespace MeetingBot.Agendas;

/// <summary>
/// Reads who presents an item, marked with an <c>@</c>: one mentioned, a word, or a name of up to four words.
/// </summary>
internal static partial class Presenters
{
    private const int Most = 5;
    private static readonly char[] Between = [' ', '\t', ',', ';', '|', '-', '–', '—', ':', '('];

    /// <summary>Takes those at the end: <c>@Eva van der Lind</c>, <c>@Luna and @Jens</c>.</summary>
    /// <param name="titled">A name is not all there is: <c>@Luna Budget</c> has a title.</param>
    public static (string Text, string? Names) TakeLast(string text, IReadOnlyList<Person> mentioned, bool titled)
    {
        var names = new List<string>();
        while (names.Count < Most
            && One(names.Count == 0 ? text : Joint().Replace(text, ""), mentioned, titled) is var (before, name))
        {
            names.Insert(0, name);
            text = before;
        }
        return (text, names.Count == 0 ? null : Phrases.Join(names));
    }

    /// <summary>
    /// Takes the one before a title: all of a name only where it was mentioned, or something stands between them.
    /// </summary>
    public static (string Text, string? Name) TakeFirst(string text, IReadOnlyList<Person> mentioned)
    {
        foreach (var person in mentioned)
        {
            var rest = text.StartsWith("@" + person.Name, StringComparison.OrdinalIgnoreCase)
                ? text[(person.Name.Length + 1)..]
                : "";
            if (rest.Length > 0 && !char.IsLetterOrDigit(rest[0]) && rest.TrimStart(Between) is { Length: > 0 } behind)
                return (behind, person.Name);
        }
        var match = First().Match(text);
        return match.Success ? (text[match.Length..], match.Groups["name"].Value) : (text, null);
    }

    /// <summary>Those whom the text names and nothing else, with or without an <c>@</c>; or null.</summary>
    public static string? All(string text)
    {
        var names = text.Split([",", ";", "&", " and "], StringSplitOptions.TrimEntries)
            .Select(name => name.TrimStart('@')).ToList();
        return names.Count <= Most && names.All(name => name.Length > 0 && Names.IsWritten(name))
            ? Phrases.Join(names)
            : null;
    }

    /// <summary>Whether they are first names with surnames: "(Geneva)" and "(Risk Analysis)" are nobody's.</summary>
    public static bool AreFullNames(string text) => FullNames().IsMatch(text)
        && !text.Split([' ', ',', '-', '&', ';'], StringSplitOptions.RemoveEmptyEntries).Any(NoNames.Contains);

    private static (string Before, string Name)? One(string text, IReadOnlyList<Person> mentioned, bool titled)
    {
        foreach (var person in mentioned)
            if (text.EndsWith("@" + person.Name, StringComparison.OrdinalIgnoreCase))
                return (text[..^(person.Name.Length + 1)].TrimEnd(Between), person.Name);
        var match = Last().Match(text);
        if (!match.Success) return null;
        var before = text[..match.Index].TrimEnd(Between);
        return titled && match.ValueSpan.IndexOfAny(' ', '\t') > 0 && (before.Length == 0 || IsLength(before))
            ? null
            : (before, match.Groups["name"].Value);
    }

    private static bool IsLength(string text) => Lengths.Parse(text) is not null;

    // What stands in brackets behind a topic and begins with capitals, too.
    private static readonly FrozenSet<string> NoNames = new[]
    {
        "Part", "Group", "Working", "Session", "Sessions", "Analysis", "Risk", "Room", "Report", "Reports", "Update",
        "Updates", "Draft", "Meeting", "Meetings", "Hands", "All", "Policy", "Policies", "Security", "Team", "Teams",
        "Open", "Closed", "Discussion", "Talk", "Talks", "Review", "Version", "Release", "Phase", "Project", "Task",
        "Force", "Board", "Committee", "Council", "Main", "Auditorium", "Hall", "Building", "Floor", "Online",
        "Hybrid", "Remote", "Plenary", "Parallel", "Breakout", "Round", "Table", "Lightning", "Keynote", "Q",
        "Questions", "Answers", "One", "Two", "Three", "Four", "First", "Second", "Third", "New", "Old", "Next",
        "Last", "Steps", "Plan", "Planning", "Roadmap", "Strategy", "Overview", "Summary", "Status", "Follow", "Up",
        "Work", "Package", "Milestone", "Deadline", "Budget", "Data", "Service", "Services", "Access", "Token",
        "Tokens", "Identity", "Trust", "Incident", "Response", "Management", "Monday", "Tuesday", "Wednesday",
        "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "June", "July", "August",
        "September", "October", "November", "December", "University", "Institute", "Laboratory", "Lab", "Centre",
        "Center", "National", "International", "European", "United", "The", "And", "Of", "For", "In", "On",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private const string Part = @"(?:[dl]['’])?\p{Lu}[\p{L}\p{M}\p{N}'’.-]{0,40}";

    private const string Particles =
        @"(?:(?:van|von|der|den|de|la|le|di|da|del|della|dos|du|al|el|bin|ten|ter|zu|af)\s{1,3}){1,3}";

    [GeneratedRegex(@"(?<=^|\s)@(?<name>" + Part + @"(?:\s{1,3}(?:" + Particles + ")?" + Part + @"){1,3}|[^\s@]{1,100})$", RegexOptions.CultureInvariant)]
    private static partial Regex Last();

    [GeneratedRegex(@"^@(?:(?<name>" + Part + @"(?:\s{1,3}(?:" + Particles + ")?" + Part + @"){0,3})(?:\s{0,3}[:,;|]\s{0,3}|\s{1,3}[-–—]\s{1,3})|(?<name>[^\s@]{1,100}(?:\s{1,3}" + Particles + Part + @")?)\s{1,9})(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex First();

    private const string FullName =
        @"\p{Lu}[\p{L}\p{M}'’-]{1,30}(?<=\p{Ll})(?:\s\p{Lu}\.)?\s(?:" + Particles + @")?(?:[dl]['’])?\p{Lu}[\p{L}\p{M}'’-]{1,40}(?<=\p{Ll})(?:\s\p{Lu}[\p{L}\p{M}'’-]{1,40}(?<=\p{Ll}))?";

    [GeneratedRegex(@"^" + FullName + @"(?:\s{0,3}(?:[,;&/]|\band\b)\s{0,3}" + FullName + "){0,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex FullNames();

    [GeneratedRegex(@"\s*(?:,|&|\band)$", RegexOptions.CultureInvariant)]
    private static partial Regex Joint();
}
