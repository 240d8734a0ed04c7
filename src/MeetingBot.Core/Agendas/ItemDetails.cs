using System.Text.RegularExpressions;
using MeetingBot.Meetings.People;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Agendas;

/// <summary>
/// Reads timebox and presenter together, where the one shows that the other is meant: <c>(Luna, 15m)</c>,
/// <c>…, 15m, Luna</c>.
/// </summary>
/// <param name="Text">What stands before them.</param>
internal sealed partial record ItemDetails(string Text, Duration? Length, string? Presenter)
{
    /// <summary>
    /// Null where the text does not end so; of names alone in brackets those with an @ are meant, and full ones.
    /// </summary>
    public static ItemDetails? Last(string text) => InBrackets(text) ?? NamedLast(text);

    private static ItemDetails? InBrackets(string text)
    {
        var match = Brackets().Match(text);
        if (!match.Success) return null;
        var (inner, range) = ClockRanges.Take(match.Groups["inner"].Value.Trim());
        var (rest, length) = Lengths.TakeLast(inner);
        if (length is null) (rest, length) = Lengths.TakeFirst(inner);
        rest = rest.Trim(' ', ',', ';', '|', '-', '–', ':');
        var before = text[..match.Index].TrimEnd();
        if ((length ?? range) is { } given && rest.Length == 0) return new ItemDetails(before, given, null);
        var marked = rest.Split(',').All(name => name.TrimStart().StartsWith('@'));
        var named = marked || (before.Length > 0 && Presenters.AreFullNames(rest));
        return (named || length is not null || range is not null) && Presenters.All(rest) is { } names
            ? new ItemDetails(before, length ?? range, names)
            : null;
    }

    private static ItemDetails? NamedLast(string text)
    {
        var match = Named().Match(text);
        if (!match.Success || !Names.IsWritten(match.Groups["name"].Value)) return null;
        var (before, length) = Lengths.TakeLast(text[..match.Index]);
        return length is null ? null : new ItemDetails(before, length, match.Groups["name"].Value.TrimStart('@'));
    }

    [GeneratedRegex(@"(?<=^|\s)[(\[](?<inner>[^()\[\]]{1,140})[)\]]$", RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"(?:\s{0,3}[,;|]\s{0,3}|\s{1,3}[-–—]\s{1,3})(?<name>(?:(?!\s[-–—]\s)[^,;|]){1,100})$", RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
