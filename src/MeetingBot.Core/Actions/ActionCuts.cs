using System.Collections.Frozen;
using System.Text.RegularExpressions;
using MeetingBot.Meetings.People;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Actions;

/// <summary>
/// Cuts a line that gives several people something to do: at a label within it, and where a known person's name and
/// "to" or the like begin another task.
/// </summary>
internal static partial class ActionCuts
{
    /// <summary>The parts between labels, without them.</summary>
    public static IEnumerable<string> AtLabels(string text) =>
        Label().Split(text).Select(Part).Where(part => part.Length > 0).DefaultIfEmpty(text.Trim());

    /// <summary>The parts of one labelled action, each a task of its own.</summary>
    public static IReadOnlyList<string> AtPeople(string text, OwnerNames names, LocalDate today)
    {
        var parts = new List<string>();
        var start = 0;
        foreach (Match mark in Between().Matches(text))
        {
            if (mark.Index < start) continue;
            var before = text[start..mark.Index];
            if (!Begins(text, mark, before, names, today) || IsNames(before, names)) continue;
            parts.Add(Part(before));
            start = mark.Index + mark.Length;
        }
        parts.Add(Part(text[start..]));
        return [.. parts.Where(part => part.Length > 0)];
    }

    private static bool Begins(string text, Match mark, string before, OwnerNames names, LocalDate today)
    {
        var at = mark.Index + mark.Length;
        if (names.At(text, at) is { } owners && Task(text, owners.End, owners.Marked || IsStrong(mark)))
            return IsStrong(mark) || !IsObject(before, owners.Names.Length, names);
        if (EndsOwned(before, mark, names) && ActionText.Read(text[at..], "", today, names).Owners.Length > 0)
            return true;
        // Who is not known begins a task of their own where the one before has plainly ended.
        return Unknown().Match(text, at) is { Success: true } unknown
            && !ActionText.BeginsTask(unknown.Groups["who"].Value)
            && DueDates.Parse(unknown.Groups["who"].Value, today) is null
            && Task(text, at + unknown.Length, colon: false)
            && (IsStrong(mark) || text[at] == '@'
                || DueDates.TakeLast(before, today) is { Due: not null } or { Unread: not null });
    }

    private static bool IsStrong(Match mark) => mark.ValueSpan.Contains(';');

    private static bool Task(string text, int at, bool colon) =>
        To().Match(text, at) is { Success: true } to
            ? !NoVerbs.Contains(to.Groups["verb"].Value)
            : colon && Colon().IsMatch(text, at);

    // "Ask Tom and Luna to share it", "find a slot for Tom and Luna to meet", "call Tom, Luna and Jens to hear it":
    // they are whom it is about.
    private static bool IsObject(string before, int named, OwnerNames names)
    {
        if (names.Last(before.TrimEnd()) is not var (last, start)) return Controls().IsMatch(before.TrimEnd());
        return last.Names.Length + named > 2 || Controls().IsMatch(before[..start].TrimEnd());
    }

    // "Book it (Luna), check it (Tom)" and "book it @Luna, check it @Tom" are two people's.
    private static bool EndsOwned(string before, Match mark, OwnerNames names)
    {
        var plainly = before.TrimEnd() is [.., ')' or ']'] || names.Last(before.TrimEnd()) is { Owners.Marked: true };
        return (plainly || IsStrong(mark)) && new StandingOwners(names).Last(before.Trim()) is not null;
    }

    private static bool IsNames(string before, OwnerNames names)
    {
        var part = before.Trim();
        return part.Length == 0 || names.At(part, 0)?.End == part.Length || Names.IsWritten(part);
    }

    private static string Part(string text) => End().Replace(text.Trim(), "").Trim();

    private static readonly FrozenSet<string> NoVerbs = new[]
    {
        "the", "a", "an", "our", "my", "your", "his", "her", "their", "its", "this", "that", "these", "those", "each",
        "every", "all", "them", "us", "him", "me", "it", "you", "some", "any", "which", "whom", "be,",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private const string Labels =
        @"action(?:\s(?:item|point))?|to[ -]?do|aktion|aufgabe|à\sfaire";

    // Within a sentence a label stands in capitals, or behind what ends one: not "take the following action: …".
    [GeneratedRegex(
        @"(?<=^|[\s,;.(])(?:(?:ACTION(?:\s(?:ITEM|POINT))?|A(?:ction(?:\s(?:item|point))?|ktion|ufgabe)|TO[ -]?DO|To[ -]?[Dd]o|AP|AI|À\s[Ff]aire)\s?:(?!/)"
            + @"|(?<=(?:^|[,;.]|\band)\s{0,3})(?i:" + Labels + @")\s?:(?!/)|(?<=[,;.]\s{0,3})ACTION\s(?=@?\p{Lu}))\s{0,9}",
        RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"(?:\s{0,3}[;,]\s{0,3}(?:(?:and|then|und|et)\s{1,3}){0,2}|(?<=[\w)!.])\.\s{1,3}|\s{1,3}(?:and|&|und|et)\s{1,3}(?:then\s{1,3})?)(?:on\s{1,3}(?=all\b|every))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"\G(?<who>" + Names.Owners + ")", RegexOptions.CultureInvariant)]
    private static partial Regex Unknown();

    [GeneratedRegex(@"\G(?:\s{1,3}(?:please\s{1,3})?(?:to|will|shall|should|must|can)|['’]ll)\s{1,3}(?:please\s{1,3})?(?<verb>\p{Ll}[^\s]{0,40})(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex To();

    [GeneratedRegex(@"\G\s{0,3}:(?!/)\s{0,9}\S", RegexOptions.CultureInvariant)]
    private static partial Regex Colon();

    [GeneratedRegex(@"(?:\b(?:ask|tell|remind|invit|get|want|need|help|allow|let|urg|expect|encourag|requir|request|persuad|convinc|nominat|appoint|assign|instruct|advis|teach|enabl|forc|permit|beg|order|wait\sfor)(?:e|es|s|ed|ing|ting)?|\b(?:for|with|from|of|between|to|by|like|than|as|via|both))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Controls();

    [GeneratedRegex(@"(?:[,;]|(?<=\s)(?:and|&))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex End();
}
