using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MeetingBot.Meetings;

namespace MeetingBot.Minutes;

/// <summary>
/// Reads the lines that groups take minutes in: <c>note: …</c>, <c>ML - text</c>, <c>DC- text</c>, <c>-DC, text</c>,
/// <c>Luna: text</c>, <c>… continuation</c>, <c>Topic: …</c>, <c>RESOLVED: …</c>, <c>AGREED: …</c>, <c>ACTION: …</c>.
/// </summary>
public static partial class MinutesGrammar
{
    /// <summary>The lines of a message, or none when its first line is no line of minutes: then it is talk.</summary>
    public static ImmutableArray<MinuteText> Read(string text)
    {
        var lines = ImmutableArray.CreateBuilder<MinuteText>();
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (ReadLine(line) is { } read) lines.Add(read);
            else if (lines.Count == 0) return [];
            else lines.Add(Following(lines[^1], line));
        }
        return lines.DrainToImmutable();
    }

    /// <summary>The lines behind a word such as <c>note</c>: the first is of that kind, the others as they read.</summary>
    public static ImmutableArray<MinuteText> ReadAs(MinuteKind kind, string text)
    {
        var split = text.Split('\n', 2, StringSplitOptions.TrimEntries);
        var first = kind is MinuteKind.Note && Attributed(split[0]) is { } said ? said : new MinuteText(kind, split[0]);
        if (split.Length == 1) return [first];
        var lines = ImmutableArray.Create(first);
        foreach (var line in split[1].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            lines = lines.Add(ReadLine(line) ?? Following(lines[^1], line));
        return lines;
    }

    // A list under a statement belongs to it; what follows an action or a topic stands by itself.
    private static MinuteText Following(MinuteText before, string line) =>
        new(MinuteKind.Note, line, Continues: before.Kind is not (MinuteKind.Action or MinuteKind.Topic));

    private static MinuteText? ReadLine(string line)
    {
        if (line.StartsWith('…')) return Continuation(line[1..]);
        if (line.StartsWith("...", StringComparison.Ordinal)) return Continuation(line[3..]);
        var keyword = Keyword().Match(line);
        if (keyword.Success)
        {
            var rest = line[keyword.Length..].Trim();
            var kind = Kinds[keyword.Groups[1].Value];
            if (rest.Length == 0) return null;
            return kind is MinuteKind.Note && Attributed(rest) is { } said ? said : new MinuteText(kind, rest);
        }
        return Attributed(line);
    }

    private static MinuteText? Continuation(string text) =>
        text.Trim('.', ' ', '…') is { Length: > 0 } ? new MinuteText(MinuteKind.Note, text.Trim(), Continues: true) : null;

    private static MinuteText? Attributed(string line)
    {
        var match = Speaker().Match(line);
        if (!match.Success || match.Groups["text"].Value.Trim() is not { Length: > 0 } text) return null;
        var speaker = match.Groups["who"].Value.Trim();
        if (NoSpeakers.Contains(speaker) || speaker.Length > Minute.MostSpeaker) return null;
        if (match.Groups["tight"].Success && Compound.IsMatch(text)) return null;
        return new MinuteText(MinuteKind.Note, text, speaker);
    }

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
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // Words that people put before a colon or a dash and that are nobody's name.
    private static readonly FrozenSet<string> NoSpeakers = new[]
    {
        "FYI", "PS", "NB", "N.B", "Re", "RE", "Fwd", "FW", "Aw", "WG", "Http", "HTTP", "Https", "HTTPS", "Mailto", "TODO",
        "TBD", "TBC", "Example", "Warning", "Error", "Question", "Answer", "Hint", "Tip", "Also", "However", "Today",
        "Tomorrow", "Yesterday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Agenda",
        "Minutes", "Meeting", "Time", "Date", "Place", "Room", "Zoom", "Link", "Links", "URL", "Subject", "From", "To",
        "Cc", "Update", "Reminder", "Summary", "Edit", "Problem", "Reason", "Result", "Status", "Idea", "Yes", "No", "Ok",
        "OK", "So", "And", "But", "Thanks", "Attending", "Apologies", "Present", "Regrets", "Chair", "Scribe", "Poll",
        "Hello", "Hi", "Hey", "Good morning", "Welcome", "Great", "Good", "Fine", "Nice", "Sorry", "Well", "Sure", "Right", "True", "Exactly",
        "Indeed", "Agreed", "Maybe", "Perhaps", "Please", "Actually", "Then", "Now", "Next", "Finally", "Done", "Noted", "Correct",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static Regex Compound { get; } = CompoundTail();

    [GeneratedRegex(@"^(note|info|topic|subtopic|resolved|resolution|decision|decided|agreed|agreement|action item|action)\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Keyword();

    // Initials or a name of up to three capitalized words (CamelCase too), then a colon or a dash. Without a space before
    // and after it, a dash only follows initials: "ML-should", never "Token-based".
    [GeneratedRegex("""
        ^(?:
            -(?<who>\p{Lu}{2,4}),\s*(?<text>.*)
          | @?(?<who>\p{Lu}[\p{L}\p{M}'’.]{0,30}(?:\s\p{Lu}[\p{L}\p{M}'’.-]{0,30}){0,2})(?:\s*:(?!/)\s*|\s+[-–—]\s*|[-–—]\s+)(?<text>.*)
          | (?<who>\p{Lu}{2,3})(?<tight>-)(?<text>\p{Ll}.*)
        )$
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Speaker();

    [GeneratedRegex(@"^(?:based|wide|level|only|like|specific|related|free|ray|side|type|style|driven|compliant|issued|signed|internal|external)\b", RegexOptions.CultureInvariant)]
    private static partial Regex CompoundTail();
}
