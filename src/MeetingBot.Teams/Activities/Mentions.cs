namespace MeetingBot.Teams.Activities;

/// <summary>The mentions of a message, and where in its text they stand.</summary>
internal static class Mentions
{
    private const int MaxMentions = 50;
    private const int MaxPlaces = 200;

    // Text and mentions are the sender's to choose: their lengths multiply when one is searched for in the other.
    private const int MaxWords = 200;
    private const int MaxSearched = 100_000;

    private static readonly List<Entity> None = [];

    /// <summary>The entities that mention somebody, in their order.</summary>
    public static List<Entity> Of(Activity activity)
    {
        if (activity.Entities is not { } entities) return None;
        List<Entity>? mentions = null;
        foreach (var entity in entities)
        {
            if (entity is null || !entity.Is(Entity.Mention) || !People.IsKnown(entity.Mentioned)) continue;
            mentions ??= [];
            if (mentions.Count < MaxMentions) mentions.Add(entity);
        }
        return mentions ?? None;
    }

    /// <summary>Whether it is a person: bots, channels, teams and tags can be mentioned too.</summary>
    public static bool IsPerson(Entity mention) =>
        !mention.Mentioned!.Id!.StartsWith("28:", StringComparison.Ordinal)
        && !mention.Mentioned.Id.StartsWith("19:", StringComparison.Ordinal);

    /// <summary>
    /// Where the mentions stand, from left to right. Two people of one name have two entities of the same text:
    /// the first stands where the text is found first. What is found more often belongs to the last of them.
    /// </summary>
    public static List<(int Start, int Length, Entity Entity)> Places(string text, List<Entity> mentions)
    {
        var places = new List<(int Start, int Length, Entity Entity)>();
        var next = new Dictionary<string, (int From, Entity Last)>(StringComparer.OrdinalIgnoreCase);
        foreach (var mention in mentions)
        {
            if (mention.Text is not { Length: > 0 and <= MaxWords }) continue;
            var from = next.TryGetValue(mention.Text, out var seen) ? seen.From : 0;
            var at = Find(text, mention.Text, from);
            if (at < 0) continue;
            places.Add((at, mention.Text.Length, mention));
            next[mention.Text] = (at + mention.Text.Length, mention);
        }
        foreach (var (words, (from, last)) in next) AddRepeated(places, text, words, from, last);
        return WithoutOverlap(places);
    }

    private static void AddRepeated(
        List<(int Start, int Length, Entity Entity)> places, string text, string words, int from, Entity last)
    {
        if (!words.StartsWith("<at", StringComparison.OrdinalIgnoreCase)) return;
        for (var at = Find(text, words, from); at >= 0 && places.Count < MaxPlaces; at = Find(text, words, from))
        {
            places.Add((at, words.Length, last));
            from = at + words.Length;
        }
    }

    private static List<(int Start, int Length, Entity Entity)> WithoutOverlap(
        List<(int Start, int Length, Entity Entity)> places)
    {
        places.Sort((a, b) => a.Start.CompareTo(b.Start));
        var end = 0;
        places.RemoveAll(place =>
        {
            if (place.Start < end) return true;
            end = place.Start + place.Length;
            return false;
        });
        return places;
    }

    private static int Find(string text, string words, int from)
    {
        var searched = Math.Min(text.Length, MaxSearched);
        if (from >= searched) return -1;
        var at = text.AsSpan(from, searched - from).IndexOf(words, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? -1 : from + at;
    }
}
