using System.Diagnostics;
using System.Net;

namespace MeetingBot.Bench.Bots;

/// <summary>The measured program, in a process and a folder of its own.</summary>
internal sealed class BotProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly List<string> _output = [];

    private BotProcess(Process process, int port)
    {
        _process = process;
        Port = port;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Port { get; }

    /// <summary>From the start of the process to the first success of <c>/health/ready</c>.</summary>
    public TimeSpan StartUp { get; private set; }

    public TimeSpan Cpu => ProcessFigures.Cpu(_process.Id);

    public double ResidentMegabytes => ProcessFigures.ResidentMegabytes(_process.Id);

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="settings">Variables of its environment.</param>
    /// <exception cref="InvalidOperationException">It did not become ready.</exception>
    public static async Task<BotProcess> StartAsync(string program, string folder, int port, IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}" },
        };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        var clock = Stopwatch.StartNew();
        var bot = new BotProcess(Process.Start(start)!, port);
        try
        {
            await bot.WaitUntilReadyAsync(clock);
            bot.StartUp = clock.Elapsed;
            return bot;
        }
        catch
        {
            bot.Dispose();
            throw;
        }
    }

    /// <summary>Ends it where it stands, as a power cut would.</summary>
    public void Kill()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private async Task WaitUntilReadyAsync(Stopwatch clock)
    {
        using var http = new HttpClient();
        var ready = new Uri($"http://127.0.0.1:{Port}/health/ready");
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(ready);
                if (answer.StatusCode == HttpStatusCode.OK) return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
            if (_process.HasExited || clock.Elapsed > Patience) throw new InvalidOperationException($"The bot did not start:\n{Output()}");
            await Task.Delay(2);
        }
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (_output)
        {
            if (_output.Count < 100) _output.Add(line);
        }
    }

    private string Output()
    {
        lock (_output) return string.Join('\n', _output);
    }
}
