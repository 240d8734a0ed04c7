using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MeetingBot.Cards;
using MeetingBot.Slack.Blocks;
using MeetingBot.Teams.Tests.Cards;

namespace MeetingBot.Slack.Tests.Blocks;

public sealed class BlockKitMessageTests
{
    private static readonly CardButton Save = CardButton.Press("Save", "save") with { SendsInputs = true };

    [Fact]
    public void LongText_GoesOnInTheNextMessage_WithoutLoss()
    {
        var text = string.Concat(Enumerable.Range(0, 9000).Select(i => $"word{i} "));
        var pages = BlockKitMessage.Pages(new Card("Minutes", new CardText(text)));
        var messages = RenderedBlocks.Messages(new Card("Minutes", new CardText(text)));

        Assert.True(pages.Length > 3, $"{pages.Length} messages");
        Assert.Equal($"Minutes (1 of {pages.Length})", pages[0].Text);
        Assert.Equal($"Minutes ({pages.Length} of {pages.Length})", (string?)messages[^1][0]!["text"]!["text"]);
        Assert.Equal(pages[0].Text + text, string.Concat(ShownWords.Of(messages)));
        Assert.All(messages, message => Assert.Empty(SlackLimits.Broken(message)));
    }

    [Fact]
    public void LongTable_RepeatsItsHeader_OneAMessage()
    {
        var rows = Enumerable.Range(0, 400).Select(i => ImmutableArray.Create($"{i}", $"Item {i}")).ToImmutableArray();
        var tables = RenderedBlocks.Messages(new Card("Agenda", new CardTable(["No.", "Title"], rows)))
            .Select(message => message.Single(block => (string?)block!["type"] == "table")!["rows"]!.AsArray()).ToList();

        Assert.True(tables.Count > 3);
        Assert.All(tables, table => Assert.Equal("Title", (string?)table[0]![1]!["text"]));
        Assert.Equal(rows.Select(row => row[1]), tables.SelectMany(table => table.Skip(1)).Select(row => (string?)row![1]!["text"]));
    }

    [Fact]
    public void SeveralTables_AreLists_InOneMessage()
    {
        var table = new CardTable(["No.", "Title"], [["1", "Opening"], ["2", ""]]);
        var message = Assert.Single(RenderedBlocks.Messages(new Card("Agendas", table, table)));

        Assert.DoesNotContain(message, block => (string?)block!["type"] == "table");
        Assert.Equal(2, string.Join('\n', ShownWords.Of(message)).Split("1 \u00B7 Opening").Length - 1);
    }

    [Fact]
    public void InputsAndButtons_StandTogetherInTheLastMessage()
    {
        var text = new CardText(new string('a', 40_000));
        var messages = RenderedBlocks.Messages(
            new Card("Form", [new TextInput("words", "Words"), text, new CardButtons([Save])], [Save], Save));

        Assert.True(messages.Count > 1);
        Assert.All(messages.SkipLast(1), message => Assert.DoesNotContain(message, IsAnswer));
        Assert.Equal(["input", "actions", "actions"], messages[^1].Where(IsAnswer).Select(block => (string?)block!["type"]));
    }

    [Fact]
    public void Heading_GoesAlongWithWhatItHeads()
    {
        var filler = new CardText(new string('a', 11_000));
        var messages = RenderedBlocks.Messages(new Card("Title", filler, new CardHeading("Second"), filler));

        Assert.DoesNotContain(messages[0].Skip(1), block => (string?)block!["type"] == "header");
        Assert.Equal("Second", (string?)messages[1][1]!["text"]!["text"]);
    }

    [Fact]
    public void ManyInputs_AreAFormBehindAButton()
    {
        var inputs = Enumerable.Range(1, 6).Select(i => new TextInput($"t{i}", $"Text {i}", Value: $"value {i}"));
        var card = new Card(
            "New poll", [new CardText("What is asked?"), .. inputs], [Save with { Style = ButtonStyle.Primary }, CardButton.Press("Help", "help")]);
        var message = Assert.Single(RenderedBlocks.Messages(card));

        Assert.DoesNotContain(message, block => (string?)block!["type"] == "input");
        Assert.Equal(["Save \u2026", "Help"], RenderedBlocks.Elements(message).Select(button => (string?)button["text"]!["text"]));
        var form = Assert.Single(RenderedBlocks.Forms(message));
        Assert.Equal(6, form["blocks"]!.AsArray().Count(block => (string?)block!["type"] == "input"));
        Assert.Equal("Save", (string?)form["submit"]!["text"]);
        Assert.Equal("value 6", (string?)form["blocks"]![5]!["element"]!["initial_value"]);
    }

    [Fact]
    public void ManyInputs_ThatNoButtonHolds_StayInTheMessage()
    {
        var random = new Random(20250627);
        string Noise() => string.Concat(Enumerable.Range(0, 400).Select(_ => (char)random.Next(0x4E00, 0x9FA0)));
        var card = new Card("Form", [.. Enumerable.Range(1, 6).Select(i => new TextInput($"t{i}", Noise()))], [Save]);

        Assert.Equal(6, Assert.Single(RenderedBlocks.Messages(card)).Count(block => (string?)block!["type"] == "input"));
    }

