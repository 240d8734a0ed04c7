using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using MeetingBot.Cards;
using MeetingBot.Teams.Cards;
using MeetingBot.Teams.Tests.Npm;
using Microsoft.Playwright;

namespace MeetingBot.Teams.Tests.Cards;

/// <summary>Chromium with the official renderer of Adaptive Cards, without a network.</summary>
public sealed class CardBrowser : IAsyncLifetime
{
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    private IPlaywright? playwright;
    private IBrowser? browser;
    private IPage? page;

    /// <summary>Every address that a card made the browser ask for.</summary>
    public ConcurrentBag<string> Requests { get; } = [];

    public async Task InitializeAsync()
    {
        var chromium = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";
        Assert.True(File.Exists(chromium), $"No Chromium at {chromium}: install it, or set CHROMIUM; see ./test.");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
        page = await browser.NewPageAsync();
        await page.RouteAsync("**/*", route =>
        {
            Requests.Add(route.Request.Url);
            return route.AbortAsync();
        });
        await page.SetContentAsync("<!doctype html><title>Cards</title><body></body>");
        await Load("markdown-it", "dist", "markdown-it.min.js");
        await Load("adaptivecards", "dist", "adaptivecards.min.js");
        await page.AddScriptTagAsync(new() { Path = RepositoryFiles.PathOf("tests", "npm", "cards", "draw.js") });
    }

    public Task<DrawnCard> Draw(Card card) => Draw(Encoding.UTF8.GetString(AdaptiveCardRenderer.Render(card)));

    public async Task<DrawnCard> Draw(string json)
    {
        var drawn = await page!.EvaluateAsync<string>("card => JSON.stringify(drawCard(JSON.parse(card)))", json);
        return JsonSerializer.Deserialize<DrawnCard>(drawn, CamelCase)!;
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.CloseAsync();
        playwright?.Dispose();
    }

    private async Task Load(params string[] path) =>
        await page!.AddScriptTagAsync(new() { Path = RepositoryFiles.PathOfPackage(path) });
}
