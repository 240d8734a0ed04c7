using System.Collections.Frozen;

namespace MeetingBot.Agendas;

/// <summary>
/// Tells a break from what is to be discussed: it comes as often as it is wanted and is nothing left undone.
/// </summary>
internal static class Breaks
{
    private const int MostWords = 6;

    /// <summary>
    /// Whether the title names a break and nothing else: <c>Coffee break</c>, <c>LUNCH (on your own)</c>.
    /// </summary>
    public static bool Is(string title)
    {
        var bracket = title.AsSpan().IndexOfAny('(', '[');
        var words = (bracket > 0 ? title[..bracket] : title).Split(Between, StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= MostWords
            && words.Any(Own.Contains)
            && words.All(word => Own.Contains(word) || Beside.Contains(word));
    }

    private static readonly char[] Between = [' ', '\t', '/', '&', '+', ',', '-', '–', '.', ':', '!'];

    private static readonly FrozenSet<string> Own = new[]
    {
        "break", "breaks", "pause", "recess", "intermission", "lunch", "lunchbreak", "coffee", "tea", "dinner",
        "supper", "breakfast",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Beside = new[]
    {
        "and", "a", "the", "for", "short", "long", "morning", "afternoon", "noon", "comfort", "health", "bio",
        "stretch", "cake", "time",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
