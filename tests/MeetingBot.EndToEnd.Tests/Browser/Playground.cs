using System.Globalization;
using MeetingBot.Testing;
using Microsoft.Playwright;

namespace MeetingBot.EndToEnd.Tests.Browser;

/// <summary>The Microsoft 365 Agents Playground, started for one test, and its personal chat in the browser.</summary>
internal sealed class Playground : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private ChildProcess? process;

    /// <summary>Starts it and opens its page, where the bot has been greeted.</summary>
    public async Task<IPage> OpenAsync(Chromium chromium)
    {
        var port = Loopback.FreePort().ToString(CultureInfo.InvariantCulture);
        await File.WriteAllTextAsync(folder.File(".m365agentsplayground.yml"), People());
        string[] arguments =
        [
            "--require", Path.Combine(Repository.Root, "tests", "npm", "stop-with-parent.cjs"),
            Repository.NpmFile("@microsoft/m365agentsplayground/cli.js"), "start",
            "-e", new Uri(chromium.Bot.Address, "/api/messages").AbsoluteUri, "-c", "msteams", "-p", port, "--disable-telemetry",
        ];
        process = new ChildProcess("node", folder.Path, arguments, ("TEAMSAPPTESTER_BROWSER", "none"));
        await process.StartAsync("Listening on");
        var page = await chromium.PageAsync();
        await page.GotoAsync($"http://localhost:{port}/");
        await Assertions.Expect(Messages(page).Filter(new() { HasText = "Hello, I help this group" })).ToHaveCountAsync(1);
        return page;
    }

    public static async Task SayAsync(IPage page, string text, string answer)
    {
        await page.Locator("[contenteditable=true]").First.ClickAsync();
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Messages(page).Filter(new() { HasText = answer }).Last).ToBeAttachedAsync();
    }

    /// <summary>What the bot has said, without the panel of logs beside it.</summary>
    public static ILocator Messages(IPage page) => page.Locator(".fai-OutputCard");

    public static ILocator NewestCard(IPage page) => page.Locator(".ac-adaptiveCard").Last;

    public async ValueTask DisposeAsync()
    {
        if (process is not null) await process.DisposeAsync();
        folder.Dispose();
    }

    private static string People()
    {
        string[] others = ["Mara", "Tom", "Noor", "Ines", "Vera"];
        return $$"""
            version: "0.1.1"
            tenantId: 11111111-1111-4111-8111-111111111111
            bot: {id: "28:22222222-2222-4222-8222-222222222222", name: MeetingBot}
            currentUser: {{Person(Story.Ada, 0)}}
            users:
            {{string.Join('\n', others.Select((name, i) => "  - " + Person(name, i + 1)))}}
            personalChat: {id: "a:personal-story"}
            groupChat: {id: "19:meeting_other@thread.v2", name: Weekly}
            team: {id: team-id, name: Ops, aadGroupId: 44444444-4444-4444-8444-444444444444, channels: [{id: channel-id, name: Announcements}]}
            """;
    }

    private static string Person(string name, int number) =>
        $$"""{id: "29:{{name}}", name: {{name}}, userPrincipleName: {{name}}@example.org, aadObjectId: 33333333-3333-4333-8333-33333333333{{number}}, """
        + $$"""givenName: {{name}}, surname: Example, email: {{name}}@example.org}""";
}
