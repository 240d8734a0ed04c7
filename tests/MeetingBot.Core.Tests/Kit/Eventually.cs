using System.Diagnostics;

namespace MeetingBot.Kit;

/// <summary>Waits for what the thread pool is about to do.</summary>
public static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    public static async Task Until(Func<bool> condition, string what)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            if (watch.Elapsed > Limit) throw new TimeoutException($"Not within {Limit.TotalSeconds} s: {what}.");
            await Task.Yield();
        }
    }
}
