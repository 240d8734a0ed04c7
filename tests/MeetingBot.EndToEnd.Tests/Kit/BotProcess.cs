using System.Net;
using MeetingBot.Testing;

namespace MeetingBot.EndToEnd.Tests.Kit;

/// <summary>The service as a process of its own, on a free port, with its rows in a folder or in Azurite.</summary>
public sealed class BotProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ProgramRun run;

    private BotProcess(ProgramRun run, Uri address)
    {
        this.run = run;
        Address = address;
        var direct = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, UseProxy = false };
        Client = new HttpClient(direct)
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromSeconds(30),
        };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public Recording<string> Output => run.Output;

    /// <summary>The end of what it printed.</summary>
    public string Printed => run.Printed;

    public long ResidentBytes => run.ResidentBytes;

    /// <summary>Starts it in the Development environment and waits until it is ready.</summary>
    /// <param name="folder">SQLite lies there unless the settings name another home.</param>
    /// <param name="settings">As on the command line, such as <c>--Storage:ConnectionString=…</c>.</param>
    public static Task<BotProcess> StartAsync(string folder, params string[] settings) =>
        StartOnAsync(IPAddress.Loopback, folder, settings);

    /// <inheritdoc cref="StartAsync"/>
    public static async Task<BotProcess> StartOnAsync(IPAddress listen, string folder, params string[] settings)
    {
        var port = Loopback.FreePort();
        var run = ProgramRun.Start(folder, "Development", ["--urls", $"http://{listen}:{port}", .. settings]);
        var bot = new BotProcess(run, new Uri($"http://127.0.0.1:{port}"));
        try
        {
            await bot.WaitReadyAsync();
            return bot;
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }
    }

    /// <summary>As <c>kill -9</c>.</summary>
    public Task KillAsync()
    {
        run.Kill();
        return run.EndAsync();
    }

    /// <summary>Asks it to stop (SIGTERM) and returns its exit code.</summary>
    public async Task<int> StopAsync(TimeSpan limit)
    {
        Signals.Send(run.Id, Signals.Terminate);
        return await run.EndAsync(limit);
    }

    /// <summary>Waits until it listens, and asks for its health until it says that it is ready.</summary>
    public async Task WaitReadyAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await Output.WaitAsync(
            line => line == ProgramRun.Ended || line.Contains("MeetingBot answers on", StringComparison.Ordinal),
            Patience,
            () => "its start");
        while (await HealthAsync("ready", patience.Token) != HttpStatusCode.OK)
        {
            if (run.HasEnded) throw new InvalidOperationException($"It ended:\n{run.Printed}");
        }
    }

    /// <summary>What <c>/health/…</c> answers; 0 when nothing does.</summary>
    public async Task<HttpStatusCode> HealthAsync(string what, CancellationToken cancel = default)
    {
        try
        {
            using var answer = await Client.GetAsync(new Uri($"/health/{what}", UriKind.Relative), cancel);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return 0;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await run.DisposeAsync();
    }
}
