using System.Runtime.InteropServices;

namespace MeetingBot.Testing;

/// <summary>Signals to a process of a test's own (POSIX).</summary>
public static class Signals
{
    /// <summary>SIGTERM: it is asked to end.</summary>
    public const int Terminate = 15;

    /// <summary>SIGCONT: it goes on.</summary>
    public const int Continue = 18;

    /// <summary>SIGSTOP: it stands still until it may go on.</summary>
    public const int Pause = 19;

    /// <exception cref="InvalidOperationException">There is no such process.</exception>
    public static void Send(int process, int signal)
    {
        if (Kill(process, signal) != 0)
            throw new InvalidOperationException($"No signal {signal} could be sent to process {process}.");
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
