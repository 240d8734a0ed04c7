using System.Text;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using Markdig;
using MeetingBot.Kit;
using MeetingBot.Meetings.Documents;

namespace MeetingBot.Meetings;

/// <summary>What people type stays text: our Markdown, rendered by an independent renderer, has only the elements we mean.</summary>
public sealed class HostileTextTests
{
    private static readonly string[] Meant = ["h1", "h2", "h3", "p", "ul", "li", "strong", "br", "a"];

    public static TheoryData<string> Hostile =>
    [
        "</script><script>alert(1)</script>", "[x](javascript:alert(1))", "![x](https://evil.example/i.png)", "<at>all</at>", "=cmd|'/c calc'!A1",
        "<https://evil.example>", "&lt;b&gt; &amp; &#x41;", "*a* **b** _c_ __d__ ~~e~~", "`code` ```", "# heading #", "heading ##", "> quote", "1. list", "1) list", "12) list",
        "- list", "+ list", "* * *", "---", "===", "| a | b |", "[ref]: https://evil.example", "[^1]", "a\\", "\\*a\\*", "$x$ ^y^ {#id .c}", "https://evil.example",
        "www.evil.example", "a@evil.example", ":smile:", "\"quoted\" 'single' -- --- ...", "- [ ] task", "~~~", "C# and F#", "a # b", "::: x", "<!-- c -->", "<?php ?>", "&copy;",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task EveryField_IsTextInTheMinutes(string text)
    {
        using var room = new Room();
        await room.Says("Mara", "meeting start " + text.Trim('"'));
        await room.Says("Mara", "agenda add " + text);
        await room.Says("Mara", "agenda add Left " + text);
        await room.Says("Mara", "next");
        await room.Says("Mara", "regrets @" + text);
        string[] lines = ["note: ", "ML - ", "RESOLVED: ", "AGREED: too ", "ACTION: Luna to x ", "Topic: ", "… ", "… * ", "… ** ", "… - "];
        foreach (var line in lines) await room.Hears(room.Message(text, line + text));

        var markdown = MinutesMarkdown.Write((await room.Minutes())!);
        var body = new HtmlParser().ParseDocument(Markdown.ToHtml(markdown)).Body!;

        Assert.Empty(body.QuerySelectorAll("*").Select(element => element.LocalName).Except(Meant));
        Assert.Empty(body.QuerySelectorAll("a"));
        Assert.Equal(["RESOLVED:", "AGREED:", "ACTION"], body.QuerySelectorAll("strong").Select(strong => strong.TextContent));
        Assert.All(body.QuerySelectorAll("*"), element => Assert.Equal("", string.Concat(element.Attributes.Select(a => a.Name))));
        Assert.Contains(body.QuerySelectorAll("p"), line => line.TextContent == "ML - " + text);
        Assert.Contains(body.QuerySelectorAll("p"), line => line.TextContent.StartsWith("RESOLVED: " + text, StringComparison.Ordinal));
        Assert.Contains(body.QuerySelectorAll("h2"), heading => heading.TextContent == text);
    }

    [Fact]
    public void Anything_IsTheSameTextAfterRendering()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), (NonNull<string> typed) => Same(typed.Get))
            .Check(Config.QuickThrowOnFailure.WithReplay(20250627, 1).WithMaxTest(2_000));
    }

    [Fact]
    public void PunctuationInAnyOrder_IsTheSameTextAfterRendering()
    {
        const string marks = "\\`*_{}[]()<>#+-!|~@.:&=\"'$^ 1a\t\u200F";
        var random = new Random(20250627);
        for (var n = 0; n < 20_000; n++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => marks[random.Next(marks.Length)]));
            Assert.True(Same(text), $"'{text}' is rendered as {Markdown.ToHtml("# " + Conversations.Markdown.Escape(text))}");
        }
    }

    [Fact]
    public async Task LongAndTurnedText_IsKeptWholeAndShownWithoutItsMarks()
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", "note: abc\u202Edef\u2066ghi");
        var line = (await room.Minutes())!.Sections[0].Lines[0];
        Assert.Equal("abc\u202Edef\u2066ghi", line.Text);
        Assert.Contains("abcdefghi", MinutesMarkdown.Write((await room.Minutes())!), StringComparison.Ordinal);
    }

    // As a paragraph, a heading and a bullet.
    private static bool Same(string text)
    {
        var wanted = Plain(text);
        if (wanted.Length == 0) return true;
        var escaped = Conversations.Markdown.Escape(text);
        var html = Markdown.ToHtml($"{escaped}\n\n# {escaped}\n\n* {escaped}\n");
        var body = new HtmlParser().ParseDocument(html).Body!;
        return body.QuerySelectorAll("*").Select(element => element.LocalName).SequenceEqual(["p", "h1", "ul", "li"])
            && body.QuerySelectorAll("p, h1, li").All(element => Plain(element.TextContent) == wanted);
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var c in text)
        {
            if (c is '\n' or '\r' or '\t') plain.Append(' ');
            else if (!char.IsControl(c) && !Conversations.Markdown.IsBidiControl(c)) plain.Append(char.IsSurrogate(c) ? '\uFFFD' : c);
        }
        return plain.ToString().Trim();
    }
}
