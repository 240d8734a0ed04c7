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
        if (LongText.IsTooLong(message.Text) || !message.Text.AsSpan().Trim().Contains('\n')) return [message];
        var lines = message.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line.Trim().Length > 0)
            .Select(line => (Text: line, Kind: table.KindOf(message with { Text = line })))
            .ToList();
        if (lines.Count == 0
            || lines[0].Kind is LineKind.Other
            || lines.Skip(1).All(line => line.Kind < LineKind.Command))
            return [message];

        var parts = new List<(List<string> Lines, LineKind Kind)>();
        foreach (var line in lines)
        {
            if (parts.Count > 0 && Follows(line.Kind, parts[^1].Kind)) parts[^1].Lines.Add(line.Text);
            else parts.Add(([line.Text], line.Kind));
        }
        return parts.Count > MostParts
            ? [message]
            : [.. parts.Select((part, index) =>
                message with { Text = string.Join('\n', part.Lines), DeliveryId = Crowds.Id(message, index) })];
    }

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
