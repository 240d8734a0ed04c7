namespace MeetingBot.Teams.Tests.Cards;

/// <summary>Texts that somebody may type in order to be more than a text, by name.</summary>
public static class HostileTexts
{
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>
    {
        ["plain"] = "Review the draft",
        ["script"] = "</script><script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">",
        ["link"] = "[x](javascript:alert(1)) and [y](https://evil.example) ![z](https://evil.example/z.png)",
        ["reference"] = "[x]: https://evil.example [x][x] [x]",
        ["autolink"] = "<https://evil.example> <a@evil.example> https://evil.example www.evil.example",
        ["mention"] = "<at>All</at> @everyone",
        ["formula"] = "=cmd()|'/c calc'!A0",
        ["direction"] = "abc\u202Etxt.exe\u2066 \u05D0\u200F",
        ["macro"] = "{{DATE(2026-01-01T00:00:00Z)}} {{TIME(2026-01-01T00:00:00Z)}} {{{DATE(2026-01-01T00:00:00Z)}}}",
        ["emphasis"] = "*a* **b** _c_ __d__ ~~e~~ `f` \\*g\\* snake_case_name 3 * 4 * 5",
        ["blocks"] = "# no heading\n- no list\n1. nor this\n> no quote\n```\ncode\n```\n***",
        ["heading-mark"] = "# no heading",
        ["number"] = "12. no list",
        ["entities"] = "&lt;b&gt; &amp; &#42; &copy; AT&T",
        ["spaces"] = "    four before,  two between\tand a tab",
        ["emoji"] = "\U0001F469\u200D\U0001F469\u200D\U0001F467 zero\u200Bwidth \U0001F1E9\U0001F1EA",
        ["controls"] = "bell\u0007 nul\0 line\r\nline\rline\u2028line",
        ["quotes"] = "\"quoted\" 'single' \\ back \\n ${title} {0}",
        ["long"] = string.Concat(Enumerable.Repeat("0123456789 ", 455))[..5000],
        ["wide"] = string.Concat(Enumerable.Repeat("\U0001F600\u6F22\u5B57 ", 250)),
    };

    public static TheoryData<string> Names => [.. All.Keys];
}
