using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MeetingBot.Meetings.Documents;
using MeetingBot.Meetings.People;

namespace MeetingBot.Minutes;

/// <summary>
/// Reads the lines that groups take minutes in: <c>note: …</c>, <c>ML - text</c>, <c>DC- text</c>, <c>-DC, text</c>,
/// <c>Luna: text</c>, <c>… continuation</c>, <c>Topic: …</c>, <c>RESOLVED: …</c>, <c>AGREED: …</c>, <c>ACTION: …</c>,
/// <c>action Luna: …</c>, <c>todo: …</c>, <c>AP: Luna to …</c>.
/// </summary>
public static partial class MinutesGrammar
{
    /// <summary>The lines of a message from its first line of minutes on; none where there is no such line: it is talk.</summary>
    /// <param name="leftOut">How many lines stand before.</param>
    public static ImmutableArray<MinuteText> Read(string text, out int leftOut)
    {
        var block = ReadBlock(text);
        leftOut = block.LeftOut;
        return block.Lines;
    }

    /// <summary>All that a message says for the minutes, from its first line of minutes on.</summary>
    public static MinutesBlock ReadBlock(string text) => BlockReader.Read(text, whole: false);

    /// <summary>What a message says of which every line is minutes, as a scribe's.</summary>
    public static MinutesBlock ReadWhole(string text) => BlockReader.Read(text, whole: true);

    /// <summary>
    /// Whether a line is worded as minutes are, without a label, and as hardly anybody chats: <c>Luna disagrees, …</c>,
    /// <c>Decided on …</c>, <c>Next meeting is …</c>.
    /// </summary>
    public static bool IsWorded(string line) =>
        ThirdPerson.IsPlainly(line) || WordedDecisions.Read(line) is not null || NextMeeting().IsMatch(line);

    /// <summary>
    /// The lines behind a word such as <c>note</c>: the first is of that kind, the others as they read.
    /// </summary>
    public static MinutesBlock ReadAs(MinuteKind kind, string text) =>
        BlockReader.Read(text, first => OfKind(kind, first));

    /// <summary>A line that says itself what it is, or null.</summary>
    internal static MinuteText? ReadLine(string line)
    {
        if (line.StartsWith('…')) return Continuation(line[1..]);
        if (line.StartsWith("...", StringComparison.Ordinal)) return Continuation(line[3..]);
        if (Heading().Match(line) is { Success: true } heading)
            return new MinuteText(MinuteKind.Topic, heading.Groups["text"].Value);
        if (Assigned().Match(line) is { Success: true } assigned)
            return new MinuteText(MinuteKind.Action, assigned.Groups["text"].Value);
        if (Keyword().Match(line) is not { Success: true } keyword) return Statements.Read(line);
        var rest = line[keyword.Length..].Trim();
        return rest.Length > 0 && Kinds.TryGetValue(keyword.Groups["word"].Value, out var kind)
            ? OfKind(kind, rest)
            : null;
    }

    private static MinuteText OfKind(MinuteKind kind, string text) =>
        kind is MinuteKind.Note && Statements.Read(text) is { } said ? said : new MinuteText(kind, text);

    private static MinuteText? Continuation(string text) =>
        text.Trim('.', ' ', '…') is { Length: > 0 }
            ? new MinuteText(MinuteKind.Note, text.Trim(), Continues: true)
            : null;

