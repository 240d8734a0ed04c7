using System.Collections.Immutable;

namespace MeetingBot.Times;

/// <summary>A phrase as it was read, before it is known when it was said.</summary>
/// <param name="Segments">One, or several that are alternatives; none where it tells no time.</param>
internal sealed record Phrase(ImmutableArray<Segment> Segments)
{
    /// <summary>Reads a text of bounded length.</summary>
    public static Phrase Read(string text) => Of(Scanner.Scan(text));

    /// <inheritdoc cref="TimePhrases.IsOnlyTime"/>
    public static bool IsOnlyTime(string text) =>
        Scanner.Scan(text) is { BeginsWithItem: true, AnyStrange: false } scan && !Of(scan).Segments.IsEmpty;

    private static Phrase Of(Scan scan) => new(Shared.Fill(SegmentBuilder.Build(DottedNumbers.Settle(scan.Items))));
}
