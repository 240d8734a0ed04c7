using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MeetingBot.Conversations;
using MeetingBot.Minutes;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Meetings.Documents;

/// <summary>
/// The minutes as the groups write theirs, heads and words included ("Attending", "Apologies"): a CommonMark text in
/// which everything typed is escaped.
/// </summary>
public static class MinutesMarkdown
{
    /// <summary>Most characters of a message; a longer text is sent in parts. Platforms take 80 KB of UTF-16.</summary>
    public const int MostCharacters = 16_000;

    private const int MostParts = 6;

    // Of a list in one line of a message; the page and the file have it whole.
    private const int MostListed = 5_000;

    /// <summary>
    /// The text in parts that each fit a message. Very long minutes are only summed up, with their page.
    /// </summary>
    public static ImmutableArray<string> Parts(MinutesDocument minutes, Uri? page)
    {
        var parts = Pack(Blocks(minutes, page, whole: true, MostListed));
        if (parts.Length > MostParts) parts = Pack(Blocks(minutes, page, whole: false, MostListed));
        return parts.Length <= MostParts
            ? parts
            : Pack(Blocks(minutes with { Resolutions = [], Actions = [] }, page, whole: false, MostListed));
    }

    /// <summary>The whole text.</summary>
    public static string Write(MinutesDocument minutes, Uri? page = null) =>
        string.Join("\n\n", Blocks(minutes, page, whole: true, int.MaxValue)) + "\n";

    private static IEnumerable<string> Blocks(MinutesDocument minutes, Uri? page, bool whole, int mostListed)
    {
        var zone = ZoneRules.Of(minutes.Zone);
        var started = minutes.StartedAt.InZone(zone);
        yield return $"# {Markdown.Escape(minutes.Title)}";
        yield return $"### {Day(started.Date)}" + (minutes.EndedAt is null ? " (draft)" : "");
        yield return Head(minutes, zone, mostListed);
        if (page is not null) yield return $"[Minutes with a link to each line]({page.AbsoluteUri})";
        if (!whole)
            yield return $"The minutes have {minutes.Sections.Sum(section => section.Lines.Length)} lines; this is "
                + "their summary.";
        foreach (var section in whole ? minutes.Sections : [])
        {
            if (section.Heading is { } heading) yield return $"## {Number(section)}{Markdown.Escape(heading)}";
            foreach (var line in section.Lines) yield return Line(line);
        }
        if (minutes.Resolutions.Length > 0)
        {
            yield return "## Resolutions";
            foreach (var line in minutes.Resolutions)
                yield return $"* {Markdown.Escape(line.Text)}{Indented(Continuations(line))}";
        }
        if (minutes.Actions.Length > 0)
        {
            yield return "## Next Steps/Actions";
            foreach (var action in minutes.Actions) yield return "* " + Action(action);
        }
        if (minutes.WithoutNotes.Length > 0)
            yield return "Without notes: " + Listed(minutes.WithoutNotes, "; ", mostListed);
        if (minutes.NotReached.Length > 0)
            yield return "Not reached: " + Listed(minutes.NotReached, "; ", mostListed);
    }

    private static string Listed(ImmutableArray<string> parts, string separator, int most)
    {
        var all = Markdown.Escape(string.Join(separator, parts));
        return all.Length <= most ? all : Phrases.Some([.. parts.Select(Markdown.Escape)], separator, most);
    }

    private static string Head(MinutesDocument minutes, DateTimeZone zone, int mostListed)
    {
        var head = new StringBuilder()
            .Append("Attending: ").Append(Listed(minutes.Present, ", ", mostListed)).Append("  \n")
            .Append("Apologies: ").Append(Listed(minutes.Regrets, ", ", mostListed));
        if (minutes.ChairName is { } chair) head.Append("  \nChair: ").Append(Markdown.Escape(chair));
        if (minutes.Scribes.Length > 0)
            head.Append("  \nScribe: ").Append(Listed(minutes.Scribes, ", ", mostListed));
        head.Append("  \nTime: ").Append(Phrases.Time(minutes.StartedAt, zone));
        if (minutes.EndedAt is { } ended) head.Append(" – ").Append(Phrases.Time(ended, zone));
        return head.Append(' ').Append(Markdown.Escape(minutes.Zone)).ToString();
    }

