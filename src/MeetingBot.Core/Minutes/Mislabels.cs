using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MeetingBot.Meetings.Documents;
using MeetingBot.Times;

namespace MeetingBot.Minutes;

/// <summary>
/// Finds labels with a slip in them, which are else taken for a name or for talk in silence. Rather none too many:
/// whoever chats is not to be interrupted.
/// </summary>
internal static partial class Mislabels
{
    private const int LeastLetters = 5;

    /// <summary>A line that is taken as somebody's, or as going on with another: null where it is meant so.</summary>
    public static Mislabel? Of(MinuteText line) => line switch
    {
        { Kind: not MinuteKind.Note } => null,
        { Speaker: { } speaker } => OfSpeaker(speaker, line.Text),
        { Continues: true } => Read(line.Text),
        _ => null,
    };

    /// <summary>A line of talk: null where it is nothing else.</summary>
    public static Mislabel? Read(string line)
    {
        if (Head().Match(line) is not { Success: true } head) return null;
        var (typed, text) = (head.Groups["word"].Value, head.Groups["text"].Value);
        var capitals = IsCapitals(typed);
        return head.Groups["sep"].Value switch
        {
            ":" when capitals || !Verbs.Contains(typed) => Near(typed, text),
            ";" when capitals => Exact(typed, text) ?? Near(typed, text),
            "" when capitals && Formal().IsMatch(text) && Exact(typed, text) is { Kind: not MinuteKind.Topic } exact =>
                exact,
            "" or "-" or "–" or "—" when capitals && !Verbs.Contains(typed) && !IsCapitals(text.Split(' ')[0]) =>
                Near(typed, text),
            _ => null,
        };
    }

    private static Mislabel? OfSpeaker(string speaker, string text)
    {
        if (Near(speaker, text) is not { } near) return null;
        // "Acton" and "Tomic" are people, unless what they say is nothing that one says.
        return !IsCapitals(speaker) && speaker.Length == LeastLetters && !IsGiven(near) ? null : near;
    }

    private static bool IsGiven(Mislabel near) =>
        near.Kind is MinuteKind.Action
        && MinutesGrammar.Read("ACTION " + near.Text, out _) is [{ Kind: MinuteKind.Action }];

    private static Mislabel? Exact(string typed, string text) =>
        Labels.Where(known => known.Label.Equals(typed, StringComparison.OrdinalIgnoreCase))
            .Select(known => new Mislabel(typed, known.Label, known.Kind, text)).FirstOrDefault();

    private static Mislabel? Near(string typed, string text)
    {
        if (typed.Length < LeastLetters || Words.Contains(typed) || !text.Any(char.IsLetter)) return null;
        var lower = typed.ToLowerInvariant();
        foreach (var (label, kind) in Labels)
        {
            var known = label.ToLowerInvariant();
            // "Decisions:" heads a list.
            if (lower == known || lower == known + "s") return null;
            if (Math.Abs(lower.Length - known.Length) <= 1 && Spelling.Distance(lower, known) == 1)
                return new Mislabel(typed, label, kind, text);
        }
        return null;
    }

    private static bool IsCapitals(string word) => word.Length > 1 && word.Where(char.IsLetter).All(char.IsUpper);

    private static readonly ImmutableArray<(string Label, MinuteKind Kind)> Labels =
    [
        ("RESOLVED", MinuteKind.Resolution), ("RESOLUTION", MinuteKind.Resolution),
        ("DECISION", MinuteKind.Resolution), ("DECIDED", MinuteKind.Resolution), ("AGREED", MinuteKind.Agreement),
        ("AGREEMENT", MinuteKind.Agreement), ("ACTION", MinuteKind.Action), ("ACTION ITEM", MinuteKind.Action),
        ("ACTION POINT", MinuteKind.Action), ("Topic", MinuteKind.Topic), ("Subtopic", MinuteKind.Topic),
    ];

    // A letter off a label, and what people begin a sentence with.
    private static readonly FrozenSet<string> Verbs = new[]
    {
        "agree", "agrees", "decide", "decides", "resolve", "resolves",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // A letter off a label, and words or names of their own.
    private static readonly FrozenSet<string> Words = new[]
    {
        "auction", "faction", "tonic", "tropic", "optic", "greed", "decoded", "derided", "decider",
        "revolved", "resolver", "revolution", "derision",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(
        @"^(?<word>\p{L}{5,12}(?:\s(?i:items?|points?))?)(?:\s*(?<sep>[:;])(?!/)\s*|\s+(?<sep>[-–—])\s+|\s+)(?<text>\S.*)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Head();

    // How a resolution is written whose colon is forgotten.
    [GeneratedRegex(@"^(?:that|to|we)\s", RegexOptions.CultureInvariant)]
    private static partial Regex Formal();
}
