using System.Globalization;
using System.Text.RegularExpressions;
using MeetingBot.Times;

namespace MeetingBot.Polls;

/// <summary>Takes the number of a poll off what was typed behind a command's words.</summary>
internal static partial class PollNumber
{
    /// <summary>
    /// The number and what follows it: <c>3 yes, no</c>, <c>#3</c>; null and the text where it begins otherwise, such
    /// as with a length of time or with numbered answers.
    /// </summary>
    /// <param name="timeFollows">A time or an option follows, as which <c>3 July</c> is meant; <c>#3</c> is a
    /// poll.</param>
    public static (int? Number, string After) Take(string text, bool timeFollows = false)
    {
        var match = First().Match(text);
        return match.Success
            && !(timeFollows && !match.Value.Contains('#') && MonthNames.Begins(text[match.Length..]))
            && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? (number, text[match.Length..].Trim())
                : (null, text.Trim());
    }

    [GeneratedRegex(@"^\s{0,3}#?([0-9]{1,8})(?=\s|$|:)(?!\s{0,3}(?:m|mins?|minutes?|h|hrs?|hours?|days?|weeks?|:?[0-9]{2})\b):?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex First();
}