    private static string Line(MinutesLine line)
    {
        var text = line.Kind switch
        {
            MinuteKind.Resolution => $"**RESOLVED:** {Markdown.Escape(line.Text)}",
            MinuteKind.Agreement => $"**AGREED:** {Markdown.Escape(line.Text)}",
            MinuteKind.Action => $"**ACTION** {Markdown.Escape(line.Text)}",
            _ => line.Speaker is { } who
                ? $"{Markdown.Escape(who)} - {Markdown.Escape(line.Text)}"
                : Bullet(line.Text) ?? Markdown.Escape(line.Text),
        };
        var listed = line is { Kind: MinuteKind.Note, Speaker: null } && Bullet(line.Text) is not null;
        return text + Continuations(line, listed);
    }

    // A typed bullet stays one; anything else goes on in a line of its own, which behind a list has to leave it first.
    private static string Continuations(MinutesLine line, bool listed = false)
    {
        var text = new StringBuilder();
        foreach (var more in line.Continuations)
        {
            var bullet = Bullet(more);
            text.Append(bullet is not null ? "\n" : listed ? "\n\n" : "  \n").Append(bullet ?? Markdown.Escape(more));
            listed = bullet is not null;
        }
        return text.ToString();
    }

    // What goes on with a point of a list stands under it.
    private static string Indented(string lines) =>
        lines.Replace("\n", "\n  ", StringComparison.Ordinal).Replace("\n  \n", "\n\n", StringComparison.Ordinal);

    private static string? Bullet(string text) => Bullets.Read(text) is var (depth, point)
        ? new string(' ', 2 * (depth - 1)) + "* " + Markdown.Escape(point)
        : null;

    private static string Action(MinutesAction action)
    {
        var clock = action.DueTime is { } time ? ", " + time : "";
        var due = action.DueOn is { } day ? $" (due {Phrases.Day(day)}{clock})" : "";
        return Markdown.Escape($"{action.Owner}: {action.Text}{due}") + $" – action {action.Number}"
            + (action.Done ? ", done" : "");
    }

    private static string Number(MinutesSection section) =>
        section.ItemNumber is { } number ? number.ToString(CultureInfo.InvariantCulture) + ". " : "";

    private static string Day(LocalDate day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) switch
    {
        var text => $"{day.Day}{Ordinal(day.Day)}{text[text.IndexOf(' ', StringComparison.Ordinal)..]}",
    };

    private static string Ordinal(int day) => (day % 10, day / 10) switch
    {
        (1, not 1) => "st",
        (2, not 1) => "nd",
        (3, not 1) => "rd",
        _ => "th",
    };

    // Between two lines of it: a statement with very many lines under it does not fit one message.
    private static IEnumerable<string> Fitting(string block)
    {
        var from = 0;
        while (block.Length - from > MostCharacters)
        {
            var end = block.LastIndexOf('\n', from + MostCharacters, MostCharacters);
            if (end < 0) end = block.IndexOf('\n', from + MostCharacters);
            if (end < 0) break;
            yield return block[from..end];
            from = end + 1;
        }
        yield return block[from..];
    }

    private static ImmutableArray<string> Pack(IEnumerable<string> blocks)
    {
        var parts = ImmutableArray.CreateBuilder<string>();
        var part = new StringBuilder();
        foreach (var block in blocks.SelectMany(Fitting))
        {
            if (part.Length > 0 && part.Length + block.Length > MostCharacters)
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            if (part.Length > 0) part.Append("\n\n");
            part.Append(block);
        }
        parts.Add(part.ToString());
        return parts.DrainToImmutable();
    }
}
