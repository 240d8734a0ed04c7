using System.Diagnostics;

namespace MeetingBot.EndToEnd.Tests.Kit;

/// <summary>One run of <c>MeetingBot.dll</c> as a process of its own, with what it printed.</summary>
public sealed class ProgramRun : IAsyncDisposable
{
    /// <summary>The line that stands for the end of the process.</summary>
    public const string Ended = "(the process ended)";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly EventHandler killWithUs;

    private ProgramRun(string folder, string environment, IEnumerable<string> arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "MeetingBot.dll");
        process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [program, .. arguments])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["ASPNETCORE_ENVIRONMENT"] = environment, ["DOTNET_ENVIRONMENT"] = environment },
            },
            EnableRaisingEvents = true,
        };
        process.Exited += (_, _) => Output.Add(Ended);
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        killWithUs = (_, _) => Kill();
    }

    /// <summary>Lines of both outputs.</summary>
    public Recording<string> Output { get; } = new();

    public string Printed => string.Join('\n', Output.Snapshot().TakeLast(40));

    public bool HasEnded => process.HasExited;

    public int Id => process.Id;

    /// <summary>Bytes of memory that are really taken.</summary>
    public long ResidentBytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <param name="folder">Where it is started: its data lies there unless it is told otherwise.</param>
    public static ProgramRun Start(string folder, string environment, params IEnumerable<string> arguments)
    {
        var run = new ProgramRun(folder, environment, arguments);
        run.process.Start();
        run.process.BeginOutputReadLine();
        run.process.BeginErrorReadLine();
        AppDomain.CurrentDomain.ProcessExit += run.killWithUs;
        return run;
    }

    /// <summary>Runs to its end and returns the exit code.</summary>
    public async Task<int> EndAsync(TimeSpan? limit = null)
    {
        using var patience = new CancellationTokenSource(limit ?? Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The program did not end; it printed:\n{Printed}");
        }
    }

    /// <summary>As <c>kill -9</c>: it can do nothing more.</summary>
    public void Kill()
    {
        if (!process.HasExited) process.Kill();
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= killWithUs;
        Kill();
        await EndAsync();
        process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is not null) Output.Add(line);
    }
}
