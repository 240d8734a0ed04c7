using System.Diagnostics;

namespace MeetingBot.Testing;

/// <summary>
/// A Node.js program that serves something to tests. It is up when it has printed a certain line, and it ends
/// with the test's process: it reads the standard input that the process holds open.
/// </summary>
internal sealed class NodeProcess : IAsyncDisposable
{
    private const int MostKept = 50;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly List<string> output = [];
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly Action<string>? onLine;

    private NodeProcess(string workingFolder, IEnumerable<string> arguments, string readyWhen, Action<string>? onLine)
    {
        this.onLine = onLine;
        var guard = Path.Combine(Repository.Root, "tests", "npm", "stop-with-parent.cjs");
        process = new Process
        {
            StartInfo = new ProcessStartInfo("node", ["--require", guard, .. arguments])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = workingFolder,
            },
            EnableRaisingEvents = true,
        };
        process.OutputDataReceived += (_, line) => Read(line.Data, readyWhen);
        process.ErrorDataReceived += (_, line) => Read(line.Data, readyWhen);
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"It ended:\n{Output}"));
    }

    public int Id => process.Id;

    public string Output
    {
        get { lock (output) return string.Join('\n', output.TakeLast(MostKept)); }
    }

    public static async Task<NodeProcess> StartAsync(
        string workingFolder, IEnumerable<string> arguments, string readyWhen, Action<string>? onLine = null)
    {
        var node = new NodeProcess(workingFolder, arguments, readyWhen, onLine);
        node.process.Start();
        node.process.BeginOutputReadLine();
        node.process.BeginErrorReadLine();
        try
        {
            await node.ready.Task.WaitAsync(Patience);
            return node;
        }
        catch
        {
            await node.DisposeAsync();
            throw;
        }
    }

    /// <summary>Lets the program end in its own way, so that it saves what it has.</summary>
    public async ValueTask DisposeAsync()
    {
        ready.TrySetCanceled();
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(limit.Token);
        process.Dispose();
    }

    private void Read(string? line, string readyWhen)
    {
        if (line is null) return;
        onLine?.Invoke(line);
        lock (output)
        {
            output.Add(line);
            if (output.Count >= 2 * MostKept) output.RemoveRange(0, MostKept);
        }
        if (line.Contains(readyWhen, StringComparison.Ordinal)) ready.TrySetResult();
    }
}
