using System.Net;
using AngleSharp.Dom;
using MeetingBot.EndToEnd.Tests.Browser;
using MeetingBot.Web.Tests.Hosts;

namespace MeetingBot.EndToEnd.Tests.Risks;

/// <summary>A member of the room whose browser has no script: reads the page and sends its forms.</summary>
internal sealed class HttpMember(RunningBot bot, string name) : IDisposable
{
    private readonly Window window = new(bot.Address);

    public string Name => name;

    /// <summary>The whole page as it comes over the wire.</summary>
    public async Task<string> PageAsync()
    {
        await window.OpenAsync($"/room/main?as={name}");
        Assert.Equal(HttpStatusCode.OK, window.Status);
        return await window.Response.Content.ReadAsStringAsync();
    }

    public async Task SayAsync(string text)
    {
        await window.SayAsync(name, text, "main");
        Assert.Equal(HttpStatusCode.OK, window.Status);
    }

    /// <summary>Goes through their own card of a round, from one risk to the next.</summary>
    /// <param name="scores">Of each risk in turn: likelihood, impact, reason; null where they skip it.</param>
    public async Task ScoreAsync(params (char Likelihood, char Impact, string Why)?[] scores)
    {
        var page = await window.OpenAsync($"/room/main?as={name}");
        foreach (var score in scores)
        {
            var card = page.QuerySelectorAll("form.card").Last(form => Button(form, "Save") is not null);
            if (score is var (likelihood, impact, why))
            {
                page = await window.SendAsync(card, new()
                {
                    ["field.likelihood"] = $"{likelihood}", ["field.impact"] = $"{impact}", ["field.rationale"] = why,
                }, Button(card, "Save"));
                Assert.Contains("Recorded", page.QuerySelector("#notice")!.TextContent, StringComparison.Ordinal);
            }
            else if (Button(card, "Skip to the next") is { } skip) page = await window.SendAsync(card, button: skip);
            Assert.Equal(HttpStatusCode.OK, window.Status);
        }
    }

    public void Dispose() => window.Dispose();

    private static IElement? Button(IElement form, string title) => form.QuerySelectorAll("button[name=press]")
        .FirstOrDefault(button => button.TextContent.Trim().StartsWith(title, StringComparison.Ordinal));
}
