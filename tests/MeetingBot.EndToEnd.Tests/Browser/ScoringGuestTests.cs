using MeetingBot.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeetingBot.EndToEnd.Tests.Browser;

/// <summary>Somebody without an account scores risks on a phone, over days, by the link that they were sent.</summary>
[Collection(InBrowser.Name)]
public sealed class ScoringGuestTests(Chromium chromium)
{
    private const int MostBytes = 300 * 1024;

    private const string Fits = """
        () => document.documentElement.scrollWidth <= innerWidth && innerWidth === 390
          && [...document.querySelectorAll('.score form .choice, .score form .button')].every(one => one.getBoundingClientRect().height >= 43)
        """;

    private static readonly string[] Risks =
    [
        "Stolen token is replayed | asset: access tokens | threat: theft from a log | mitigation: Lifetimes of six hours, audience is checked "
            + "| description: A token is found in a job's log and used from elsewhere while it lasts.",
        "Issuer is down for a day | asset: token issuer | mitigation: two instances at one site",
        "Site accepts tokens of a former issuer | asset: site services | mitigation: lists are reviewed each year",
    ];

    [Fact]
    public async Task OnAPhone_AGuestScores_GoesBack_ComesBackADayLater_AndFinishes()
    {
        await using var bot = await RunningBot.StartAsync("--Clock=2025-06-23T10:00:00+02:00", "--DefaultZone=Europe/Zurich");
        await using var ada = await chromium.EnterAsync(bot, "scores", "Ada");
        var link = await InviteAsync(ada);
        var problems = new List<string>();
        var phone = await OpenAsync(problems, link, Phone());
        await Expect(phone.GetByLabel("Your time zone")).ToHaveValueAsync("Asia/Tokyo");
        await Expect(Title(phone)).ToHaveTextAsync("TR-1: Stolen token is replayed");
        await Expect(phone.GetByText("1 of 3 · 0 answered")).ToBeVisibleAsync();
        Assert.True(await phone.EvaluateAsync<bool>(Fits));
        await ScoreAsync(phone, "4", "3", "Save and next");
        await Expect(phone.GetByText("Recorded 17:0")).ToContainTextAsync("(Asia/Tokyo): TR-1, likelihood 4, impact 3.");
        await ScoreAsync(phone, "2", "5", "Save and next");
        await Expect(Title(phone)).ToHaveTextAsync("TR-3: Site accepts tokens of a former issuer");
        await PressAsync(phone, "Back");
        await PressAsync(phone, "Back");
        await Expect(Value(phone, "Likelihood", "4")).ToBeCheckedAsync();
        await ScoreAsync(phone, "5", "3", "Save and next");
        await Expect(Title(phone)).ToHaveTextAsync("TR-3: Site accepts tokens of a former issuer");
        await Expect(phone.GetByText("TR-1, likelihood 5, impact 3.")).ToBeVisibleAsync();
        await Expect(ada.Card("Round 1 of")).ToContainTextAsync("On the way (1): Ines Roth (guest) 2 of 3");
        await phone.Context.CloseAsync();

        await bot.KillAsync();
        await bot.StartAgainAsync("--Clock=2025-06-24T11:00:00+02:00", "--DefaultZone=Europe/Zurich");
        phone = await OpenAsync(problems, link, Phone(ColorScheme.Dark));
        await Expect(Title(phone)).ToHaveTextAsync("TR-3: Site accepts tokens of a former issuer");
        await Expect(phone.GetByText("3 of 3 · 2 answered")).ToBeVisibleAsync();
        Assert.Empty(await phone.EvaluateAsync<string[]>(ReadabilityTests.Faint));
        await ScoreAsync(phone, "?", "2", "Save");
        await Expect(phone.GetByText("All 3 are answered, thank you.")).ToBeVisibleAsync();
        await Expect(phone.GetByText("TR-3, likelihood don't know, impact 2.")).ToBeVisibleAsync();
        Assert.True(await phone.EvaluateAsync<bool>(Fits));
        Assert.Empty(await phone.EvaluateAsync<string[]>(ReadabilityTests.Faint));
        await Expect(ada.Card("Round 1 of")).ToContainTextAsync("All answered (1): Ines Roth (guest)");

        await ada.SayAsync("/risk reveal", "have scored 3 risks");
        await phone.GotoAsync(link);
        await Expect(phone.GetByText("This round is over: 1 of 2 who were asked have scored 3 risks.")).ToBeVisibleAsync();
        await Expect(phone.GetByRole(AriaRole.Radio)).ToHaveCountAsync(0);
        await phone.Context.CloseAsync();
        Assert.Empty(problems);
    }

