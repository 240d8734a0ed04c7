using System.Net;
using FsCheck.Fluent;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Teams.Tests.Npm;

namespace MeetingBot.Teams.Tests.Cards;

/// <summary>A heading reads as it was typed to the markdown reader that the official renderer uses.</summary>
public sealed class MarkdownTextTests
{
    private static readonly string[] Parts =
    [
        "*", "_", "`", "~", "[", "]", "(", ")", "!", "<", ">", "&", "#", "-", "+", "=", ":", "\\", "|", "{", "}", "\"",
        " ", "  ", "\t", "\n", "1.", "2)", "a", "b c", "\u00E9", "&lt;", "&#42;", "http://a.example", "<b>",
        "<a@b.example>", "](x)", "]: x", "**", "__", "~~", "```", "---", "{{DATE(2026-01-01T00:00:00Z)}}", "\U0001F600",
    ];

    [Fact]
    public async Task AnyText_ReadsAsTyped()
    {
        var texts = Gen.Elements(Parts).ArrayOf().Select(string.Concat).Sample(3000, 12)
            .Concat(HostileTexts.All.Values).Where(t => !string.IsNullOrWhiteSpace(t)).ToArray();
        var escaped = texts.Select(Heading).ToArray();
        var read = await NodeScript.Run<string[]>("cards/markdown.mjs", escaped);

        Assert.All(texts.Zip(read), pair =>
            Assert.Equal($"<p>{Letters(pair.First)}</p>", Letters(WebUtility.HtmlDecode(pair.Second))));
        Assert.All(escaped, heading => Assert.DoesNotContain("{{", heading, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Review of snake_case_name")]
    [InlineData("3 * 4 = 12")]
    [InlineData("R & D, 12 items")]
    [InlineData("2026")]
    [InlineData("Budget (draft) [v2] - 50% #1!")]
    [InlineData("C:\\temp")]
    [InlineData("a < b > c")]
    public void TextThatIsNoMarkup_StaysAsItIs(string text) => Assert.Equal(text, Heading(text));

    [Theory]
    [InlineData("*a*", "\u2060\\*a\\*")]
    [InlineData("AT&T", "AT&\u2060T")]
    [InlineData("1. First", "\u20601. First")]
    [InlineData("[x](y)", "[x]\u2060(y)")]
    [InlineData("<at>All</at>", "<\u2060at>All<\u2060/at>")]
    [InlineData("two\nlines", "two lines")]
    public void TextThatIsMarkup_IsPartedWhereThatIsEnough(string text, string expected) =>
        Assert.Equal(expected, Heading(text));

    private static string Heading(string text) => (string)RenderedCards.JsonOf(new Card(text))!["body"]![0]!["text"]!;

    private static string Letters(string text) => string.Concat(
        text.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && !Markdown.IsBidiControl(c) && c != '\u2060'));
}
