using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MeetingBot.Cards;
using MeetingBot.Web.Tests.Hosts;

namespace MeetingBot.Web.Tests.Cards;

public sealed class CardFormTests
{
    [Fact]
    public async Task EveryInput_HasALabelAndItsError()
    {
        var form = await Drawn.CardAsync(SampleCards.Everything());
        var fields = form.QuerySelectorAll("input:not([type=hidden]), textarea, select");
        Assert.Equal(10, fields.Length);
        Assert.All(fields, field =>
        {
            Assert.True(field.ParentElement is IHtmlLabelElement
                || form.QuerySelector($"label[for={field.Id}]") is not null);
            Assert.NotNull(form.QuerySelector($"#{field.GetAttribute("aria-errormessage")}.error"));
            Assert.StartsWith("field.", field.GetAttribute("name"), StringComparison.Ordinal);
        });
        Assert.All(form.QuerySelectorAll("fieldset"), set => Assert.NotNull(set.QuerySelector("legend")));
    }

    [Fact]
    public async Task RequiredInputs_SayItInAWord()
    {
        var form = await Drawn.CardAsync(SampleCards.Everything());
        var required = form.QuerySelectorAll("[required]").Select(f => f.GetAttribute("name")).Distinct();
        Assert.Equal(["field.name", "field.minutes", "field.who"], required);
        Assert.Equal(3, form.QuerySelectorAll(".required").Length);
        Assert.All(form.QuerySelectorAll(".required"), r =>
            Assert.Contains("required", r.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Inputs_CarryTheirValuesAndLimits()
    {
        var form = await Drawn.CardAsync(SampleCards.Everything());
        var number = (IHtmlInputElement)form.QuerySelector("[name='field.minutes']")!;
        Assert.Equal(("number", "10", "1", "120"), (number.Type, number.Value, number.Minimum, number.Maximum));
        Assert.Equal("100", form.QuerySelector("[name='field.name']")!.GetAttribute("maxlength"));
        Assert.Equal("words", form.QuerySelector("textarea")!.TextContent);
        Assert.Equal("2026-03-04", form.QuerySelector("[type=date]")!.GetAttribute("value"));
        Assert.Equal("b", form.QuerySelector("[type=radio][checked]")!.GetAttribute("value"));
        Assert.Equal(
            ["mon", "wed"], form.QuerySelectorAll("[type=checkbox][checked]").Select(c => c.GetAttribute("value")));
        Assert.Equal("y", ((IHtmlSelectElement)form.QuerySelector("select")!).Value);
    }

    [Theory]
    [InlineData("yes", "yes,no,none", "yes")]
    [InlineData(null, "yes,no,none", "none")]
    [InlineData("no", "yes,no", "no")]
    [InlineData(null, "yes,no", "")]
    public async Task FewShortChoicesOfWhichOneMayBe_StandSideBySide_WithAWayToChooseNone(string? value, string choices, string chosen)
    {
        var input = new ChoiceInput("answer", "Fri 11 July", [.. choices.Split(',').Select(choice => new Choice(choice, choice))], Value: value);
        var form = await Drawn.CardAsync(new Card("Title", input));
        Assert.Empty(form.QuerySelectorAll("select"));
        Assert.Equal(3, form.QuerySelectorAll("fieldset.row [type=radio]").Length);
        Assert.Equal(chosen, Assert.Single(form.QuerySelectorAll("[type=radio][checked]")).GetAttribute("value"));
    }

    [Fact]
    public async Task Elements_AreDrawnAsWhatTheyAre()
    {
        var form = await Drawn.CardAsync(SampleCards.Everything());
        Assert.Equal(form.QuerySelector("h3")!.Id, form.GetAttribute("aria-labelledby"));
        Assert.Single(form.QuerySelectorAll("h4"));
        Assert.Contains("Mind:", form.QuerySelector(".warning")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((1, 1), (form.QuerySelectorAll("dl dt").Length, form.QuerySelectorAll("dl dd").Length));
        Assert.Equal((2, 4), (form.QuerySelectorAll("th[scope=col]").Length, form.QuerySelectorAll("tbody td").Length));
        Assert.Equal("words", form.QuerySelector("img")!.GetAttribute("alt"));
        Assert.Equal(2, form.QuerySelector(".columns")!.Children.Length);
        var link = form.QuerySelector("a.button")!;
        Assert.Equal(("https://example.org/page?x=1&y=2", "noopener nofollow"),
            (link.GetAttribute("href"), link.GetAttribute("rel")));
    }

    [Fact]
    public async Task EnterInAnInput_PressesTheButtonThatSendsThem()
    {
        var form = await Drawn.CardAsync(SampleCards.Everything());
        Assert.Equal(form.QuerySelector("button.primary")!.GetAttribute("value"),
            form.QuerySelector("button")!.GetAttribute("value"));
        Assert.Equal("-1", form.QuerySelector("button")!.GetAttribute("tabindex"));
        Assert.All(form.QuerySelectorAll("button.button:not(.primary)"), b =>
            Assert.True(b.HasAttribute("formnovalidate")));
        Assert.False(form.QuerySelector("button.primary")!.HasAttribute("formnovalidate"));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,hi")]
    [InlineData("//example.org/x")]
    [InlineData("/\\example.org")]
    [InlineData("file:///etc/passwd")]
    public async Task OtherAddresses_AreNoLinksAndNoPictures(string address)
    {
        var uri = new Uri(address, UriKind.RelativeOrAbsolute);
        var card = new Card("Title", new CardButtons([CardButton.Open("Open", uri)]), new CardImage(uri, "A picture"));
        var form = await Drawn.CardAsync(card);
        Assert.Empty(form.QuerySelectorAll("a, img"));
        Assert.Contains("Open", form.TextContent, StringComparison.Ordinal);
        Assert.Contains("A picture", form.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Hostile.Data), MemberType = typeof(Hostile))]
    public async Task HostileText_IsTextOnlyInEveryElement(string text)
    {
        var plain = await Drawn.CardAsync(SampleCards.Everything());
        var form = await Drawn.CardAsync(SampleCards.Everything(text));
        Assert.Equal(Skeleton(plain), Skeleton(form));
        Assert.Equal(text, form.QuerySelector("textarea")!.TextContent);
    }

    // Every element and the names of its attributes, but for the line breaks that plain text keeps.
    private static IEnumerable<string> Skeleton(IElement form) => form.QuerySelectorAll("*")
        .Where(e => e.LocalName != "br")
        .Select(e => $"{e.LocalName} {string.Join(' ', e.Attributes.Select(a => a.Name))}");
}
