using System.Text.RegularExpressions;

namespace MeetingBot.Conversations;

/// <summary>
/// Puts the words of a command in its order where they are plainly a command in another: <c>poll 3 close</c>,
/// <c>polls close 3</c>.
/// </summary>
internal static partial class WordOrder
{
    /// <summary>The text as the command is typed; null where it is none, or stands in its order.</summary>
    /// <param name="text">Without its slash.</param>
    /// <param name="find">The form of some words, or null.</param>
    public static string? Mended(string text, Func<string, CommandForm?> find)
    {
        if (text.Contains('|')) return null;
        if (NumberFirst().Match(text) is { Success: true } numbered)
            return find(numbered.Groups["first"].Value) is { TakesNumber: true }
                ? null
                : In(numbered.Groups["first"].Value, numbered, find);
        return Plural().Match(text) is { Success: true } plural
            && find($"{plural.Groups["first"].Value}s {plural.Groups["verb"].Value}") is null
                ? In(plural.Groups["first"].Value, plural, find)
                : null;
    }

    // Only what begins with the number of a thing: of "poll 3 new options" it is no number.
    private static string? In(string first, Match typed, Func<string, CommandForm?> find)
    {
        var words = $"{first} {typed.Groups["verb"].Value}";
        if (find(words) is not { } form || !Numbered().IsMatch(form.Syntax)) return null;
        var number = typed.Groups["number"].Value;
        return string.Join(' ', new[] { words, number, typed.Groups["rest"].Value }.Where(part => part.Length > 0));
    }

    [GeneratedRegex(@"^(?<first>\p{L}{1,20})\s{1,3}(?<number>#?[0-9]{1,7})[.:,]?\s{1,3}(?<verb>\p{L}{1,20})(?:\s+(?<rest>.*)|[.!])?$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex NumberFirst();

    [GeneratedRegex(@"^(?<first>\p{L}{1,20})s\s{1,3}(?<verb>\p{L}{1,20})(?:\s{1,3}(?<number>#?[0-9]{1,7}))(?:\s+(?<rest>.*))?$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Plural();

    [GeneratedRegex(@"^[\[<]number", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
