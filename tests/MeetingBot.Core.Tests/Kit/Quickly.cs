using System.Diagnostics;

namespace MeetingBot.Kit;

/// <summary>Long and hostile texts, and what reading them may take.</summary>
public static class Quickly
{
    public const int Length = 100_000;

    private static readonly string[] Pieces =
    [
        "a", "A", " ", "-", "- ", "A ", "Aa ", "A,", "A and ", "@", "@a ", "1", "1 ", "1h", "1h ", ":", "by ", "by 1 ", "in ", "in 1 ", "due by ", "(", ")", ".",
        "\n", "A.-", "A.and ", "A, and ", "Aand ", "to ", "*", "…", "the ", "-\t", "15m ", "éÉ", "É ", "\u200F", "界", "A-a ", "AA-a", "\"", "|", "~",
    ];

    public static TheoryData<string> PieceNames => [.. Pieces];

    /// <summary>Runs it over the piece repeated, alone and with starts and ends that make a regex try again.</summary>
    public static void Reads(string piece, Action<string> read)
    {
        var many = string.Concat(Enumerable.Repeat(piece, (Length / piece.Length) + 1))[..Length];
        string[] texts = [many, many + "!", "A" + many, "ACTION: " + many + " to x", many + " by Friday x", many + ": x", "note: " + many, "A" + many[..40] + "\0"];
        foreach (var text in texts)
        {
            var watch = Stopwatch.StartNew();
            read(text);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed} for '{text[..Math.Min(60, text.Length)]}…'");
        }
    }
}
