using System.Text.Json.Nodes;
using MeetingBot.Cards;

namespace MeetingBot.Teams.Tests.Cards;

public sealed class AdaptiveCardRendererTests
{
    [Fact]
    public void Press_CarriesVerbAndIds_AlsoForClientsWithoutExecute()
    {
        var action = Action(CardButton.Press("Next", "agenda next", ("item", "3")) with { SendsInputs = true });

        Assert.Equal("Action.Execute", (string?)action["type"]);
        Assert.Equal("agenda next", (string?)action["verb"]);
        Assert.Equal("""{"verb":"agenda next","item":"3"}""", action["data"]!.ToJsonString());
        Assert.Equal("auto", (string?)action["associatedInputs"]);
        Assert.Equal("Action.Submit", (string?)action["fallback"]!["type"]);
        Assert.True(JsonNode.DeepEquals(action["data"], action["fallback"]!["data"]));
        Assert.Equal("auto", (string?)action["fallback"]!["associatedInputs"]);
    }

    [Fact]
    public void PressWithoutInputs_LeavesThemOut() =>
        Assert.Equal("none", (string?)Action(CardButton.Press("Next", "agenda next"))["associatedInputs"]);

    [Fact]
    public void SeventhButton_GoesIntoTheMenu()
    {
        var card = new Card("Title", [], [.. Enumerable.Range(1, 8).Select(i => CardButton.Press($"{i}", "help"))]);
        var modes = Body(card)[1]!["actions"]!.AsArray().Select(a => (string?)a!["mode"]);

        Assert.Equal([null, null, null, null, null, null, "secondary", "secondary"], modes);
    }

    [Fact]
    public void Refresh_NamesNobody()
    {
        var card = new Card("Title", [], [], CardButton.Press("Refresh", "agenda", ("meeting", "m1")));
        var refresh = RenderedCards.JsonOf(card)!["refresh"]!;

        Assert.Equal("Action.Execute", (string?)refresh["action"]!["type"]);
        Assert.Equal("""{"verb":"agenda","meeting":"m1"}""", refresh["action"]!["data"]!.ToJsonString());
        Assert.Null(refresh["userIds"]);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/hosts")]
    [InlineData("/relative")]
    public void ButtonThatOpensNoWebPage_IsRefused(string address)
    {
        var button = CardButton.Open("Open", new Uri(address, UriKind.RelativeOrAbsolute));
        Assert.Throws<ArgumentException>(() => Action(button));
    }

    [Theory]
    [InlineData("https://cards.example/a.png", "Image")]
    [InlineData("http://localhost:3978/a.png", "Image")]
    [InlineData("http://cards.example/a.png", "RichTextBlock")]
    [InlineData("data:image/png;base64,AAAA", "RichTextBlock")]
    [InlineData("/a.png", "RichTextBlock")]
    public void PictureThatNoClientLoads_IsToldInWords(string address, string drawn)
    {
        var image = new CardImage(new Uri(address, UriKind.RelativeOrAbsolute), "A clock");
        var element = Body(new Card("Title", image))[1]!;

        Assert.Equal(drawn, (string?)element["type"]);
        Assert.Equal("A clock", (string?)(element["altText"] ?? element["inlines"]![0]!["text"]));
    }

    [Theory]
    [InlineData("verb")]
    [InlineData("msteams")]
    public void NameWithAMeaningOfItsOwn_IsRefused(string name)
    {
        Assert.Throws<ArgumentException>(() => Action(CardButton.Press("Next", "agenda next", (name, "x"))));
        Assert.Throws<ArgumentException>(() => Body(new Card("Title", new TextInput(name, "Label"))));
    }

    [Fact]
    public void LongTitle_IsWholeInTheCard_AndBriefForThoseWhoCannotSeeIt()
    {
        var title = new string('a', 5000);
        var card = RenderedCards.JsonOf(new Card(title))!;

        Assert.Equal(title, (string?)card["body"]![0]!["text"]);
        Assert.Equal(new string('a', 199) + "\u2026", (string?)card["speak"]);
        Assert.StartsWith(new string('a', 199) + "\u2026 (", (string?)card["fallbackText"], StringComparison.Ordinal);
    }

    [Fact]
    public void HalfACharacter_IsReplacedNotThrownAt()
    {
        var card = RenderedCards.JsonOf(new Card("a\uD83D", new CardText("\uDE00b")))!;
        Assert.Equal("a\uFFFD", (string?)card["body"]![0]!["text"]);
        Assert.Equal("\uFFFDb", (string?)card["body"]![1]!["inlines"]![0]!["text"]);
    }

    private static JsonArray Body(Card card) => RenderedCards.JsonOf(card)!["body"]!.AsArray();

    private static JsonNode Action(CardButton button) => Body(new Card("Title", [], [button]))[1]!["actions"]![0]!;
}
