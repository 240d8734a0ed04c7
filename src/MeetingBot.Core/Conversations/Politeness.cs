using System.Buffers;
using System.Collections.Frozen;

namespace MeetingBot.Conversations;

/// <summary>What people put around what they ask for: <c>ok, next item please</c> is <c>next item</c>.</summary>
internal static class Politeness
{
    private const string Marks = " \t,.!?…";
    private static readonly SearchValues<char> Ends = SearchValues.Create(Marks);

    private static readonly FrozenSet<string> Before = Set(
        "ok", "okay", "please", "pls", "plz", "bitte");

    private static readonly FrozenSet<string> After = Set(
        "please", "pls", "plz", "thanks", "thx", "bitte", "danke", "merci", "svp");

    /// <summary>The text without it; the same text where there is none, or nothing else.</summary>
    public static string Without(string text)
    {
        var plain = text.AsSpan().Trim();
        while (First(plain) is { Length: > 0 } word && Before.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
            plain = plain[word.Length..].TrimStart(Marks);
        while (Last(plain.TrimEnd(Marks)) is { Length: > 0 } word
            && After.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
            plain = plain.TrimEnd(Marks)[..^word.Length].TrimEnd(Marks);
        return plain.Length == 0 || plain.Length == text.Length ? text : plain.ToString();
    }

    private static ReadOnlySpan<char> First(ReadOnlySpan<char> text) =>
        text.IndexOfAny(Ends) is var end and >= 0 ? text[..end] : [];

    private static ReadOnlySpan<char> Last(ReadOnlySpan<char> text) =>
        text.LastIndexOfAny(Ends) is var start and >= 0 ? text[(start + 1)..] : [];

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