    [Fact]
    public void TextOfPlace_IsNoMarkup_AndTheNotificationIsEscaped()
    {
        var typed = "<!channel> *bold* :tada: <@U1> & @here";
        var page = Assert.Single(BlockKitMessage.Pages(new Card(typed, new CardText(typed)), typed));
        var blocks = JsonNode.Parse(page.Blocks.Span)!.AsArray();

        Assert.Equal("&lt;!channel&gt; *bold* :tada: &lt;@\u2060U1&gt; &amp; @\u2060here", page.Text);
        Assert.Equal("plain_text", (string?)blocks[0]!["text"]!["type"]);
        Assert.Equal(typed, (string?)blocks[0]!["text"]!["text"]);
        Assert.Equal("text", (string?)blocks[1]!["elements"]![0]!["elements"]![0]!["type"]);
        Assert.Equal(typed, (string?)blocks[1]!["elements"]![0]!["elements"]![0]!["text"]);
    }

    [Theory]
    [InlineData("https://cards.example/a.png", "image")]
    [InlineData("https://localhost/a.png", "rich_text")]
    [InlineData("http://cards.example/a.png", "rich_text")]
    [InlineData("data:image/png;base64,AAAA", "rich_text")]
    [InlineData("/a.png", "rich_text")]
    public void PictureThatSlackCantLoad_IsToldInWords(string address, string drawn)
    {
        var image = new CardImage(new Uri(address, UriKind.RelativeOrAbsolute), "A clock");
        var block = Assert.Single(RenderedBlocks.Messages(new Card("Title", image)))[1]!;

        Assert.Equal(drawn, (string?)block["type"]);
        Assert.Contains("A clock", ShownWords.Of(block));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/hosts")]
    [InlineData("/relative")]
    public void ButtonThatOpensNoWebPage_IsRefused(string address)
    {
        var button = CardButton.Open("Open", new Uri(address, UriKind.RelativeOrAbsolute));
        Assert.Throws<ArgumentException>(() => BlockKitMessage.Pages(new Card("Title", [], [button])));
    }

    [Fact]
    public void LongButton_IsToldInFull()
    {
        var title = string.Concat(Enumerable.Repeat("word ", 20)) + "end";
        var message = Assert.Single(RenderedBlocks.Messages(new Card("Title", [], [CardButton.Press(title, "help")])));

        Assert.Contains(title, ShownWords.Of(message));
        Assert.EndsWith("\u2026", (string?)RenderedBlocks.Elements(message).Single()["text"]!["text"], StringComparison.Ordinal);
    }

    [Fact]
    public void LongChoices_AreTold_AndStandNumbered()
    {
        var title = string.Concat(Enumerable.Repeat("word ", 40)) + "end";
        var input = new ChoiceInput("pick", "Which?", [new("a", title), new("b", "short")], Value: "b");
        var message = Assert.Single(RenderedBlocks.Messages(new Card("Form", [input], [Save])));
        var element = message.Single(block => (string?)block!["type"] == "input")!["element"]!;

        Assert.Contains("1. " + title, ShownWords.Of(message));
        Assert.StartsWith("1. word", (string?)element["options"]![0]!["text"]!["text"], StringComparison.Ordinal);
        Assert.Equal("2. short", (string?)element["initial_option"]!["text"]!["text"]);
    }

    [Fact]
    public void ValueThatNoFieldTakes_IsNeverHalfInIt()
    {
        var value = string.Concat(Enumerable.Repeat("word ", 700));
        var message = Assert.Single(RenderedBlocks.Messages(
            new Card("Form", [new TextInput("text", "Text", Value: value, MaxLength: 6_000)], [Save])));

        Assert.Null(message.Single(block => (string?)block!["type"] == "input")!["element"]!["initial_value"]);
        Assert.Contains(value.Trim(), string.Concat(ShownWords.Of(message)), StringComparison.Ordinal);
    }

    [Fact]
    public void InputsThatFitNoMessage_AreRefused_WithoutTheirText()
    {
        var choices = Enumerable.Range(0, 1000).Select(i => new Choice($"{i}", $"Secret name of person {i}"));
        var refusal = Assert.Throws<CardTooLargeException>(() =>
            BlockKitMessage.Pages(new Card("Form", [new ChoiceInput("who", "Who?", [.. choices])], [Save])));

        Assert.DoesNotContain("Secret", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void HostileTitle_NeverEmptiesTheMessage() => Assert.All(HostileTexts.All.Values.Append("").Append("\u202E"), text =>
        Assert.All(BlockKitMessage.Pages(new Card(text)), page => Assert.NotEqual("", page.Text)));

    private static bool IsAnswer(JsonNode? block) => (string?)block!["type"] is "input" or "actions";
}
