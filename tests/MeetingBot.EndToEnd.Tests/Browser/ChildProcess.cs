using System.Diagnostics;
using System.Threading.Channels;

namespace MeetingBot.EndToEnd.Tests.Browser;

/// <summary>A program that runs beside the tests, is read line by line, and ends with them.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();
    private readonly EventHandler endWithUs;

    public ChildProcess(
        string program, string workingFolder, IEnumerable<string> arguments,
        params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingFolder,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => lines.Writer.TryWrite(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => lines.Writer.TryWrite(line.Data ?? "");
        process.Exited += (_, _) => lines.Writer.TryComplete();
        endWithUs = (_, _) => process.Kill(entireProcessTree: true);
    }

    /// <summary>Starts it and waits until it has printed a line with that text.</summary>
    /// <exception cref="InvalidOperationException">It ended instead; the message has what it printed.</exception>
    public async Task StartAsync(string readyWhen)
    {
        process.Start();
        AppDomain.CurrentDomain.ProcessExit += endWithUs;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var limit = new CancellationTokenSource(Patience);
        var printed = new List<string>();
        await foreach (var line in lines.Reader.ReadAllAsync(limit.Token))
        {
            printed.Add(line);
            if (line.Contains(readyWhen, StringComparison.Ordinal)) return;
        }
        throw new InvalidOperationException($"It ended:\n{string.Join('\n', printed.TakeLast(40))}");
    }

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= endWithUs;
        process.Kill(entireProcessTree: true);
        using var limit = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(limit.Token);
        process.Dispose();
    }
}
