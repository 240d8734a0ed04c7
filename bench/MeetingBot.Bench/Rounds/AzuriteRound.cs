using MeetingBot.Testing;

namespace MeetingBot.Bench.Rounds;

/// <summary>The same load with Azurite as the store, and how often the store was called for a line.</summary>
internal static class AzuriteRound
{
    private const int Seconds = 10;

    /// <summary>The figures, and the calls a line: what Azurite has logged from the first line to the last reply.</summary>
    public static async Task<(Figures Figures, double Reads, double Batches)> RunAsync(Options options)
    {
        var (reads, batches, lines) = (0L, 0L, 0L);
        await using var azurite = await Azurite.StartAsync(onRequest: line =>
        {
            if (line.Contains("\"GET /", StringComparison.Ordinal)) Interlocked.Increment(ref reads);
            if (line.Contains("\"POST /", StringComparison.Ordinal)) Interlocked.Increment(ref batches);
        });
        var store = new Dictionary<string, string> { ["Storage__ConnectionString"] = azurite.ConnectionString };
        var subject = Subject.Bot(options) with { Name = "MeetingBot on Azurite" };
        var (readsBefore, batchesBefore) = (0L, 0L);
        var figures = await LoadRound.RunAsync(subject, options with { Seconds = Seconds }, store,
            beforeLoad: () => (readsBefore, batchesBefore) = (Interlocked.Read(ref reads), Interlocked.Read(ref batches)),
            afterDrain: accepted => lines = accepted);
        return (figures, (reads - readsBefore) / (double)lines, (batches - batchesBefore) / (double)lines);
    }
}
