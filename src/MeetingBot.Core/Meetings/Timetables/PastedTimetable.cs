using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MeetingBot.Agendas;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Documents;
using MeetingBot.Minutes;
using MeetingBot.Times;

namespace MeetingBot.Meetings.Timetables;

/// <summary>Tells a timetable that was pasted without a command from talk and from minutes.</summary>
internal static partial class PastedTimetable
{
    private const int LeastTimed = 3;
    private const int MostLines = 300;
    private const int MostCharacters = 20_000;
    private const double LeastShare = 0.6;

    /// <summary>
    /// The lines that tell an item each, when most of three or more have a length or a time; else null.
    /// </summary>
    public static ImmutableArray<string>? Read(string text)
    {
        if (text.Length > MostCharacters || text.AsSpan().Trim().Count('\n') < LeastTimed - 1) return null;
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length is < LeastTimed or > MostLines) return null;
        if (Heading().IsMatch(lines[0])) lines = lines[1..];
        if (lines.Any(IsSaid)) return null;

        var items = AgendaLines.Items(string.Join('\n', lines));
        var started = StartTimes.Of(items);
        var timed = started?.Count(line => line.Timed) ?? items.Count(IsTimed);
        return timed >= LeastTimed && timed >= items.Count * LeastShare ? [.. items] : null;
    }

    /// <summary>The same of what stands behind the word "agenda", on its line or below.</summary>
    public static ImmutableArray<string>? Behind(CommandInput input)
    {
        var first = input.Text.Split('\n', 2)[0].Trim();
        var named = input.Incoming is IncomingMessage message
            && message.Text.Trim().Split('\n', 2)[0].TrimEnd().EndsWith(first, StringComparison.Ordinal);
        var heads = named && !IsTimed(first) && !StartTimes.IsStart(first);
        return Read(heads ? input.Text[first.Length..].Trim() : input.Text);
    }

    private static bool IsTimed(string line)
    {
        var item = AgendaItemText.Read(line, []);
        return item is { Problem: null, Timebox: not null } && !(line.Length > 60 && line.EndsWith('.'));
    }

    // "ML - it took 10 min" and "ACTION: …" are lines of minutes; "Introduction - 10 min" is an item.
    private static bool IsSaid(string line)
    {
        var read = MinutesGrammar.Read(line, out _);
        return !read.IsEmpty && read[0] switch
        {
            { Kind: not (MinuteKind.Note or MinuteKind.Topic) } => true,
            { Speaker: { } speaker, Text: var text } => Initials().IsMatch(speaker) && Lengths.Parse(text) is null,
            _ => false,
        };
    }

    [GeneratedRegex(@"^(?:#{1,6}\s|\*\*)?(?:(?:draft|proposed|the|our|today['’]s)\s){0,2}(?:agenda|timetable|programme?|schedule|tagesordnung|ordre\sdu\sjour)\b[^\n]{0,80}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\p{Lu}{2,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Initials();
}
