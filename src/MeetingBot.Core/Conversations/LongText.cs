using System.Globalization;

namespace MeetingBot.Conversations;

/// <summary>A text that is longer than all that a turn could take of it: it is not read.</summary>
internal static class LongText
{
    /// <summary>Most characters that are read: a full turn's lines of minutes, each as long as may be.</summary>
    public const int Most = 700_000;

    /// <summary>Most lines that are read: more than every part of a paste could take.</summary>
    public const int MostLines = 10_000;

    private const int MostOfStart = 1_000;

    public static bool IsTooLong(string text) =>
        text.Length > Most || (text.Length > MostLines && text.AsSpan().Count('\n') >= MostLines);

    /// <summary>The answer to a message that is too long, null where its start is talk and not for the bot.</summary>
    public static Command? Refuse(IncomingMessage message, CommandTable table)
    {
        var start = message with { Text = message.Text[..MostOfStart] };
        var line = start with { Text = start.Text.TrimStart().Split('\n')[0] };
        var asked = message.Addressed || line.Text.StartsWith('/') || table.KindOf(line) is not LineKind.Other;
        return asked || table.Read(start) is { KeepsWords: true } ? Refuse("message", message.Text) : null;
    }

    /// <summary>The answer to a pressed card of which a field is too long; null where none is.</summary>
    public static Command? Refuse(CardAnswer answer) =>
        answer.Fields.Values.FirstOrDefault(IsTooLong) is { } text ? Refuse("field", text) : null;

    private static Misunderstood Refuse(string what, string text) => new(
        "",
        string.Create(
            CultureInfo.InvariantCulture,
            $"That {what} has {text.Length:N0} characters in {text.AsSpan().Count('\n') + 1:N0} lines; ")
            + string.Create(
                CultureInfo.InvariantCulture, $"up to {Most:N0} in {MostLines:N0} lines can be read at a time. ")
            + "Nothing of it was done: send it in parts.",
        new CommandForm("note", "", "note: the first part", "", _ => ParsedCommand.Wrong("")));
}
