using System.Text;

namespace MeetingBot.Conversations;

/// <summary>
/// Cuts a message of several lines into turns of their own, where its lines are commands of their own.
/// </summary>
internal static class PastedCommands
{
    private const int MostParts = 80;

    /// <summary>
    /// The parts in order. A message stays whole unless a line behind the first is plainly a command: one word may as
    /// well be a heading of pasted minutes, or the title of an agenda item.
    /// </summary>
    public static IReadOnlyList<IncomingMessage> Parts(IncomingMessage message, CommandTable table)
    {
        if (LongText.IsTooLong(message.Text) || !message.Text.AsSpan().Trim().Contains('\n')
            || table.HeadsTable(message)) return [message];
        var lines = Lines(message.Text)
            .Select(line => (line.Text, Kind: table.KindOf(message with { Text = line.Text }), line.Above))
            .ToList();
        if (lines.Count == 0
            || lines[0].Kind is LineKind.Other
            || !(lines.Skip(1).Any(line => line.Kind >= LineKind.Command) || IsCommandAboveMinutes(lines)))
            return [message];

        var parts = new List<(StringBuilder Text, LineKind Kind)>();
        foreach (var line in lines)
        {
            if (parts.Count == 0 || !Follows(line.Kind, parts[^1].Kind)) parts.Add((new StringBuilder(line.Text), line.Kind));
            else parts[^1].Text.Append(line.Above).Append(line.Text);
        }
        return parts.Count > MostParts
            ? [message]
            : [.. parts.Select((part, index) => message with
            {
                Text = part.Text.ToString(), DeliveryId = Crowds.Id(message, index), CutFrom = message.DeliveryId,
            })];
    }

    // Each with the line end above it, or two for an empty line: it ends what somebody said.
    private static IEnumerable<(string Text, string Above)> Lines(string text)
    {
        var above = "\n";
        foreach (var line in text.Split('\n'))
        {
            if (line.Trim().Length > 0) yield return (line, above);
            above = line.Trim().Length > 0 ? "\n" : "\n\n";
        }
    }

    private static bool IsCommandAboveMinutes(List<(string Text, LineKind Kind, string Above)> lines) =>
        lines[0].Kind is LineKind.Command
        && lines.Skip(1).Any(line => line.Kind is LineKind.Statement or LineKind.Labelled);

    // What is no command belongs to what stands before it: a list to its command, a statement to the statements.
    private static bool Follows(LineKind line, LineKind before) => line switch
    {
        LineKind.Command or LineKind.List => false,
        LineKind.Word => before is LineKind.List,
        LineKind.Labelled => before is LineKind.Labelled or LineKind.Statement,
        LineKind.Statement => before is LineKind.Labelled or LineKind.Statement or LineKind.List,
        _ => true,
    };
}

/// <summary>What one line of a message is, by itself; the plainer a command, the greater.</summary>
internal enum LineKind
{
    /// <summary>Talk, or what goes on with the line before.</summary>
    Other,

    /// <summary><c>ML - text</c>.</summary>
    Statement,

    /// <summary><c>RESOLVED: text</c>.</summary>
    Labelled,

    /// <summary>A command of one word, such as <c>next</c>.</summary>
    Word,

    /// <summary>A command of several words, or with a slash.</summary>
    Command,

    /// <summary>A command that takes a list, one a line.</summary>
    List,
}
