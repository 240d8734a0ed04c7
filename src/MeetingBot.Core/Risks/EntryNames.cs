using System.Collections.Immutable;
using MeetingBot.Conversations;

namespace MeetingBot.Risks;

/// <summary>How a risk names assets and threats: by their id, or by their name as somebody typed it.</summary>
internal static class EntryNames
{
    /// <summary>Whether an entry of the catalogue is among what a risk names.</summary>
    public static bool Name(this ImmutableArray<string> written, string id, string name) =>
        written.Any(word => word.Equals(id, StringComparison.OrdinalIgnoreCase) || Phrases.SameWords(word, name));
}
