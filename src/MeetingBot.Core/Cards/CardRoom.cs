using System.Collections.Immutable;

namespace MeetingBot.Cards;

/// <summary>
/// How much fits into one card. Platforms refuse a card that is too large, so that a list goes on in a next page
/// before it is, by an estimate that no platform's way of writing exceeds.
/// </summary>
public static class CardRoom
{
    // In JSON written for the web, with what keeps a heading from being markup.
    private const int Escaped = 9;
    private const int Foreign = 6;
    private const int Letter = 3;

    /// <summary>At most so many bytes a text takes in a card.</summary>
    public static int Bytes(string text)
    {
        var bytes = 0;
        foreach (var c in text) bytes += Bytes(c);
        return bytes;
    }

    private static int Bytes(char c) => c switch
    {
        ' ' or '.' or ',' or ':' or ';' or '!' or '?' or '(' or ')' or '-' or '/' => 1,
        _ when char.IsAsciiLetterOrDigit(c) => 1,
        _ when char.IsAscii(c) => Escaped,
        _ => char.IsLetterOrDigit(c) ? Letter : Foreign,
    };

    /// <summary>The items of a page. Every page but the last has as many as fit, and at least one.</summary>
    /// <param name="page">From 0.</param>
    /// <param name="bytes">How large an item is.</param>
    /// <param name="most">Most items of a page.</param>
    /// <param name="room">Most bytes of a page.</param>
    /// <param name="more">Whether a page follows.</param>
    public static ImmutableArray<T> Page<T>(
        ImmutableArray<T> items, int page, Func<T, int> bytes, int most, int room, out bool more)
    {
        var (start, end) = (0, End(items, 0, bytes, most, room));
        for (; page > 0 && start < items.Length; page--) (start, end) = (end, End(items, end, bytes, most, room));
        more = end < items.Length;
        return items[start..end];
    }

    /// <summary>The last items, in their order: as many as fit, and at least one.</summary>
    public static ImmutableArray<T> Last<T>(IEnumerable<T> items, Func<T, int> bytes, int most, int room) =>
        [.. Page([.. items.Reverse()], 0, bytes, most, room, out _).Reverse()];

    private static int End<T>(ImmutableArray<T> items, int start, Func<T, int> bytes, int most, int room)
    {
        var end = start;
        for (var left = room; end < items.Length && end - start < most; end++)
        {
            left -= bytes(items[end]);
            if (left < 0 && end > start) break;
        }
        return end;
    }
}
