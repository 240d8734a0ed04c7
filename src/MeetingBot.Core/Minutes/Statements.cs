using System.Collections.Frozen;
using System.Text.RegularExpressions;
using MeetingBot.Meetings.Documents;
using MeetingBot.Meetings.People;

namespace MeetingBot.Minutes;

/// <summary>Reads who said it off the start of a line: <c>ML - text</c>, <c>Luna: text</c>, <c>-DC, text</c>.</summary>
internal static partial class Statements
{
    /// <summary>The line as somebody's, or null when it names nobody.</summary>
    public static MinuteText? Read(string line)
    {
        if (OfEverybody().IsMatch(line)) return new MinuteText(MinuteKind.Note, line);
        var match = Speaker().Match(line);
        if (!match.Success || match.Groups["text"].Value.Trim() is not { Length: > 0 } text) return null;
        var speaker = match.Groups["who"].Value.Trim();
        // "Everyone: agreed" tells what was agreed; "Everyone - please mute" is talk.
        if (Names.IsEverybody(speaker))
            return line.TrimStart('@')[speaker.Length..].TrimStart().StartsWith(':')
                ? new MinuteText(MinuteKind.Note, line)
                : null;
        if (Labels.Contains(speaker)) return new MinuteText(MinuteKind.Note, line);
        return speaker.Length > Minute.MostSpeaker || IsNobody(speaker)
            ? null
            : new MinuteText(MinuteKind.Note, text, speaker);
    }

    /// <summary>
    /// The line with a frame around who speaks, or null: <c>* ML - text</c>, <c>**ML** - text</c>, <c>[ML] text</c>.
    /// </summary>
    public static MinuteText? ReadFramed(string line)
    {
        if (Framed().Match(line) is not { Success: true } framed) return null;
        var (who, text) = (framed.Groups["who"], framed.Groups["text"].Value);
        if (!who.Success) return Read(text);
        return Read(text is [':' or '-' or '–' or '—' or ',', ..] ? $"{who.Value} {text}" : $"{who.Value}: {text}");
    }

    /// <summary>
    /// Who is named on a line with nothing behind: initials and a dash, or whoever spoke in the block already.
    /// </summary>
    public static string? NamedAlone(string line, IEnumerable<MinuteText> before)
    {
        if (Alone().Match(line) is not { Success: true } alone) return null;
        var who = alone.Groups["who"].Value;
        if (IsNobody(who) || IsLabel(who)) return null;
        return alone.Groups["initials"].Success || before.Any(known => Names.Same(known.Speaker ?? "", who))
            ? who
            : null;
    }

    /// <summary>Whether it is only who was to speak, with nothing behind: it has no words to show.</summary>
    public static bool IsWordless(Minute line) =>
        line is { Kind: MinuteKind.Note, Speaker: null } && NamedAlone(line.Text, []) is not null;

    /// <summary>Whether the words, or the first of them, are nobody's name.</summary>
    public static bool IsNobody(string words) => IsNone(words) || IsNone(words.Split(' ')[0]);

    /// <summary>Whether the words head a statement of nobody in particular.</summary>
    public static bool IsLabel(string words) => Labels.Contains(words);

    private static bool IsNone(string words) => NoSpeakers.Contains(words) || Openings.Contains(words);

