using System.Text.RegularExpressions;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Meetings.Dates;

/// <summary>How long a meeting is to be: <c>… for 90 min</c>.</summary>
internal static partial class MeetingLengths
{
    private const int Tail = 40;

    /// <summary>Takes it off the end of the text.</summary>
    /// <returns>The text as it is and null when it ends otherwise.</returns>
    public static (string Text, Duration? Length) Take(string text)
    {
        var cut = Math.Max(0, text.Length - Tail);
        var match = AtEnd().Match(text[cut..]);
        if (!match.Success) return (text, null);
        var typed = match.Groups["length"].Value.ToLowerInvariant();
        var length = typed switch
        {
            "an hour" or "one hour" => Duration.FromHours(1),
            "half an hour" => Duration.FromMinutes(30),
            "two hours" => Duration.FromHours(2),
            _ => Lengths.Parse(typed),
        };
        return length is null ? (text, null) : (text[..(cut + match.Index)].TrimEnd(' ', ','), length);
    }

    [GeneratedRegex(@"(?:^|[\s,])\(?for\s+(?<length>[^()]{1,30}?)\)?\.?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtEnd();
}
