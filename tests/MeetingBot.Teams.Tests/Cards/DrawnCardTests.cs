using MeetingBot.Cards;
using MeetingBot.Conversations;

namespace MeetingBot.Teams.Tests.Cards;

/// <summary>The official renderer draws every card, and whatever was typed is read there as it was typed.</summary>
public sealed class DrawnCardTests(CardBrowser browser) : IClassFixture<CardBrowser>
{
    private static readonly string[] Drawable =
        ["div", "span", "p", "br", "button", "input", "textarea", "select", "option", "label", "img"];

    public static TheoryData<string> Texts => HostileTexts.Names;

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task TypedText_IsShownAndInert(string text)
    {
        foreach (var (name, card) in RenderedCards.Of(HostileTexts.All[text]))
        {
            var drawn = await browser.Draw(card);
            Assert.True(drawn.Said.Length == 0, $"{name}: {string.Join("; ", drawn.Said)}");
            AssertInert(name, drawn);
            AssertShown(name, card, drawn);
        }
        Assert.All(browser.Requests, address => Assert.Equal("https://cards.example/clock.png", address));
    }

    [Fact]
    public async Task UnescapedText_IsMarkupHere()
    {
        var text = "[x](https://a.example) {{DATE(2026-01-01T00:00:00Z)}}";
        var drawn = await browser.Draw(
            $$$"""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"{{{text}}}"}]}""");

        Assert.Contains("a", drawn.Elements);
        Assert.DoesNotContain(drawn.Shown, shown => shown.Contains("DATE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TitleAndHeadings_AreHeadings()
    {
        var drawn = await browser.Draw(new Card("Agenda", new CardHeading("Next"), new CardText("Lunch")));
        Assert.Equal(2, drawn.Headings);
    }

    private static void AssertInert(string name, DrawnCard drawn)
    {
        var others = drawn.Elements.Except(Drawable).ToArray();
        Assert.True(others.Length == 0, $"{name}: {string.Join(' ', others)}");
        Assert.All(drawn.Addresses, address => Assert.Equal("https://cards.example/clock.png", address));
        Assert.Empty(drawn.Handlers);
        Assert.Equal("Cards", drawn.Title);
    }

    private static void AssertShown(string name, Card card, DrawnCard drawn)
    {
        var all = string.Join('\u241E', drawn.Shown.Select(Letters));
        foreach (var group in CardTexts.Shown(card).Select(Letters).Where(t => t.Length > 0).GroupBy(t => t))
        {
            var times = all.Split(group.Key).Length - 1;
            Assert.True(times >= group.Count(), $"{name}: seen {times} of {group.Count()} times: {group.Key}");
        }
    }

    // Spaces are folded by browsers, and what turns or parts text is not to be seen.
    private static string Letters(string text) => string.Concat(
        text.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && !Markdown.IsBidiControl(c) && c != '\u2060'));
}
