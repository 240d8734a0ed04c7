using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MeetingBot.Meetings.Guests;
using MeetingBot.Risks;
using MeetingBot.Risks.Rounds;
using MeetingBot.Web.Tests.Hosts;

namespace MeetingBot.Web.Tests.Scores;

/// <summary>What a test asks of guests who score risks.</summary>
internal static class Scorers
{
    /// <summary>Begins with an open round of so many risks, which Mara runs, and a guest whose token it gives.</summary>
    public static async Task<(GuestHost Host, string Token)> WithScorerAsync(int risks = 3, string guest = "Anna Berg")
    {
        var host = await GuestHost.StartAsync();
        await host.SayAsync("/risk new \"Tokens in the grid\"");
        for (var risk = 1; risk <= risks; risk++)
            await host.SayAsync($"/risk add Token {risk} is stolen | mitigation: short lifetimes | description: From a log file");
        await host.SayAsync("/risk open until Friday 18:00");
        return (host, await host.InviteScorerAsync(guest));
    }

    public static async Task<string> InviteScorerAsync(this GuestHost host, string guest, int round = 1)
    {
        var before = (await host.ScorersAsync(round)).Select(one => one.Token).ToHashSet();
        await host.SayAsync($"/risk guests {round} {guest}");
        return (await host.ScorersAsync(round)).Single(one => one.Stands && !before.Contains(one.Token)).Token;
    }

    public static async Task<List<RiskScore>> ScoresAsync(this GuestHost host, int round = 1) =>
        [.. (await host.RowsAsync(RiskRows.ScoresOf(1, round))).Select(RiskRows.ReadScore)];

    /// <summary>Presses a button of the page, with some inputs.</summary>
    public static Task<IHtmlDocument> PressAsync(
        this Window window, IHtmlDocument page, string button, params (string Name, string Value)[] inputs) => window.SendAsync(
        page.QuerySelector("form.card")!, inputs.ToDictionary(input => "field." + input.Name, input => input.Value),
        page.QuerySelectorAll("form.card button:not(.default-press)").Single(one => Words(one) == button));

    public static string Words(this IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Which value of a choice is chosen; null for none.</summary>
    public static string? Chosen(this IHtmlDocument page, string input) => page
        .QuerySelectorAll($"[name='field.{input}']").OfType<IHtmlInputElement>().SingleOrDefault(one => one.IsChecked)?.Value;

    private static async Task<List<Guest>> ScorersAsync(this GuestHost host, int round) =>
        [.. (await host.RowsAsync(RoundGuests.Of(new OpenRound(1, round)).Range)).Select(GuestBook.Read)];
}
