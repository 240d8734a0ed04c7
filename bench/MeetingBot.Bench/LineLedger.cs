namespace MeetingBot.Bench;

/// <summary>Which lines something happened to; each once, from many threads.</summary>
internal sealed class LineLedger
{
    /// <summary>Lines are numbered from 0 to below this.</summary>
    public const int Most = 1 << 25;

    private readonly long[] _words = new long[Most / 64];

    /// <summary>Enters a line; false when it was there.</summary>
    public bool Add(int line)
    {
        var bit = 1L << (line & 63);
        return (Interlocked.Or(ref _words[line >> 6], bit) & bit) == 0;
    }

    public long Count => _words.Sum(long.PopCount);

    public byte[] ToBytes() => System.Runtime.InteropServices.MemoryMarshal.AsBytes(_words.AsSpan()).ToArray();

    /// <summary>How many lines from this number on are in a ledger's bytes.</summary>
    public static long CountFrom(ReadOnlySpan<byte> ledger, int line)
    {
        var found = 0L;
        for (var at = line >> 3; at < ledger.Length; at++)
            found += byte.PopCount(at == line >> 3 ? (byte)(ledger[at] & (0xFF << (line & 7))) : ledger[at]);
        return found;
    }

    /// <summary>How many of these lines are not among the others.</summary>
    public long CountMissingFrom(ReadOnlySpan<byte> others)
    {
        var other = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, long>(others);
        var missing = 0L;
        for (var i = 0; i < _words.Length; i++) missing += long.PopCount(_words[i] & ~other[i]);
        return missing;
    }
}
