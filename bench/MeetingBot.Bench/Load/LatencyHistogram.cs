using System.Numerics;

namespace MeetingBot.Bench.Load;

/// <summary>Durations in buckets at most 1.6 % wide, from nanoseconds to hours, without allocating.</summary>
internal sealed class LatencyHistogram
{
    private const int Precision = 6;

    private readonly long[] _counts = new long[64 << Precision];

    public void Add(TimeSpan duration) => _counts[Bucket(duration.Ticks)]++;

    public void Add(LatencyHistogram other)
    {
        for (var i = 0; i < _counts.Length; i++) _counts[i] += other._counts[i];
    }

    /// <summary>The duration that this share of all do not exceed; zero when there are none.</summary>
    public TimeSpan At(double share)
    {
        var left = (long)Math.Ceiling(_counts.Sum() * share);
        for (var i = 0; i < _counts.Length; i++)
            if ((left -= _counts[i]) <= 0 && _counts[i] > 0) return TimeSpan.FromTicks(Highest(i));
        return TimeSpan.Zero;
    }

    private static int Bucket(long ticks)
    {
        var shift = Math.Max(0, BitOperations.Log2((ulong)Math.Max(1, ticks)) - Precision);
        return (shift << Precision) + (int)(ticks >> shift);
    }

    private static long Highest(int bucket)
    {
        var shift = Math.Max(0, (bucket >> Precision) - 1);
        return (((long)bucket - ((long)shift << Precision) + 1) << shift) - 1;
    }
}