    // Words that people put, or begin to put, before a colon or a dash and that are nobody's name.
    private static readonly FrozenSet<string> NoSpeakers = new[]
    {
        "FYI", "PS", "NB", "N.B", "Re", "RE", "Fwd", "FW", "Aw", "WG", "Http", "HTTP", "Https", "HTTPS", "Mailto",
        "TODO", "TBD", "TBC", "Error", "Tip", "Also", "However", "Today", "Tomorrow", "Yesterday", "Monday",
        "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Agenda", "Minutes", "Meeting", "Time",
        "Date", "Place", "Room", "Zoom", "Link", "Links", "URL", "Subject", "From", "To", "Cc", "Edit", "Yes", "No",
        "Ok", "OK", "So", "And", "But", "Thanks", "Attending", "Apologies", "Present", "Regrets", "Chair", "Scribe",
        "Poll", "Hello", "Hi", "Hey", "Good morning", "Welcome", "Great", "Good", "Fine", "Nice", "Sorry", "Well",
        "Sure", "Right", "True", "Exactly", "Indeed", "Agreed", "Agree", "Agrees", "Maybe", "Perhaps", "Please", "Actually", "Then",
        "Now", "Next", "Finally", "Done", "Noted", "Correct", "Note", "Notes", "Info", "Topic", "Topics", "Action",
        "Actions", "Decision", "Decisions", "Decided", "Resolution", "Resolutions", "Resolved", "Agreement", "Help",
        "Back", "End", "Skip", "Undo",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Words that head a statement of nobody in particular: it is taken as it stands.
    private static readonly FrozenSet<string> Labels = new[]
    {
        "Example", "Warning", "Problem", "Reason", "Result", "Status", "Idea", "Summary", "Question", "Answer",
        "Update", "Reminder", "Hint", "Background", "Context", "Proposed", "Proposal", "Lunch", "Break", "Coffee",
        "Dinner", "Pause", "Goal", "Aim", "Scope", "Motivation", "Option", "Options", "Conclusion", "Remark",
        "Comment", "Issue", "Risk", "Threat", "Asset", "Impact", "Likelihood", "Mitigation", "Pro", "Pros", "Con",
        "Cons", "Details", "Reference", "References", "Source", "Plan", "Report", "Version", "Next step",
        "Next steps", "Next meeting", "Deadline", "Location", "Venue", "Attendees", "Participants", "Vote",
        "Rationale", "Consequence", "Assumption", "Dependency", "Workflow", "Community",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Written like this they begin a phrase; in capitals they may be initials.
    private static readonly FrozenSet<string> Openings = new[]
    {
        "The", "An", "Our", "My", "Your", "Their", "This", "That", "These", "We", "It", "All", "Some", "New", "Open",
        "Other", "Any", "Each", "Every", "Using", "With", "For", "In", "On", "At",
    }.ToFrozenSet(StringComparer.Ordinal);

    // Initials or a name of up to three capitalized words (CamelCase too), then a colon or a dash. A name has two
    // letters at least: "Q: …", "E- mail" and "The X-Road - …" name nobody. A dash with no space at all follows
    // initials only, and only before a word that begins a sentence: "ML-should", but not "IT-security", "EU-wide".
    [GeneratedRegex("""
        ^(?:
            -(?<who>\p{Lu}{2,4}),\s*(?<text>.*)
          | @?(?<who>\p{Lu}[\p{L}\p{M}'’.]{1,30}(?:\s(?:\p{Lu}\p{Ll}[\p{Ll}\p{M}'’]{0,30}-)?\p{Lu}[\p{L}\p{M}'’.]{0,30}){0,2})(?:\s*:(?!/)\s*|\s+[-–—]\s*|[-–—]\s+)(?<text>.*)
          | (?<who>\p{Lu}{2,3})[-–—](?<text>(?i:
        """ + SentenceStarts + """
            )(?=[\s,]|$).*)
        )$
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Speaker();

    // Words for everybody of which not each has a capital.
    [GeneratedRegex(@"^(?:tout\s+le\s+monde|all\s+of\s+us|no\s+one)\s*:(?!/)\s*\S",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfEverybody();

    [GeneratedRegex(@"^(?:(?<who>\p{Lu}{2,3})\s*(?<initials>[-–—])|(?<who>\p{Lu}[\p{L}\p{M}'’.]{1,30})\s*[-–—:])$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Alone();

    [GeneratedRegex("""
        ^(?:
            [*•‣–-]\s+(?<text>\p{Lu}{2,4}\s*(?:[:–—-]\s|:).*)
          | (?:\*\*|__)(?<who>\p{Lu}[\p{L}\p{M}'’.]{1,30}(?:\s\p{Lu}[\p{L}\p{M}'’.]{0,30}){0,2}):?(?:\*\*|__)\s*(?<text>\S.*)
          | <(?<who>\p{Lu}[\p{L}\p{M}'’.]{1,30})>\s+(?<text>\S.*)
          | \[(?<who>\p{Lu}[\p{L}\p{M}'’.]{1,30})\]\s+(?<text>\S.*)
        )$
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Framed();

    private const string SentenceStarts =
        "i|we|you|he|she|they|it|this|that|these|those|there|here|the|an?|our|my|not?|yes|if|and|but|so|or|also|then|as|for|in|on|at|with|"
        + "is|are|was|were|will|would|can|could|should|must|may|might|has|have|had|do|does|did|what|when|where|who|why|how|maybe|perhaps|"
        + "agree[sd]?|disagree[sd]?|thinks?|thought|says?|said|asks?|asked|notes|noted|suggests?|suggested|proposes?|proposed|"
        + "points|pointed|wants?|wanted|wonders?|needs?|needed|likes|prefers?|reports?|reported|shares?|shared|adds?|added|explains?|"
        + "confirms?|shows?|mentions?|mentioned|reminds?|warns?|worries|hopes?|believes?|feels?|sees|knows?|indeed|still|just|only\\ if";
}
