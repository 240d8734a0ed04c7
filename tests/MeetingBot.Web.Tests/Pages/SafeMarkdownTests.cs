using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using MeetingBot.Web.Pages;

namespace MeetingBot.Web.Tests.Pages;

public sealed class SafeMarkdownTests
{
    [Fact]
    public void OurOwnMarkdown_IsDrawn()
    {
        var html = Draw(
            "# Minutes\n\n**Luna**: hello\n\n- one\n- two\n\nsee [page](https://example.org/m#l1) or [line](#l2)");
        Assert.Equal("Minutes", html.QuerySelector("h3")!.TextContent);
        Assert.Equal("Luna", html.QuerySelector("strong")!.TextContent);
        Assert.Equal(2, html.QuerySelectorAll("li").Length);
        Assert.Equal(
            ["https://example.org/m#l1", "#l2"], html.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.All(html.QuerySelectorAll("a"), a => Assert.Equal("noopener nofollow", a.GetAttribute("rel")));
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](data:text/html,hi)")]
    [InlineData("[x](vbscript:x)")]
    [InlineData("[x](//example.org)")]
    [InlineData("[x](/room/main)")]
    [InlineData("[x](\u0001javascript:alert(1))")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x][y]\n\n[y]: javascript:alert(1)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("<a@example.org>")]
    public void OtherLinks_AreTextOnly(string text) => Assert.Empty(Draw(text).QuerySelectorAll("a"));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("a <b onclick=x>b</b> c")]
    [InlineData("<div>\n<style>*{display:none}</style>\n</div>")]
    [InlineData("![x](https://example.org/x.png)")]
    [InlineData("[![x](https://example.org/x.png)](https://example.org)")]
    public void HtmlAndPictures_AreTextOnly(string text)
    {
        var html = Draw(text);
        Assert.Empty(html.QuerySelectorAll("script, img, style, div div, b, [onclick], [onerror]"));
    }

    [Fact]
    public void NestedTooDeeply_IsLeftAsText() => Assert.Null(SafeMarkdown.ToHtml(new string('>', 20_000)));

    private static IElement Draw(string text) =>
        new HtmlParser().ParseDocument($"<div>{SafeMarkdown.ToHtml(text)}</div>").QuerySelector("div")!;
}
