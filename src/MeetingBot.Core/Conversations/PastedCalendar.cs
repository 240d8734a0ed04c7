using System.Text;
using System.Text.RegularExpressions;

namespace MeetingBot.Conversations;

/// <summary>A calendar that somebody sent as a file or pasted as text, and what stands before it.</summary>
/// <param name="Words">What was typed before it, on one line, without a slash.</param>
/// <param name="Problem">Why the file could not be had; null where it was.</param>
public sealed partial record PastedCalendar(
    IncomingMessage Message, string Words, ReadOnlyMemory<byte> Content, string? Problem = null)
{
    private const int MostWords = 200;

    /// <summary>The calendar of the message; null where there is none.</summary>
    public static PastedCalendar? Of(IncomingMessage message)
    {
        if (message.File is { IsTable: false } file)
            return new PastedCalendar(message, Bare(message.Text), file.Content, file.Problem);
        var text = message.Text;
        if (!text.Contains("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase)) return null;
        var begins = Begin().Match(text);
        return begins.Success
            ? new PastedCalendar(
                message, Bare(text[..begins.Index] + " " + begins.Groups["words"].Value),
                Encoding.UTF8.GetBytes(text[begins.Groups["calendar"].Index..]))
            : null;
    }

    private static string Bare(string text) =>
        Phrases.Shorten(Phrases.Words(text).TrimStart('/', ' ').TrimEnd(':', ' '), MostWords);

    // At the start of a line, or behind a command's words: that somebody speaks of one is none.
    [GeneratedRegex(@"^[ \t]{0,9}(?<words>/?(?:busy|agenda)(?:[ \t](?:add|times))?[ \t]{0,3}:?[ \t]{0,9})?(?<calendar>BEGIN:VCALENDAR[ \t]{0,9}\r?$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Begin();
}
