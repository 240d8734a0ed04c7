using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using MeetingBot.Conversations;
using MeetingBot.Slack.Blocks;
using MeetingBot.Teams.Tests.Cards;

namespace MeetingBot.Slack.Tests.Blocks;

public sealed class SlackTextTests
{
    private static readonly string[] Parts =
    [
        "*", "**", "_", "~", "`", "[", "]", "(", ")", "<", ">", "&", "#", "# ", "-", "- ", "\\", ":", "@", "!", " ", "\n", "\t",
        "a", "b c", "&lt;", "&amp;amp;", "<!channel>", "<@U1>", ":tada:", "[x](https://a.example)", "1. ", "\U0001F600",
    ];

    public static TheoryData<string> Texts => HostileTexts.Names;

    [Theory]
    [MemberData(nameof(Texts))]
    public void PlainText_StaysAsTyped(string name)
    {
        var text = HostileTexts.All[name];
        var messages = Messages(text, TextFormat.Plain);

        Assert.Equal(ShownWords.Letters(text), ShownWords.Letters(string.Concat(ShownWords.Of(messages))));
        Assert.All(messages, message => Assert.Empty(SlackLimits.Broken(message)));
        Assert.All(Runs(messages), run => Assert.Equal("text", (string?)run["type"]));
    }

    [Fact]
    public void TypedTextInMarkdown_ReadsAsTyped_WithoutMarksOfItsOwn() => Prop.ForAll(
        Arb.From(Gen.Elements(Parts).ArrayOf().Select(string.Concat)), text =>
        {
            var messages = Messages($"# Minutes\n\n**RESOLVED:** {Markdown.Escape(text)}\n\n* {Markdown.Escape(text)}", TextFormat.Markdown);
            var typed = ShownWords.Letters(text);
            return ShownWords.Letters(string.Concat(ShownWords.Of(messages))) == $"MinutesRESOLVED:{typed}{typed}"
                && Runs(messages).All(run => (string?)run["type"] == "text" && (run["style"] is null || (string?)run["text"] == "RESOLVED:"))
                && messages.All(message => SlackLimits.Broken(message) is []);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithReplay(20250627, 1));

    [Fact]
    public void OwnMarks_AreDrawn()
    {
        var message = Assert.Single(Messages(
            "# Weekly\n\n### 27 June 2025\n\nAttending: A\\_b  \nApologies: None\n\n[Minutes](https://m.example/1)\n\n* one\n  * two\n* three",
            TextFormat.Markdown));

        Assert.Equal(["header", "rich_text", "rich_text"], message.Select(block => (string?)block!["type"]));
        Assert.True((bool?)message[1]!["elements"]![0]!["elements"]![0]!["style"]!["bold"]);
        Assert.Contains(Runs([message]), run => (string?)run["url"] == "https://m.example/1" && (string?)run["text"] == "Minutes");
        Assert.Equal([0, 1, 0], message[2]!["elements"]!.AsArray().Where(e => (string?)e!["type"] == "rich_text_list").Select(e => (int)e!["indent"]!));
        Assert.Contains("Attending: A_b", ShownWords.Of(message));
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](file:///etc/hosts)")]
    [InlineData("[x](/relative)")]
    public void LinkThatOpensNoWebPage_IsText(string text)
    {
        var message = Assert.Single(Messages(text, TextFormat.Markdown));
        Assert.Equal(text, string.Concat(ShownWords.Of(message)));
        Assert.All(Runs([message]), run => Assert.Null(run["url"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("\u202E")]
    public void TextOfNothing_IsStillAMessage(string text) =>
        Assert.All(SlackText.Pages(text, TextFormat.Plain), page => Assert.Equal("\u2026", page.Text));

    private static List<JsonArray> Messages(string text, TextFormat format) =>
        [.. SlackText.Pages(text, format).Select(page => JsonNode.Parse(page.Blocks.Span)!.AsArray())];

    private static IEnumerable<JsonNode> Runs(List<JsonArray> messages) => messages.SelectMany(message => message)
        .Where(block => (string?)block!["type"] == "rich_text").SelectMany(block => block!["elements"]!.AsArray())
        .SelectMany(part => (string?)part!["type"] == "rich_text_list" ? part["elements"]!.AsArray() : [part.DeepClone()])
        .SelectMany(section => section!["elements"]!.AsArray()).Where(run => (string?)run!["text"] != "\n")!;
}
