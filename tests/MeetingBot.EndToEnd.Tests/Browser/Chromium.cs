using Microsoft.Playwright;

namespace MeetingBot.EndToEnd.Tests.Browser;

/// <summary>The system's Chromium, and a running bot for it; both serve all tests of the collection.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const float Patience = 30_000;

    private IPlaywright? playwright;
    private IBrowser? browser;
    private RunningBot? bot;

    public RunningBot Bot => bot!;

    public async Task InitializeAsync()
    {
        var path = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } set ? set : "/usr/bin/chromium";
        Assert.True(
            File.Exists(path), $"No Chromium at {path}. Run ./test, which installs it, or set CHROMIUM to its path.");
        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
        Assertions.SetDefaultExpectTimeout(Patience);
        bot = await RunningBot.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.CloseAsync();
        playwright?.Dispose();
        if (bot is not null) await bot.DisposeAsync();
    }

    /// <summary>A page of its own: nothing is shared with any other.</summary>
    public async Task<IPage> PageAsync(BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.ViewportSize ??= new() { Width = 1280, Height = 800 };
        // A group has the zone of whoever speaks first: not that of the machine on which this runs.
        options.TimezoneId ??= "Etc/UTC";
        var context = await browser!.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }

    /// <summary>The window of somebody who entered a room of the bot that all tests share.</summary>
    public Task<RoomWindow> EnterAsync(string room, string name, BrowserNewContextOptions? options = null) =>
        EnterAsync(Bot, room, name, options);

    public async Task<RoomWindow> EnterAsync(
        RunningBot there, string room, string name, BrowserNewContextOptions? options = null)
    {
        var window = new RoomWindow(await PageAsync(options), new Uri(there.Address, $"/room/{room}"), name);
        await window.EnterAsync();
        return window;
    }
}
