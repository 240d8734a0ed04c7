using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MeetingBot.Conversations;
using MeetingBot.Meetings.People;
using MeetingBot.Meetings.Presence;

namespace MeetingBot.Minutes;

/// <summary>
/// Who was there or could not come, as minutes say it: <c>Attending: Luna, Mara</c>, <c>Apologies:</c>.
/// </summary>
/// <param name="Names">Empty where nobody is named.</param>
internal sealed partial record AttendanceLine(AttendanceKind Kind, ImmutableArray<string> Names)
{
    /// <summary>The line, or null for another: one whose words are no names tells something else.</summary>
    public static AttendanceLine? Read(string line)
    {
        if (Labelled().Match(line) is not { Success: true } read) return null;
        var kind = read.Groups["present"].Success ? AttendanceKind.Present : AttendanceKind.Regrets;
        var words = read.Groups["names"].Value.Trim();
        if (Nobody().IsMatch(words)) return new AttendanceLine(kind, []);
        return NamesIn(words) is { } names ? new AttendanceLine(kind, names) : null;
    }

    /// <summary>The names of which the text is a list, or null when it is none.</summary>
    public static ImmutableArray<string>? NamesIn(string text)
    {
        var names = NameLists.Split(Remark().Replace(text, ""))
            .Select(name => Stop().Replace(name, ""))
            .ToImmutableArray();
        return names.Length is > 0 and <= NameLists.MostNames
            && names.All(name =>
                name.Length <= Person.MaxName && Meetings.People.Names.IsWritten(name) && !Meetings.People.Names.IsEverybody(name))
            ? names
            : null;
    }

    [GeneratedRegex("""
        ^(?:\*\*|__)?(?:
            (?<present>attending|attendees|attendance|in\ attendance|present|participants|anwesend|teilnehmer|présents?)
          | regrets|apologies|absent|excused|entschuldigt|abwesend|excusés?|absents?
        )(?:\*\*|__)?\s*:(?:\*\*|__)?\s*(?<names>.*)$
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"^(?:[-–—.]*|none|nobody|no\ one|n/?a|nil|keine?|niemand|aucune?|personne)\.?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Nobody();

    // "Luna (remote)".
    [GeneratedRegex(@"(?<!\s)\s*\([^()]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Remark();

    // That of a sentence, not that of an initial.
    [GeneratedRegex(@"(?<=\p{L}\p{L})\.$", RegexOptions.CultureInvariant)]
    private static partial Regex Stop();
}
