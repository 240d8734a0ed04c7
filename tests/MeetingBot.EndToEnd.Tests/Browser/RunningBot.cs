using MeetingBot.Testing;

namespace MeetingBot.EndToEnd.Tests.Browser;

/// <summary>The program as an own process in the Development environment, on a free port, with its own data.</summary>
public sealed class RunningBot : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly int port = Loopback.FreePort();
    private ChildProcess? process;

    public Uri Address => new($"http://127.0.0.1:{port}");

    /// <param name="settings">As on the command line, such as <c>--Clock=…</c>; they win over those of all tests.</param>
    public static async Task<RunningBot> StartAsync(params string[] settings)
    {
        var bot = new RunningBot();
        await bot.StartAgainAsync(settings);
        return bot;
    }

    /// <summary>Starts it on its port and its data, after <see cref="KillAsync"/> too.</summary>
    public async Task StartAgainAsync(params string[] settings)
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "MeetingBot.dll"), "--urls", Address.AbsoluteUri,
            $"--Storage:Path={folder.File("meetingbot.db")}", "--DefaultZone=Etc/UTC",
            .. settings,
        ];
        process = new ChildProcess("dotnet", folder.Path, arguments, ("ASPNETCORE_ENVIRONMENT", "Development"));
        await process.StartAsync("Try it: open");
    }

    /// <summary>Ends it without any warning.</summary>
    public async Task KillAsync()
    {
        if (process is not null) await process.DisposeAsync();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        folder.Dispose();
    }
}
