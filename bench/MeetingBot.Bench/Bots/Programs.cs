using System.Diagnostics;
using MeetingBot.Testing;

namespace MeetingBot.Bench.Bots;

/// <summary>Where the measured programs are, in the same configuration as this one.</summary>
internal static class Programs
{
    public static string Bot => Built("src/MeetingBot", "MeetingBot");

    public static string Floor => Built("bench/Floor", "MeetingBot.Bench.Floor");

    /// <summary>The echo that is written with Bolt, for Node.</summary>
    /// <exception cref="InvalidOperationException">Its packages are not installed.</exception>
    public static string Bolt
    {
        get
        {
            var folder = Path.Combine(Repository.Root, "bench", "Bolt");
            return Directory.Exists(Path.Combine(folder, "node_modules", "@slack", "bolt"))
                ? Path.Combine(folder, "echo.mjs")
                : throw new InvalidOperationException("Bolt is not installed: npm ci --ignore-scripts --prefix bench/Bolt");
        }
    }

    /// <summary>This program, to be started once more.</summary>
    public static ProcessStartInfo Self(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments);
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Insert(0, Path.Combine(AppContext.BaseDirectory, "MeetingBot.Bench.dll"));
        return start;
    }

    private static string Built(string project, string name)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var file = Path.Combine(Repository.Root, project, "bin", configuration, "net10.0", name);
        return File.Exists(file) ? file : throw new InvalidOperationException($"{file} is missing: build the solution.");
    }
}
