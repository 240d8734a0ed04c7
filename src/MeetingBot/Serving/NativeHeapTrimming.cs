using System.Runtime.InteropServices;

namespace MeetingBot.Program.Serving;

/// <summary>
/// Gives free memory of the C heap back to the system. Compiling the program's methods takes and frees some 15 MB of it
/// in the first minute, and glibc keeps what is free in the midst of what is not (malloc_trim(3)). Elsewhere there is
/// nothing to do.
/// </summary>
internal sealed class NativeHeapTrimming(TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) _ = Trim(0);
        }
        catch (Exception end) when (
            end is OperationCanceledException or DllNotFoundException or EntryPointNotFoundException)
        {
            // The service stops, or this C library has no such call.
        }
    }

    [DllImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32 | DllImportSearchPath.SafeDirectories)]
    private static extern int Trim(nuint kept);
}
