using System.Globalization;

namespace MeetingBot.Bench.Bots;

/// <summary>What Linux tells of a process.</summary>
internal static class ProcessFigures
{
    // USER_HZ, the unit of /proc/PID/stat on every architecture that .NET runs on.
    private const double TicksPerSecond = 100;

    /// <summary>Processor time so far, user and system, of all its threads.</summary>
    public static TimeSpan Cpu(int process)
    {
        var stat = File.ReadAllText($"/proc/{process}/stat");
        // The name before it, in parentheses, may hold blanks.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
        return TimeSpan.FromSeconds(ticks / TicksPerSecond);
    }

    /// <summary>Resident memory in MB (10^6 bytes).</summary>
    public static double ResidentMegabytes(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        var kibibytes = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1];
        return long.Parse(kibibytes, CultureInfo.InvariantCulture) * 1024 / 1e6;
    }
}
