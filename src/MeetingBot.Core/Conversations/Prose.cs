using System.Collections.Frozen;

namespace MeetingBot.Conversations;

/// <summary>
/// Tells a sentence from a title: <c>meeting start is delayed</c> from <c>meeting start Kick-off</c>.
/// </summary>
public static class Prose
{
    /// <summary>
    /// Whether the text goes on with the words before it: it begins with a verb or a joining word in lower case.
    /// </summary>
    public static bool GoesOn(string text)
    {
        var first = text.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        return Joining.Contains(first.Trim(',', '.', ';', '!', '?').Replace('’', '\''));
    }

    // No title begins with these in lower case.
    private static readonly FrozenSet<string> Joining = new[]
    {
        "is", "isn't", "are", "aren't", "was", "wasn't", "were", "weren't", "will", "won't", "would", "wouldn't", "can",
        "can't", "cannot", "could", "couldn't", "should", "shouldn't", "must", "may", "might", "has", "hasn't", "have",
        "haven't", "had", "does", "doesn't", "did", "didn't", "seems", "looks", "of", "at", "when", "whenever", "while",
        "because", "if", "unless", "until", "once", "without", "with", "before", "after", "as", "and", "or", "but",
        "so", "than", "people",
    }.ToFrozenSet(StringComparer.Ordinal);
}