    [Fact]
    public async Task WithoutScript_EverythingWorks_UntilTheLinkIsEnded()
    {
        await using var ada = await chromium.EnterAsync("scores-plain", "Ada");
        var link = await InviteAsync(ada, until: "");
        var options = Phone();
        options.JavaScriptEnabled = false;
        var phone = await OpenAsync([], link, options);
        await Expect(phone.GetByLabel("Your time zone")).ToHaveValueAsync("UTC");
        await PressAsync(phone, "Skip to the next");
        await ScoreAsync(phone, "1", "1", "Save and next");
        await Expect(Title(phone)).ToContainTextAsync("TR-3");
        await Expect(phone.GetByText("TR-2, likelihood 1, impact 1.")).ToBeVisibleAsync();
        await ada.SayAsync("/risk guests revoke Ines Roth", "The link of Ines Roth has ended.");
        await ScoreAsync(phone, "5", "5", "Save and next");
        await Expect(phone.GetByText("There is no card to score on here")).ToBeVisibleAsync();
        await phone.Context.CloseAsync();
        Assert.Empty(ada.Problems);
    }

    /// <summary>The picture of the docs.</summary>
    [Fact]
    public async Task TheCardOnAPhone_IsPictured()
    {
        await using var bot = await RunningBot.StartAsync("--Clock=2025-06-23T10:00:00+02:00", "--DefaultZone=Europe/Zurich");
        await using var ada = await chromium.EnterAsync(bot, "scores", "Vera Lindt");
        await ada.SayAsync("/settings name Token group", "Token group");
        var phone = await OpenAsync([], await InviteAsync(ada), new()
        {
            ColorScheme = ColorScheme.Light, TimezoneId = "Europe/Zurich", ViewportSize = new() { Width = 390, Height = 1080 },
            IsMobile = true, HasTouch = true, DeviceScaleFactor = 2,
        });
        await Value(phone, "Likelihood", "4").CheckAsync();
        await Value(phone, "Impact", "3").CheckAsync();
        await phone.GetByLabel("Why?").FillAsync("It happened to us in May.");
        await phone.EvaluateAsync("() => { document.activeElement.blur(); scrollTo(0, 0); }");
        var picture = await phone.ScreenshotAsync();
        Assert.InRange(picture.Length, 10_000, MostBytes);
        if (Environment.GetEnvironmentVariable("MEETINGBOT_SCREENSHOTS") == "1")
        {
            var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "docs", "images"));
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "score-card-phone.png"), picture);
        }
        await phone.Context.CloseAsync();
    }

    private static BrowserNewContextOptions Phone(ColorScheme scheme = ColorScheme.Light) => new()
    {
        TimezoneId = "Asia/Tokyo", ViewportSize = new() { Width = 390, Height = 800 }, IsMobile = true, HasTouch = true, ColorScheme = scheme,
    };

    private async Task<IPage> OpenAsync(List<string> problems, string link, BrowserNewContextOptions options)
    {
        var page = await chromium.PageAsync(options);
        page.Console += (_, message) => problems.Add(message.Text);
        page.PageError += (_, error) => problems.Add(error);
        await page.GotoAsync(link);
        if (options.JavaScriptEnabled != false)
            await Expect(page.GetByLabel("Your time zone")).ToHaveValueAsync(options.TimezoneId!);
        return page;
    }

    private static ILocator Title(IPage page) => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    private static ILocator Value(IPage page, string dimension, string value) =>
        page.GetByRole(AriaRole.Group, new() { Name = dimension }).Locator($"input[value='{value}']");

    private static async Task ScoreAsync(IPage page, string likelihood, string impact, string button)
    {
        await Value(page, "Likelihood", likelihood).CheckAsync();
        await Value(page, "Impact", impact).CheckAsync();
        await PressAsync(page, button);
    }

    private static Task PressAsync(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).TapAsync();

    private static async Task<string> InviteAsync(RoomWindow ada, string until = "until Friday 18:00")
    {
        await ada.SayAsync("/risk new \"Tokens in the grid\"", "Tokens in the grid");
        foreach (var (risk, number) in Risks.Select((risk, index) => (risk, index + 1))) await ada.SayAsync("/risk add " + risk, $"TR-{number}: ");
        await ada.SayAsync("/risk open " + until, "Round 1 of");
        await ada.SayAsync("/risk guests Ines Roth", "The link to score in Round 1");
        return (await ada.Posts.Locator("a[href*='/score/']").GetAttributeAsync("href"))!;
    }
}
