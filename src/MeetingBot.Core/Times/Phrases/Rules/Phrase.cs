using System.Collections.Immutable;

namespace MeetingBot.Times;

/// <summary>A phrase as it was read, before it is known when it was said.</summary>
/// <param name="Segments">One, or several that are alternatives; none where it tells no time.</param>
/// <param name="AnyUnread">Something in it may belong to the time and could not be read.</param>
internal sealed record Phrase(ImmutableArray<Segment> Segments, bool AnyUnread)
{
    /// <summary>Reads a text of bounded length.</summary>
    public static Phrase Read(string text) => Of(Scanner.Scan(text));

    /// <inheritdoc cref="TimePhrases.IsOnlyTime"/>
    public static bool IsOnlyTime(string text) =>
        Scanner.Scan(text) is { BeginsWithItem: true, AnyStrange: false } scan && !Of(scan).Segments.IsEmpty;

    private static Phrase Of(Scan scan)
    {
        var items = DottedNumbers.Settle(scan.Items);
        return new(Shared.Fill(SegmentBuilder.Build(items)), scan.AnyUnread || items.Length < scan.Items.Length);
    }
}
