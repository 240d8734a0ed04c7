using System.Text.RegularExpressions;
using MeetingBot.EndToEnd.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeetingBot.EndToEnd.Tests.Risks;

/// <summary>The card on which somebody scores by hand.</summary>
internal static class OwnCard
{
    /// <summary>What can be chosen for a risk, from 0.</summary>
    public static ILocator Value(RoomWindow window, int risk, string dimension, char value) => window.Card($"TR-{risk + 1}: ")
        .GetByRole(AriaRole.Group, new() { Name = dimension, Exact = true })
        .GetByRole(AriaRole.Radio, new() { NameRegex = new Regex(value switch { '?' => "^Don't know", '-' => "^Abstain", _ => $"^{value}, " }) });

    public static async Task FillAsync(RoomWindow window, int risk, char likelihood, char impact, string why)
    {
        await Value(window, risk, "Likelihood", likelihood).CheckAsync();
        await Value(window, risk, "Impact", impact).CheckAsync();
        await window.Card($"TR-{risk + 1}: ").GetByLabel("Why?").FillAsync(why);
    }

    /// <summary>Gives what they give in the story, and waits for the receipt.</summary>
    public static async Task ScoreAsync(RoomWindow window, int risk, string button)
    {
        var (likelihood, impact) = ScoreStory.Score(window.Name, risk)!.Value;
        await FillAsync(window, risk, likelihood, impact, ScoreStory.Reason(window.Name, risk));
        await window.PressAsync($"TR-{risk + 1}: ", button);
        await Expect(window.Page.Locator("form.card").Filter(new() { HasText = "Recorded" }).Last)
            .ToContainTextAsync(new Regex($"Recorded [^:]*:[0-9]+: TR-{risk + 1},"));
    }
}