    private static readonly FrozenDictionary<string, MinuteKind> Kinds = new Dictionary<string, MinuteKind>
    {
        ["note"] = MinuteKind.Note,
        ["info"] = MinuteKind.Note,
        ["topic"] = MinuteKind.Topic,
        ["subtopic"] = MinuteKind.Topic,
        ["resolved"] = MinuteKind.Resolution,
        ["resolution"] = MinuteKind.Resolution,
        ["decision"] = MinuteKind.Resolution,
        ["decided"] = MinuteKind.Resolution,
        ["agreed"] = MinuteKind.Agreement,
        ["agreement"] = MinuteKind.Agreement,
        ["action"] = MinuteKind.Action,
        ["action item"] = MinuteKind.Action,
        ["action point"] = MinuteKind.Action,
        ["todo"] = MinuteKind.Action,
        ["to do"] = MinuteKind.Action,
        ["to-do"] = MinuteKind.Action,
        ["notiz"] = MinuteKind.Note,
        ["remarque"] = MinuteKind.Note,
        ["thema"] = MinuteKind.Topic,
        ["sujet"] = MinuteKind.Topic,
        ["entscheidung"] = MinuteKind.Resolution,
        ["beschluss"] = MinuteKind.Resolution,
        ["décision"] = MinuteKind.Resolution,
        ["vereinbart"] = MinuteKind.Agreement,
        ["convenu"] = MinuteKind.Agreement,
        ["aktion"] = MinuteKind.Action,
        ["aufgabe"] = MinuteKind.Action,
        ["à faire"] = MinuteKind.Action,
        ["hinweis"] = MinuteKind.Note,
        ["anmerkung"] = MinuteKind.Note,
        ["bemerkung"] = MinuteKind.Note,
        ["thème"] = MinuteKind.Topic,
        ["entscheid"] = MinuteKind.Resolution,
        ["entschieden"] = MinuteKind.Resolution,
        ["beschlossen"] = MinuteKind.Resolution,
        ["résolu"] = MinuteKind.Resolution,
        ["resolu"] = MinuteKind.Resolution,
        ["résolution"] = MinuteKind.Resolution,
        ["décidé"] = MinuteKind.Resolution,
        ["adopté"] = MinuteKind.Resolution,
        ["vereinbarung"] = MinuteKind.Agreement,
        ["einigung"] = MinuteKind.Agreement,
        ["accord"] = MinuteKind.Agreement,
        ["aktionen"] = MinuteKind.Action,
        ["massnahme"] = MinuteKind.Action,
        ["maßnahme"] = MinuteKind.Action,
        ["tâche"] = MinuteKind.Action,
        ["tache"] = MinuteKind.Action,
        ["a faire"] = MinuteKind.Action,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // With a dash only where nobody chats so: "Agreed - fine with me" is talk.
    [GeneratedRegex("""
        ^(?:
            (?<word>note|info|topic|subtopic|resolved|resolution|decision|decided|agreed|agreement|action(?:\ item|\ point)?|to[ -]?do
                |notiz|remarque|thema|sujet|entscheidung|beschluss|décision|vereinbart|convenu|aktion|aufgabe|à\ faire
                |hinweis|anmerkung|bemerkung|thème|entscheid|entschieden|beschlossen|r[ée]solu|résolution|décidé|adopté
                |vereinbarung|einigung|accord|aktionen|ma(?:ss|ß)nahme|t[âa]che|a\ faire)\s*:
          | (?<word>note|topic|subtopic|resolved|resolution|decision|action(?:\ item|\ point)?|to[ -]?do)\s+[-–—]\s
        )
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Keyword();

    [GeneratedRegex(@"^#{1,6}\s+(?<text>\S.*?)\s*#*$", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^next\s+meeting\s+(?:(?:is|will\s+be|would\s+be)\s+)?(?:on|at|in)\s+[^?]+$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NextMeeting();

    // An action without its colon, and AP and AI, which may be initials too: only with who is to do it behind.
    [GeneratedRegex(
        @"^(?:(?:(?i:actions?(?:\s(?:items?|points?))?|to[ -]?do)(?:\s*:|\s+[-–—])?\s+|AP(?:\s*:)?\s+|AI\s*:\s+)(?!"
            + NoOwner + ")"
        + "(?<text>" + Who + @"(?:\s*:(?!/)|,\s|\s+[-–—]\s|\s+(?:to|will)\s)\s*\S.*))$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Assigned();

    private const string Who = @"(?:(?:on\s+)?" + Names.Owners + @"|\p{Ll}{2,30}(?=:))";

    // "Action required: …" and "Action plan - …" name nobody.
    private const string NoOwner =
        @"(?i:required|needed|taken|plans?|points?|items?|log|lists?|group|team|owners?|register|tracker|status|summary|review|man|note)\b";
}
